-- One row: differs whenever something is imported, withdrawn or erased.
select
    max(registration.import_id) as import_id,
    max(registration.withdrawn_at) as withdrawn_at,
    (select max(erased_at) from registered.erasure where project_id = $project_id) as erased_at
from registered.import as registration
where registration.project_id = $project_id
