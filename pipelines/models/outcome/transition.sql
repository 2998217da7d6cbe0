-- One row per indicator, rater, group, group of the crossed attribute, start value and follow-up value: how many pairs.
-- Everything about change on an indicator follows from these counts.
select
    project_id,
    pair.indicator_id,
    pair.rater,
    person_group.group_name,
    person_group.crossed_name,
    pair.start_value,
    pair.follow_up_value,
    count(*) as n_pairs
from outcome.pair($moment) as pair
inner join outcome.person_group($attribute, $crossed) as person_group using (project_id, participant_id)
group by
    project_id,
    pair.indicator_id,
    pair.rater,
    person_group.group_name,
    person_group.crossed_name,
    pair.start_value,
    pair.follow_up_value
