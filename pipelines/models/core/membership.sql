-- One row per person, attribute and the group the person is in.
-- Attribute '' has one group, '' : all participants. Attribute 'group' sets the comparison group beside them; in all
-- other attributes it does not count.
select project_id, participant_id, '' as attribute, '' as group_name
from core.participant
where participation = 'participant'
union
select project_id, participant_id, 'group' as attribute, participation as group_name
from core.participant
union
select project_id, participant_id, attribute, participant_attribute.value as group_name
from core.participant_attribute as participant_attribute
inner join core.participant as participant using (project_id, participant_id)
where participant.participation = 'participant'
