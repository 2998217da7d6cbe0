-- The import no longer stands.
update registered.import
set withdrawn_at = $withdrawn_at
where import_id = $import_id
