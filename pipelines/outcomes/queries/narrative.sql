-- One row per narrative, newest first. Who told it is left out.
select
    record_id,
    teller,
    told_on,
    life_domains,
    words,
    benefit,
    direction,
    consent,
    consented_on,
    chosen_by,
    chosen_because
from core.narrative
where project_id = $project_id
order by told_on desc, record_id
