-- One row per indicator, rater, group, start value, and days to the first rise, the first fall and the last follow-up: how
-- many people. Days are missing where there was no such follow-up, or where one of them is not dated.
with person as (
    select
        project_id,
        participant_id,
        indicator_id,
        rater,
        start_value,
        min(duration_days) filter (where value > start_value) as days_to_rise,
        min(duration_days) filter (where value < start_value) as days_to_fall,
        case when count(*) = count(duration_days) then max(duration_days) end as days_to_last
    from outcome.follow_up
    where project_id = $project_id
    group by project_id, participant_id, indicator_id, rater, start_value
)
select
    person.indicator_id,
    person.rater,
    person_group.group_name,
    person.start_value,
    person.days_to_rise,
    person.days_to_fall,
    person.days_to_last,
    count(*) as n
from person
inner join outcome.person_group($attribute, null) as person_group using (project_id, participant_id)
where project_id = $project_id
group by
    person.indicator_id,
    person.rater,
    person_group.group_name,
    person.start_value,
    person.days_to_rise,
    person.days_to_fall,
    person.days_to_last
