-- One row per indicator, rater, attribute, group, start value and follow-up value: how many pairs.
-- Everything about change on an indicator follows from these counts.
select
    project_id,
    pair.indicator_id,
    pair.rater,
    membership.attribute,
    membership.group_name,
    pair.start_value,
    pair.follow_up_value,
    count(*) as n_pairs
from outcome.pair($moment) as pair
inner join core.membership as membership using (project_id, participant_id)
group by
    project_id,
    pair.indicator_id,
    pair.rater,
    membership.attribute,
    membership.group_name,
    pair.start_value,
    pair.follow_up_value
