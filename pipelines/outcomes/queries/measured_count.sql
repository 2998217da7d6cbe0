-- One row per indicator, rater and group with a start: how many, and the median days between the two measurements.
select
    start.indicator_id,
    start.rater,
    person_group.group_name,
    person_group.crossed_name,
    count(*) as n_start,
    median(start.duration_days) filter (where start.is_pair) as median_days
from outcome.start($moment) as start
inner join outcome.person_group($attribute, $crossed) as person_group using (project_id, participant_id)
where project_id = $project_id
group by start.indicator_id, start.rater, person_group.group_name, person_group.crossed_name
