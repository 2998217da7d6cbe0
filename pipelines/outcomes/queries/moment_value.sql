-- One row per indicator, rater, group, moment and value: how many people, and between which days.
select
    observation.indicator_id,
    observation.rater,
    person_group.group_name,
    observation.moment,
    observation.value,
    count(*) as n,
    min(observation.measured_on) as first_measured_on,
    max(observation.measured_on) as last_measured_on
from core.observation as observation
inner join outcome.person_group($attribute, null) as person_group using (project_id, participant_id)
where project_id = $project_id
group by observation.indicator_id, observation.rater, person_group.group_name, observation.moment, observation.value
order by observation.indicator_id, observation.rater, person_group.group_name, observation.moment, observation.value
