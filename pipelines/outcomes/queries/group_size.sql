-- One row per group: how many people are in it.
select group_name, crossed_name, count(*) as n_enrolled
from outcome.person_group($attribute, $crossed)
where project_id = $project_id
group by group_name, crossed_name
order by group_name, crossed_name
