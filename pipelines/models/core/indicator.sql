-- One row per project and indicator, described as the newest import describes it.
with newest as (
    select project_id, indicator_id, max(import_id) as import_id
    from registered.indicator
    group by project_id, indicator_id
)
select
    project_id,
    indicator_id,
    indicator.instrument,
    indicator.family,
    indicator.code,
    indicator.life_domain,
    indicator.position,
    indicator.definition
from registered.indicator as indicator
inner join newest using (project_id, indicator_id, import_id)
