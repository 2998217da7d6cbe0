-- One row per indicator, rater and group with a start without a pair: how many, by reason, on the day of asking.
select
    indicator_id,
    rater,
    group_name,
    coalesce(sum(n_missing) filter (where reason = 'waiting' and due_on > $as_of), 0) as not_due,
    coalesce(sum(n_missing) filter (where reason = 'waiting' and coalesce(due_on <= $as_of, true)), 0) as overdue,
    coalesce(sum(n_missing) filter (where reason = 'left'), 0) as left,
    coalesce(sum(n_missing) filter (where reason like 'unusable%'), 0) as unusable
from outcome.missing_count
where project_id = $project_id
    and horizon = $horizon
    and attribute = $attribute
group by indicator_id, rater, group_name
