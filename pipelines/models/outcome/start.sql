-- One row per participant, indicator and rater with a start, beside the follow-up if there is one.
-- $moment pins the follow-up to that moment; null takes the last one measured.
with start as (
    select project_id, participant_id, indicator_id, rater, measured_on as start_on, value as start_value
    from core.observation
    where moment = 0
),
follow_up as (
    select
        project_id,
        participant_id,
        indicator_id,
        rater,
        moment as follow_up_moment,
        measured_on as follow_up_on,
        value as follow_up_value
    from core.observation
    where moment > 0
        and coalesce(moment = $moment, is_last)
),
course as (
    select
        *,
        unix_date(follow_up_on) - unix_date(start_on) as duration_days
    from start
    left join follow_up using (project_id, participant_id, indicator_id, rater)
)
select
    project_id,
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
from course
