-- One row per indicator, rater, group and quarter of a follow-up, start value and value: how many pairs.
select
    follow_up.indicator_id,
    follow_up.rater,
    person_group.group_name,
    year(follow_up.measured_on) as follow_up_year,
    quarter(follow_up.measured_on) as follow_up_quarter,
    follow_up.start_value,
    follow_up.value,
    count(*) as n_pairs
from outcome.follow_up as follow_up
inner join outcome.person_group($attribute, null) as person_group using (project_id, participant_id)
where project_id = $project_id
    and follow_up.measured_on is not null
group by
    follow_up.indicator_id,
    follow_up.rater,
    person_group.group_name,
    year(follow_up.measured_on),
    quarter(follow_up.measured_on),
    follow_up.start_value,
    follow_up.value
order by follow_up_year, follow_up_quarter
