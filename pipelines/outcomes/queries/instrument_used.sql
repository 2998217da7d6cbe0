-- One row per kind of intervention: how many participants had it.
select intervention.instrument, count(distinct participant_id) as n_participants
from core.intervention as intervention
inner join core.participant as participant using (project_id, participant_id)
where project_id = $project_id
    and participant.participation = 'participant'
group by intervention.instrument
order by n_participants desc, intervention.instrument
