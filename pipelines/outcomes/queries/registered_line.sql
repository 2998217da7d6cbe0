-- One row per thing that is registered and counts in results, as one line of text, in an order of their own.
with registered_line as (
    select concat_ws('|', 'participant', participant_id, participation, enrolled_on, left_on) as line
    from core.participant
    where project_id = $project_id
    union all
    select concat_ws('|', 'membership', participant_id, attribute, group_name) as line
    from core.membership
    where project_id = $project_id
    union all
    select
        concat_ws('|', 'observation', participant_id, indicator.instrument, indicator.code, rater, moment, measured_on, value)
            as line
    from core.observation as observation
    inner join core.indicator as indicator using (project_id, indicator_id)
    where project_id = $project_id
    union all
    select concat_ws('|', 'goal', participant_id, life_domain, description, attained, judged_on) as line
    from core.goal
    where project_id = $project_id
    union all
    select concat_ws('|', 'recognition', respondent, life_domain, score, judged_on) as line
    from core.recognition
    where project_id = $project_id
    union all
    select concat_ws('|', 'narrative', record_id, direction, consent) as line
    from core.narrative
    where project_id = $project_id
)
select line
from registered_line
order by line
