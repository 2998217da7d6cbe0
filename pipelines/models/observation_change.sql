-- One row per uploaded observation that differs from the one that stands, with the newest import that says the latter.
with changed as (
    select
        uploaded.sheet,
        uploaded."row",
        uploaded.participant_id,
        uploaded.instrument,
        uploaded.indicator,
        indicator.indicator_id,
        uploaded.moment,
        standing.rater,
        standing.value as old,
        uploaded.value as new
    from uploaded
    inner join core.indicator as indicator
        on indicator.instrument = uploaded.instrument
        and indicator.code = uploaded.indicator
        and indicator.project_id = $project_id
    inner join core.observation as standing
        on standing.project_id = $project_id
        and standing.participant_id = uploaded.participant_id
        and standing.indicator_id = indicator.indicator_id
        and standing.moment = uploaded.moment
        and standing.rater = uploaded.rater
    where standing.value <> uploaded.value
        or standing.measured_on is distinct from uploaded.measured_on
),
said as (
    select
        coalesce(same_person.same_as, participant_id) as participant_id,
        observation.indicator_id,
        observation.moment,
        observation.rater,
        observation.import_id
    from registered.observation as observation
    left join core.same_person as same_person using (project_id, participant_id)
    where project_id = $project_id
),
source as (
    select changed.participant_id, changed.indicator_id, changed.moment, changed.rater, max(said.import_id) as import_id
    from changed
    inner join said using (participant_id, indicator_id, moment, rater)
    group by changed.participant_id, changed.indicator_id, changed.moment, changed.rater
)
select
    changed.sheet,
    changed."row",
    changed.instrument,
    changed.indicator,
    changed.moment,
    changed.old,
    changed.new,
    source.import_id
from changed
inner join source using (participant_id, indicator_id, moment, rater)
