-- One row per participant who is still here: the last moment measured, the day of the start and that of coming.
with measured as (
    select
        project_id,
        participant_id,
        max(moment) as last_moment,
        min(measured_on) filter (where moment = 0) as start_on,
        count(*) filter (where moment = 0) as n_starts
    from core.observation
    group by project_id, participant_id
)
select
    participant_id,
    measured.last_moment,
    coalesce(measured.n_starts, 0) > 0 as has_start,
    measured.start_on,
    stay.came_on
from core.stay as stay
left join measured using (project_id, participant_id)
where project_id = $project_id
    and coalesce(stay.left_on > $as_of, true)
order by stay.came_on, participant_id
