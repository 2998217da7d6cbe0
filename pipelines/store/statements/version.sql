-- One row: differs whenever something is imported, withdrawn, erased, or noted in the program itself.
with noted as (
    select project_id, max(noted_at) as noted_at from registered.given_recognition group by project_id
    union all
    select project_id, max(noted_at) as noted_at from registered.explanation group by project_id
    union all
    select project_id, max(noted_at) as noted_at from registered.attribution group by project_id
    union all
    select project_id, max(noted_at) as noted_at from registered.lesson group by project_id
    union all
    select project_id, max(removed_at) as noted_at from registered.removed_note group by project_id
)
select
    max(registration.import_id) as import_id,
    max(registration.withdrawn_at) as withdrawn_at,
    (select max(erased_at) from registered.erasure where project_id = $project_id) as erased_at,
    (select max(noted_at) from noted where project_id = $project_id) as noted_at
from registered.import as registration
where registration.project_id = $project_id
