-- One row per indicator, rater, group, start value and follow-up value.
select indicator_id, rater, group_name, start_value, follow_up_value, n_pairs
from outcome.transition($moment)
where project_id = $project_id
    and attribute = $attribute
order by indicator_id, rater, group_name, start_value, follow_up_value
