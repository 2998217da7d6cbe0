-- One row per participant, indicator, moment and rater: the newest import wins. `is_last`: no later moment was measured.
select
    project_id,
    person_id as participant_id,
    indicator_id,
    moment,
    rater,
    measured_on,
    value,
    is_last
from registered.observation
where stands
