-- One row per goal of a participant.
select
    participant_id,
    goal.life_domain,
    goal.description,
    goal.weight,
    goal.attained,
    goal.due_on,
    unix_date(goal.judged_on) - unix_date(goal.set_on) as duration_days
from core.goal as goal
inner join core.participant as participant using (project_id, participant_id)
where project_id = $project_id
    and participant.participation = 'participant'
order by goal.life_domain, participant_id, goal.record_id
