-- One row per narrative, as the newest import has it.
with newest as (
    select project_id, record_id, max(import_id) as import_id
    from registered.narrative
    group by project_id, record_id
)
select
    project_id,
    record_id,
    coalesce(same_person.same_as, participant_id) as participant_id,
    narrative.teller,
    narrative.told_on,
    narrative.life_domains,
    narrative.words,
    narrative.benefit,
    narrative.direction,
    narrative.consent,
    narrative.consented_on,
    narrative.chosen_by,
    narrative.chosen_because
from registered.narrative as narrative
inner join newest using (project_id, record_id, import_id)
left join core.same_person as same_person using (project_id, participant_id)
