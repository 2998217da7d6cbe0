-- One row per indicator, rater and group with a start.
select indicator_id, rater, group_name, n_start, median_days
from outcome.measured_count
where project_id = $project_id
    and horizon = $horizon
    and attribute = $attribute
