-- One row per erasure, newest first, of one project or of all.
select
    project.name as project,
    erasure.erased_at,
    erasure.n_rows
from registered.erasure as erasure
inner join registered.project as project using (project_id)
where $project is null or project.name = $project
order by erasure.erased_at desc
