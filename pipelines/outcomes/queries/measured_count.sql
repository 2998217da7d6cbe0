-- One row per indicator, rater and group with a start: how many, and the median days between the two measurements.
select
    start.indicator_id,
    start.rater,
    membership.group_name,
    count(*) as n_start,
    median(start.duration_days) filter (where start.is_pair) as median_days
from outcome.start($moment) as start
inner join core.membership as membership using (project_id, participant_id)
where project_id = $project_id
    and membership.attribute = $attribute
group by start.indicator_id, start.rater, membership.group_name
