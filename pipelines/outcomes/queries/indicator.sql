-- One row per indicator of the project, instrument by instrument, in the instrument's own order.
select indicator_id, instrument, definition
from core.indicator
where project_id = $project_id
order by min(indicator_id) over (partition by instrument), position
