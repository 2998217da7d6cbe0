-- One row: how many rows the imports that count left out by choice.
select coalesce(sum(rows_refused), 0) as n_rows
from registered.import
where project_id = $project_id
    and withdrawn_at is null
