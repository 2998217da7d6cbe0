-- One row per intervention, as the newest import has it.
with newest as (
    select project_id, record_id, max(import_id) as import_id
    from registered.intervention
    group by project_id, record_id
)
select
    project_id,
    record_id,
    coalesce(same_person.same_as, participant_id) as participant_id,
    intervention.life_domain,
    intervention.instrument,
    intervention.done_by,
    intervention.started_on,
    intervention.ended_on,
    intervention.hours,
    intervention.result
from registered.intervention as intervention
inner join newest using (project_id, record_id, import_id)
left join core.same_person as same_person using (project_id, participant_id)
