-- One row per horizon, indicator, rater, attribute and group: how many have a start, and how many a pair.
select
    project_id,
    start.horizon,
    start.indicator_id,
    start.rater,
    membership.attribute,
    membership.group_name,
    count(*) as n_start,
    count_if(start.is_pair) as n_pairs,
    median(start.duration_days) filter (where start.is_pair) as median_days
from outcome.start as start
inner join core.membership as membership using (project_id, participant_id)
group by project_id, start.horizon, start.indicator_id, start.rater, membership.attribute, membership.group_name
