-- One row per indicator, rater and group with a start without a pair: how many, by reason, on the day of asking.
select
    missing.indicator_id,
    missing.rater,
    person_group.group_name,
    person_group.crossed_name,
    count(*) filter (where missing.reason = 'waiting' and missing.due_on > $as_of) as not_due,
    count(*) filter (where missing.reason = 'waiting' and coalesce(missing.due_on <= $as_of, true)) as overdue,
    count(*) filter (where missing.reason = 'left') as left,
    count(*) filter (where missing.reason like 'unusable%') as unusable
from outcome.missing($moment) as missing
inner join outcome.person_group($attribute, $crossed) as person_group using (project_id, participant_id)
where project_id = $project_id
group by missing.indicator_id, missing.rater, person_group.group_name, person_group.crossed_name
