-- One row: how many take part, have a start, have a follow-up, and why the others have none on the day of asking.
-- Counted with a filter, for count_if is null, not 0, where there are no rows.
with person as (
    select
        count(*) filter (where participation = 'participant') as n_enrolled,
        count(*) filter (where participation = 'comparison') as n_comparison
    from core.participant
    where project_id = $project_id
),
course as (
    select
        count(*) as n_with_start,
        count(*) filter (where has_pair) as n_with_follow_up,
        count(*) filter (where reason = 'waiting' and due_on > $as_of) as not_due,
        count(*) filter (where reason = 'waiting' and coalesce(due_on <= $as_of, true)) as overdue,
        count(*) filter (where reason = 'left') as left,
        count(*) filter (where reason = 'unusable') as unusable
    from outcome.participation($moment)
    where project_id = $project_id
),
measurement as (
    select
        min(observation.measured_on) as first_measured_on,
        max(observation.measured_on) as last_measured_on
    from core.observation as observation
    inner join core.participant as participant using (project_id, participant_id)
    where project_id = $project_id
        and participant.participation = 'participant'
)
select *
from person
cross join course
cross join measurement
