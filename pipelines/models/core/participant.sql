-- One row per person: everybody who was listed, as the newest import lists them, and everybody who was measured.
-- Who was measured without being listed is a participant. Of several numbers of one person the one that is kept goes first.
with listed as (
    select
        project_id,
        coalesce(same_person.same_as, participant_id) as participant_id,
        participant.participation,
        participant.enrolled_on,
        participant.left_on,
        participant.exit_reason,
        participant.household_id,
        participant.import_id * 1000 - coalesce(same_person.place, 0) as rank
    from registered.participant as participant
    left join core.same_person as same_person using (project_id, participant_id)
),
mention as (
    select project_id, participant_id, rank from listed
    union all
    select project_id, participant_id, 0 as rank from core.observation
),
newest as (
    select project_id, participant_id, max(rank) as rank
    from mention
    group by project_id, participant_id
)
select
    project_id,
    participant_id,
    coalesce(listed.participation, 'participant') as participation,
    listed.enrolled_on,
    listed.left_on,
    listed.exit_reason,
    listed.household_id
from newest
left join listed using (project_id, participant_id, rank)
