-- Adds the indicators that an import used. One that the project measured before keeps its number.
insert into registered.indicator by name
with numbered as (
    select distinct instrument, code, indicator_id
    from registered.indicator
    where project_id = $project_id
)
select
    $import_id as import_id,
    $project_id as project_id,
    coalesce(numbered.indicator_id, nextval('registered.indicator_number')) as indicator_id,
    uploaded.*
from uploaded
left join numbered using (instrument, code)
order by uploaded.position
