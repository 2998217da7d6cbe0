-- One row per kind of sheet: the newest day that it speaks of, and of how many participants it speaks.
with said as (
    select project_id, 'measurements' as kind, measured_on as said_on, participant_id from core.observation
    union all
    select project_id, 'goals' as kind, coalesce(judged_on, set_on) as said_on, participant_id from core.goal
    union all
    select project_id, 'interventions' as kind, coalesce(ended_on, started_on) as said_on, participant_id
    from core.intervention
    union all
    select project_id, 'narratives' as kind, told_on as said_on, participant_id from core.narrative
    union all
    select project_id, 'recognition' as kind, judged_on as said_on, null as participant_id from core.recognition
)
select kind, max(said_on) as last_on, count(distinct participant_id) as n_participants
from said
where project_id = $project_id
    and coalesce(said_on <= $as_of, true)
group by kind
