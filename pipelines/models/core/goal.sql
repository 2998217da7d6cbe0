-- One row per goal, as the newest import has it.
with newest as (
    select project_id, record_id, max(import_id) as import_id
    from registered.goal
    group by project_id, record_id
)
select
    project_id,
    record_id,
    coalesce(same_person.same_as, participant_id) as participant_id,
    goal.life_domain,
    goal.description,
    goal.set_on,
    goal.due_on,
    goal.weight,
    goal.attained,
    goal.judged_on
from registered.goal as goal
inner join newest using (project_id, record_id, import_id)
left join core.same_person as same_person using (project_id, participant_id)
