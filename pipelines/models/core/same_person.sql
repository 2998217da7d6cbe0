-- One row per number that is another person's, as the newest import that says so has it.
-- `place` sets the numbers of one person in an order; the number that is kept comes before them all.
with newest as (
    select project_id, participant_id, max(import_id) as import_id
    from registered.same_person
    group by project_id, participant_id
)
select
    project_id,
    participant_id,
    same_person.same_as,
    row_number() over (partition by project_id, same_person.same_as order by participant_id) as place
from registered.same_person as same_person
inner join newest using (project_id, participant_id, import_id)
