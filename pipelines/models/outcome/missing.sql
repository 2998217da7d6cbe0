-- One row per participant, indicator and rater with a start and no pair, with the reason:
-- unusable_date, unusable_version, unusable_rater, left, or waiting for a follow-up that is due on due_on.
with unpaired as (
    select
        project_id,
        start.participant_id,
        indicator_id,
        start.rater,
        start.start_on,
        start.follow_up_moment,
        indicator.instrument,
        indicator.family
    from outcome.start($moment) as start
    inner join core.indicator as indicator using (project_id, indicator_id)
    where not start.is_pair
),
follow_up as (
    select
        project_id,
        observation.participant_id,
        indicator_id,
        indicator.instrument,
        indicator.family
    from core.observation as observation
    inner join core.indicator as indicator using (project_id, indicator_id)
    where observation.moment > 0
        and coalesce(observation.moment = $moment, true)
),
measured_otherwise as (
    select
        unpaired.project_id,
        unpaired.participant_id,
        unpaired.indicator_id,
        unpaired.rater,
        count_if(follow_up.instrument <> unpaired.instrument) as n_other_version,
        count_if(follow_up.indicator_id = unpaired.indicator_id) as n_other_rater
    from unpaired
    inner join follow_up
        on unpaired.project_id = follow_up.project_id
        and unpaired.participant_id = follow_up.participant_id
        and unpaired.family = follow_up.family
    group by unpaired.project_id, unpaired.participant_id, unpaired.indicator_id, unpaired.rater
)
select
    project_id,
    participant_id,
    indicator_id,
    rater,
    case
        when unpaired.follow_up_moment is not null then 'unusable_date'
        when measured_otherwise.n_other_version > 0 then 'unusable_version'
        when measured_otherwise.n_other_rater > 0 then 'unusable_rater'
        when participant.left_on is not null then 'left'
        else 'waiting'
    end as reason,
    add_months(unpaired.start_on, coalesce(project.follow_up_months, 6) * coalesce($moment, 1)) as due_on
from unpaired
inner join core.project as project using (project_id)
inner join core.participant as participant using (project_id, participant_id)
left join measured_otherwise using (project_id, participant_id, indicator_id, rater)
