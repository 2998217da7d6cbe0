-- One row per attribute: of how many participants it is known.
select attribute, count(distinct participant_id) as n_known
from core.membership
where project_id = $project_id
    and attribute not in ('', 'group')
group by attribute
order by attribute
