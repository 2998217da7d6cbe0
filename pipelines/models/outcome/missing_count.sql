-- One row per horizon, indicator, rater, attribute, group, reason and due date: how many starts have no pair.
-- Whether a waiting one is not yet due or overdue depends on the day of asking, so the due date stays.
select
    project_id,
    missing.horizon,
    missing.indicator_id,
    missing.rater,
    membership.attribute,
    membership.group_name,
    missing.reason,
    missing.due_on,
    count(*) as n_missing
from outcome.missing as missing
inner join core.membership as membership using (project_id, participant_id)
group by
    project_id,
    missing.horizon,
    missing.indicator_id,
    missing.rater,
    membership.attribute,
    membership.group_name,
    missing.reason,
    missing.due_on
