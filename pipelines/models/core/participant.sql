-- One row per person: everybody who was listed, as the newest import lists them, and everybody who was measured.
-- Who was measured without being listed is a participant.
with mention as (
    select project_id, participant_id, import_id from registered.participant
    union all
    select project_id, participant_id, 0 as import_id from core.observation
),
newest as (
    select project_id, participant_id, max(import_id) as import_id
    from mention
    group by project_id, participant_id
)
select
    project_id,
    participant_id,
    coalesce(participant.participation, 'participant') as participation,
    participant.enrolled_on,
    participant.left_on,
    participant.exit_reason,
    participant.household_id
from newest
left join registered.participant as participant using (project_id, participant_id, import_id)
