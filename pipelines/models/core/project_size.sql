-- One row per project: how much it registered.
with participant as (
    select project_id, count_if(participation = 'participant') as n_participants
    from core.participant
    group by project_id
),
observation as (
    select project_id, count(*) as n_observations
    from core.observation
    group by project_id
),
narrative as (
    select project_id, count(*) as n_narratives
    from core.narrative
    group by project_id
)
select
    project_id,
    coalesce(participant.n_participants, 0) as n_participants,
    coalesce(observation.n_observations, 0) as n_observations,
    coalesce(narrative.n_narratives, 0) as n_narratives
from core.project
left join participant using (project_id)
left join observation using (project_id)
left join narrative using (project_id)
