-- One row per participant, indicator, moment and rater: the newest import wins. Stored in the order of reading.
with newest as (
    select project_id, participant_id, indicator_id, moment, rater, max(import_id) as import_id
    from registered.observation
    group by project_id, participant_id, indicator_id, moment, rater
),
standing as (
    select
        project_id,
        participant_id,
        indicator_id,
        moment,
        rater,
        observation.measured_on,
        observation.value
    from registered.observation as observation
    inner join newest using (project_id, participant_id, indicator_id, moment, rater, import_id)
)
select
    project_id,
    participant_id,
    indicator_id,
    moment,
    rater,
    measured_on,
    value,
    moment = max(moment) over (partition by project_id, participant_id, indicator_id, rater) as is_last
from standing
order by project_id, participant_id, moment, indicator_id
