-- One row per participant, indicator, moment and rater: the newest import wins. Stored in the order of reading.
with newest as (
    select project_id, participant_id, indicator_id, rater, moment, max(import_id) as import_id
    from registered.observation
    group by project_id, participant_id, indicator_id, rater, moment
),
last_moment as (
    select project_id, participant_id, indicator_id, rater, max(moment) as moment
    from registered.observation
    group by project_id, participant_id, indicator_id, rater
)
select
    project_id,
    participant_id,
    indicator_id,
    observation.moment,
    rater,
    observation.measured_on,
    observation.value,
    observation.moment = last_moment.moment as is_last
from registered.observation as observation
inner join newest using (project_id, participant_id, indicator_id, rater, moment, import_id)
inner join last_moment using (project_id, participant_id, indicator_id, rater)
order by project_id, participant_id, observation.moment, indicator_id
