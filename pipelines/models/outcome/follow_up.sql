-- One row per participant, indicator, rater and follow-up moment with a start dated before it.
-- `next_value` is that of the very next moment, missing where that was skipped or is not there yet.
with start as (
    select project_id, participant_id, indicator_id, rater, measured_on as start_on, value as start_value
    from core.observation
    where moment = 0
),
later as (
    select
        project_id,
        participant_id,
        indicator_id,
        rater,
        start.start_on,
        start.start_value,
        observation.moment,
        observation.measured_on,
        observation.value,
        unix_date(observation.measured_on) - unix_date(start.start_on) as duration_days
    from start
    inner join core.observation as observation using (project_id, participant_id, indicator_id, rater)
    where observation.moment > 0
),
dated as (
    select *
    from later
    where coalesce(duration_days > 0, true)
)
select
    dated.project_id,
    dated.participant_id,
    dated.indicator_id,
    dated.rater,
    dated.start_on,
    dated.start_value,
    dated.moment,
    dated.measured_on,
    dated.value,
    dated.duration_days,
    following.value as next_value
from dated
left join dated as following
    on following.project_id = dated.project_id
    and following.participant_id = dated.participant_id
    and following.indicator_id = dated.indicator_id
    and following.rater = dated.rater
    and following.moment = dated.moment + 1
