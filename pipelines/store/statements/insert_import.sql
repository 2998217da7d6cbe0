-- Adds a line to the history and gives its number.
insert into registered.import (
    project_id, imported_at, imported_by, fingerprint, file_names, file_digests,
    rows_read, rows_accepted, rows_refused, rows_skipped
)
values (
    $project_id, $imported_at, $imported_by, $fingerprint, $file_names, $file_digests,
    $read, $accepted, $refused, $skipped
)
returning import_id
