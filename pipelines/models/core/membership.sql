-- One row per person, attribute and the group the person is in.
-- Attribute '' has one group, '' : all participants. Attribute 'group' sets the comparison group beside them; in all
-- other attributes it does not count.
with person as (
    select project_id, participant_id, participation
    from core.participant
)
select project_id, participant_id, '' as attribute, '' as group_name
from person
where participation = 'participant'
union
select project_id, participant_id, 'group' as attribute, participation as group_name
from person
union
select project_id, participant_id, attribute, participant_attribute.value as group_name
from core.participant_attribute as participant_attribute
inner join person using (project_id, participant_id)
where person.participation = 'participant'
