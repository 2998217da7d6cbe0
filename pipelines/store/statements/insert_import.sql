-- Adds a line to the history and gives its number.
insert into registered.import (
    project_id, imported_at, fingerprint, file_names, rows_read, rows_accepted, rows_refused, rows_skipped
)
values ($project_id, $imported_at, $fingerprint, $file_names, $read, $accepted, $refused, $skipped)
returning import_id
