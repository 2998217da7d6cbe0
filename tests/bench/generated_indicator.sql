-- The 13 indicators of one set, for every project.
insert into registered.indicator by name
select
    1 as import_id,
    project_id,
    indicator_id,
    'zrm_2017' as instrument,
    'zrm' as family,
    code,
    life_domain,
    indicator_id as position,
    definition
from registered.project
cross join described
