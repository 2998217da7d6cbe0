-- One row per participant, indicator and rater with a start and a follow-up dated after it.
-- One rater and one instrument version by construction: an indicator belongs to one version.
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
    duration_days
from outcome.start($moment)
where is_pair
