-- One row per participant, indicator, moment and rater: the newest import wins. Stored in the order of reading.
-- Only what a later import says again can be overruled, so a project's first import is not grouped at all, unless two of
-- its numbers are one person: then the number that is kept goes first.
with merged_project as (
    select distinct project_id
    from core.same_person
),
ungrouped as (
    select project_id, case when count(merged_project.project_id) > 0 then 0 else min(import.import_id) end as import_id
    from registered.import as import
    left join merged_project using (project_id)
    where withdrawn_at is null
    group by project_id
),
said as (
    select
        project_id,
        coalesce(same_person.same_as, participant_id) as participant_id,
        observation.indicator_id,
        observation.rater,
        observation.moment,
        observation.measured_on,
        observation.value,
        observation.import_id,
        observation.import_id * 1000 - coalesce(same_person.place, 0) as rank
    from registered.observation as observation
    left join core.same_person as same_person using (project_id, participant_id)
),
said_again as (
    select project_id, participant_id, indicator_id, rater, moment, max(said.rank) as rank
    from said
    inner join ungrouped using (project_id)
    where said.import_id > ungrouped.import_id
    group by project_id, participant_id, indicator_id, rater, moment
),
last_moment as (
    select project_id, participant_id, indicator_id, rater, max(moment) as moment
    from said
    group by project_id, participant_id, indicator_id, rater
)
select
    project_id,
    participant_id,
    indicator_id,
    said.moment,
    rater,
    said.measured_on,
    said.value,
    said.moment = last_moment.moment as is_last
from said
left join said_again using (project_id, participant_id, indicator_id, rater, moment)
inner join last_moment using (project_id, participant_id, indicator_id, rater)
where said.rank = coalesce(said_again.rank, said.rank)
order by project_id, participant_id, said.moment, indicator_id
