-- One row per group of the attribute: how many people are in it.
select group_name, count(*) as n_enrolled
from core.membership
where project_id = $project_id
    and attribute = $attribute
group by group_name
order by group_name
