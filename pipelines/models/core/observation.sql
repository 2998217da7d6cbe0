-- One row per participant, indicator, moment and rater: the newest import wins. Stored in the order of reading.
-- Only what a later import says again can be overruled, so a project's first import is not grouped at all.
with first_import as (
    select project_id, min(import_id) as import_id
    from registered.import
    where withdrawn_at is null
    group by project_id
),
said_again as (
    select project_id, participant_id, indicator_id, rater, moment, max(observation.import_id) as import_id
    from registered.observation as observation
    inner join first_import using (project_id)
    where observation.import_id > first_import.import_id
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
left join said_again using (project_id, participant_id, indicator_id, rater, moment)
inner join last_moment using (project_id, participant_id, indicator_id, rater)
where observation.import_id = coalesce(said_again.import_id, observation.import_id)
order by project_id, participant_id, observation.moment, indicator_id
