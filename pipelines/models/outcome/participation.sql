-- One row per participant with a start on at least one indicator.
-- Without a pair on any indicator the reason is the first that holds for one of them: unusable, left, waiting; and
-- the due date is that of the first follow-up due, unknown when any start has no date.
with course as (
    select
        project_id,
        participant_id,
        count_if(start.is_pair) > 0 as has_pair,
        count_if(missing.reason like 'unusable%') > 0 as is_unusable,
        count_if(missing.reason = 'left') > 0 as has_left,
        case when count(missing.reason) = count(missing.due_on) then min(missing.due_on) end as due_on
    from outcome.start($moment) as start
    inner join core.participant as participant using (project_id, participant_id)
    left join outcome.missing($moment) as missing using (project_id, participant_id, indicator_id, rater)
    where participant.participation = 'participant'
    group by project_id, participant_id
)
select
    project_id,
    participant_id,
    has_pair,
    case
        when has_pair then null
        when is_unusable then 'unusable'
        when has_left then 'left'
        else 'waiting'
    end as reason,
    due_on
from course
