-- One row: how many uploaded observations are new, changed and the same.
-- count_if is null, not 0, where there is no row or every row is unknown.
with standing as (
    select participant_id, indicator.instrument, indicator.code as indicator, moment, rater, measured_on, value
    from core.observation
    inner join core.indicator as indicator using (project_id, indicator_id)
    where project_id = $project_id
)
select
    coalesce(count_if(standing.value is null), 0) as n_new,
    coalesce(
        count_if(
            standing.value is not null
            and (standing.value <> uploaded.value or standing.measured_on is distinct from uploaded.measured_on)
        ),
        0
    ) as n_changed,
    coalesce(
        count_if(
            standing.value is not null
            and standing.value = uploaded.value
            and standing.measured_on is not distinct from uploaded.measured_on
        ),
        0
    ) as n_same
from uploaded
left join standing
    on uploaded.participant_id = standing.participant_id
    and uploaded.instrument = standing.instrument
    and uploaded.indicator = standing.indicator
    and uploaded.moment = standing.moment
    and uploaded.rater = standing.rater
