-- One row per indicator, rater, group, moment, start value, value and value at the very next moment: how many pairs.
select
    follow_up.indicator_id,
    follow_up.rater,
    person_group.group_name,
    follow_up.moment,
    follow_up.start_value,
    follow_up.value,
    follow_up.next_value,
    count(*) as n_pairs
from outcome.follow_up as follow_up
inner join outcome.person_group($attribute, null) as person_group using (project_id, participant_id)
where project_id = $project_id
group by
    follow_up.indicator_id,
    follow_up.rater,
    person_group.group_name,
    follow_up.moment,
    follow_up.start_value,
    follow_up.value,
    follow_up.next_value
