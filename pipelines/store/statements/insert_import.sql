-- Adds a line to the history and gives its number: the next one. A sequence would skip those of rehearsals.
insert into registered.import (
    import_id, project_id, imported_at, imported_by, fingerprint, file_names, file_digests,
    rows_read, rows_accepted, rows_refused, rows_skipped
)
values (
    (select coalesce(max(import_id), 0) + 1 from registered.import), $project_id, $imported_at, $imported_by, $fingerprint, $file_names, $file_digests,
    $read, $accepted, $refused, $skipped
)
returning import_id
