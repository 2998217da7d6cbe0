-- One row per two numbers of which somebody said that they are one person's, withdrawn imports apart.
select distinct
    participant_id,
    same_as
from registered.same_person
where project_id = $project_id
