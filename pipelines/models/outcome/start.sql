-- One row per horizon, participant, indicator and rater with a start, beside the follow-up if there is one.
-- $moment pins the follow-up to that moment; null takes the last one measured.
with measurement as (
    select
        project_id,
        participant_id,
        indicator_id,
        rater,
        moment,
        measured_on,
        value,
        moment = 0 as is_start,
        moment > 0 and coalesce(moment = $moment, is_last) as is_follow_up
    from core.observation
),
course as (
    select
        project_id,
        participant_id,
        indicator_id,
        rater,
        max(measured_on) filter (where is_start) as start_on,
        max(value) filter (where is_start) as start_value,
        max(moment) filter (where is_follow_up) as follow_up_moment,
        max(measured_on) filter (where is_follow_up) as follow_up_on,
        max(value) filter (where is_follow_up) as follow_up_value
    from measurement
    where is_start or is_follow_up
    group by project_id, participant_id, indicator_id, rater
),
timed as (
    select
        *,
        unix_date(follow_up_on) - unix_date(start_on) as duration_days
    from course
    where start_value is not null
)
select
    project_id,
    cast(coalesce($moment, 0) as smallint) as horizon,
    participant_id,
    indicator_id,
    rater,
    start_on,
    start_value,
    follow_up_moment,
    follow_up_on,
    follow_up_value,
    duration_days,
    follow_up_moment is not null and coalesce(duration_days > 0, true) as is_pair
from timed
