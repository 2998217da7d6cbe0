-- Pairs are the starts that have a usable follow-up: seen, not stored a second time.
drop table outcome.pair;

-- One row per horizon, participant, indicator and rater with a start and a follow-up dated after it.
-- One rater and one instrument version by construction: an indicator belongs to one version.
create view outcome.pair as
select
    project_id,
    horizon,
    participant_id,
    indicator_id,
    rater,
    start_on,
    start_value,
    follow_up_moment,
    follow_up_on,
    follow_up_value,
    duration_days
from outcome.start
where is_pair;
