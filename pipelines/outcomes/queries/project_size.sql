-- One row: how much a project registered.
with participant as (
    select count(*) as n_participants
    from core.participant
    where project_id = $project_id
        and participation = 'participant'
),
observation as (
    select count(*) as n_observations
    from core.observation
    where project_id = $project_id
),
narrative as (
    select count(*) as n_narratives
    from core.narrative
    where project_id = $project_id
)
select *
from participant
cross join observation
cross join narrative
