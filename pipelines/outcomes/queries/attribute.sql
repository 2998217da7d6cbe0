-- One row per attribute and group by which the project can be broken down. 'group' only with a comparison group.
with membership as (
    select distinct attribute, group_name
    from core.membership
    where project_id = $project_id
        and attribute <> ''
)
select attribute, group_name
from membership
where attribute <> 'group'
    or exists (select 1 from membership as other where other.attribute = 'group' and other.group_name = 'comparison')
order by attribute, group_name
