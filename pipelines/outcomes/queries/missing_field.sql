-- One row per field: in how many of the records that should have it, it is not filled in.
with participant as (
    select project_id, enrolled_on, left_on, exit_reason
    from core.participant
    where participation = 'participant'
),
asked as (
    select project_id, 'enrolled_on' as field, enrolled_on is null as is_missing from participant
    union all
    select project_id, 'exit_reason' as field, exit_reason is null as is_missing from participant
    where left_on is not null
    union all
    select project_id, 'measured_on' as field, measured_on is null as is_missing from core.observation
    union all
    select project_id, 'goal_attained' as field, attained is null as is_missing from core.goal
    where due_on <= $as_of
    union all
    select project_id, 'intervention_ended_on' as field, ended_on is null as is_missing from core.intervention
    union all
    select project_id, 'intervention_hours' as field, hours is null as is_missing from core.intervention
)
select field, count(*) as n, count_if(is_missing) as n_missing
from asked
where project_id = $project_id
group by field
order by field
