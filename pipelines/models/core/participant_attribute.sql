-- One row per person and attribute: the newest import wins.
with newest as (
    select project_id, participant_id, attribute, max(import_id) as import_id
    from registered.participant_attribute
    group by project_id, participant_id, attribute
)
select
    project_id,
    participant_id,
    attribute,
    participant_attribute.value
from registered.participant_attribute as participant_attribute
inner join newest using (project_id, participant_id, attribute, import_id)
