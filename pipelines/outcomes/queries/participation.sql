-- One row: how many take part, have a start, have a follow-up, and why the others have none on the day of asking.
with person as (
    select
        count_if(participation = 'participant') as n_enrolled,
        count_if(participation = 'comparison') as n_comparison
    from core.participant
    where project_id = $project_id
),
course as (
    select
        count(*) as n_with_start,
        count_if(has_pair) as n_with_follow_up,
        count_if(reason = 'waiting' and due_on > $as_of) as not_due,
        count_if(reason = 'waiting' and coalesce(due_on <= $as_of, true)) as overdue,
        count_if(reason = 'left') as left,
        count_if(reason = 'unusable') as unusable
    from outcome.participation
    where project_id = $project_id
        and horizon = $horizon
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
