-- The numbers of the indicators that an import used.
select instrument, code, indicator_id
from registered.indicator
where import_id = $import_id
