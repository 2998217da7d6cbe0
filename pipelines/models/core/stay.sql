-- One row per participant: since when and until when they take part. Who has no day of coming came on the day of the
-- first measurement, as far as that is known; nobody leaves before they came.
with first_measured as (
    select project_id, participant_id, min(measured_on) as measured_on
    from core.observation
    group by project_id, participant_id
),
stay as (
    select
        project_id,
        participant_id,
        coalesce(participant.enrolled_on, first_measured.measured_on) as came_on,
        participant.left_on,
        participant.exit_reason
    from core.participant as participant
    left join first_measured using (project_id, participant_id)
    where participant.participation = 'participant'
)
select
    project_id,
    participant_id,
    came_on,
    case when left_on < came_on then came_on else left_on end as left_on,
    exit_reason
from stay
