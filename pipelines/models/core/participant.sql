-- One row per person: everybody who was listed, as the newest import lists them, and everybody who was measured.
-- Who was measured without being listed is a participant. Of several numbers of one person the one that is kept goes first.
with mention as (
    select
        project_id,
        coalesce(same_person.same_as, participant_id) as participant_id,
        participant.import_id * 1000 - coalesce(same_person.place, 0) as rank,
        struct_pack(
            participation := participant.participation,
            enrolled_on := participant.enrolled_on,
            left_on := participant.left_on,
            exit_reason := participant.exit_reason,
            household_id := participant.household_id
        ) as listed
    from registered.participant as participant
    left join core.same_person as same_person using (project_id, participant_id)
    union all
    select project_id, participant_id, 0 as rank, null as listed
    from core.observation
    where is_last
),
newest as (
    select project_id, participant_id, max_by(listed, rank) as listed
    from mention
    group by project_id, participant_id
)
select
    project_id,
    participant_id,
    coalesce(newest.listed.participation, 'participant') as participation,
    newest.listed.enrolled_on,
    newest.listed.left_on,
    newest.listed.exit_reason,
    newest.listed.household_id
from newest
