-- One row per project, with its facts.
select *
from core.project
order by project_id
