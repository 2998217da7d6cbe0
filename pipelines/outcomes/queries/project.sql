-- One row per project: its facts and how much it registered.
select
    project.*,
    size.n_participants,
    size.n_observations,
    size.n_narratives
from core.project as project
inner join core.project_size as size using (project_id)
order by project_id
