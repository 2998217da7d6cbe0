-- The mapping that a project's columns had last: at most one row.
select mapping
from registered.project_mapping
where project_id = $project_id
order by remembered_at desc
limit 1
