-- One row per intervention of a participant. One without an end is running, unless its participant left.
select
    participant_id,
    coalesce(intervention.life_domain, '') as life_domain,
    intervention.instrument,
    intervention.done_by,
    intervention.started_on,
    intervention.ended_on,
    intervention.hours,
    intervention.result,
    unix_date(intervention.ended_on) - unix_date(intervention.started_on) as duration_days,
    intervention.ended_on is null and participant.left_on is null as is_running
from core.intervention as intervention
inner join core.participant as participant using (project_id, participant_id)
where project_id = $project_id
    and participant.participation = 'participant'
order by intervention.record_id
