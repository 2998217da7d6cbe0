-- One row per day of coming, day of leaving and reason: how many participants, and how many of them without a start.
with started as (
    select distinct project_id, participant_id
    from core.observation
    where moment = 0
)
select
    stay.came_on,
    stay.left_on,
    stay.exit_reason,
    count(*) as n,
    count(*) filter (where started.participant_id is null) as n_without_start
from core.stay as stay
left join started using (project_id, participant_id)
where project_id = $project_id
group by stay.came_on, stay.left_on, stay.exit_reason
order by stay.came_on, stay.left_on, stay.exit_reason
