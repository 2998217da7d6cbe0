-- One row per person and group of $attribute, crossed with a second attribute, $crossed, unless that is null.
-- "intervention:budgetcoaching" is an attribute too: with it or without it, among participants.
with person as (
    select project_id, participant_id
    from core.participant
    where participation = 'participant'
),
had as (
    select distinct project_id, participant_id, 'intervention:' || instrument as attribute
    from core.intervention
),
asked as (
    select project_id, participant_id, attribute, group_name
    from core.membership
    union all
    select
        project_id,
        participant_id,
        offered.attribute,
        case when had.attribute is null then 'without' else 'with' end as group_name
    from person
    inner join (select distinct project_id, attribute from had) as offered using (project_id)
    left join had using (project_id, participant_id, attribute)
)
select
    asked.project_id,
    asked.participant_id,
    asked.group_name,
    crossed.group_name as crossed_name
from asked
left join core.membership as crossed
    on crossed.project_id = asked.project_id
    and crossed.participant_id = asked.participant_id
    and crossed.attribute = $crossed
where asked.attribute = $attribute
    and coalesce(crossed.group_name is not null, false) = ($crossed is not null)
