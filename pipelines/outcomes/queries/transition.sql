-- One row per indicator, rater, group, start value and follow-up value.
select indicator_id, rater, group_name, crossed_name, start_value, follow_up_value, n_pairs
from outcome.transition($moment, $attribute, $crossed)
where project_id = $project_id
order by indicator_id, rater, group_name, crossed_name, start_value, follow_up_value
