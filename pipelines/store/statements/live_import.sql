-- The import of these files, read this way, that still stands: at most one row.
select import_id
from registered.import
where project_id = $project_id
    and fingerprint = $fingerprint
    and withdrawn_at is null
