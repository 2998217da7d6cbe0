-- One row per indicator and rater: the start values of participants with a pair beside those of participants who were
-- lost. Who is not yet due is neither.
with course as (
    select
        start.indicator_id,
        start.rater,
        start.start_value,
        start.is_pair,
        missing.reason is not null
        and not coalesce(missing.reason = 'waiting' and missing.due_on > $as_of, false) as is_lost
    from outcome.start($moment) as start
    inner join core.participant as participant using (project_id, participant_id)
    left join outcome.missing($moment) as missing using (project_id, participant_id, indicator_id, rater)
    where project_id = $project_id
        and participant.participation = 'participant'
)
select
    indicator_id,
    rater,
    count_if(is_pair) as n_completers,
    avg(start_value) filter (where is_pair) as mean_completers,
    var_samp(start_value) filter (where is_pair) as variance_completers,
    count_if(is_lost) as n_drop_outs,
    avg(start_value) filter (where is_lost) as mean_drop_outs,
    var_samp(start_value) filter (where is_lost) as variance_drop_outs
from course
group by indicator_id, rater
