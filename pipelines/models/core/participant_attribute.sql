-- One row per person and attribute: the newest import wins, and in it the number of the person that is kept.
with said as (
    select
        project_id,
        coalesce(same_person.same_as, participant_id) as participant_id,
        participant_attribute.attribute,
        participant_attribute.value,
        participant_attribute.import_id * 1000 - coalesce(same_person.place, 0) as rank
    from registered.participant_attribute as participant_attribute
    left join core.same_person as same_person using (project_id, participant_id)
),
newest as (
    select project_id, participant_id, attribute, max(rank) as rank
    from said
    group by project_id, participant_id, attribute
)
select
    project_id,
    participant_id,
    attribute,
    said.value
from said
inner join newest using (project_id, participant_id, attribute, rank)
