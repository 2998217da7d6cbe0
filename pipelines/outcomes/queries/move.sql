-- One row per narrative and pair of its teller on a life domain that it speaks about, among all participants' pairs.
-- What others tell of a participant has no move: who told it cannot agree to that for somebody else.
with telling as (
    select project_id, record_id, participant_id, unnest(life_domains) as life_domain
    from core.narrative
    where project_id = $project_id
        and participant_id is not null
        and teller = 'participant'
),
transition as (
    select
        project_id,
        indicator_id,
        rater,
        start_value,
        follow_up_value,
        n_pairs as n_same_move,
        sum(n_pairs) over (partition by indicator_id, rater, start_value) as n_same_start
    from outcome.transition(null, '', null)
    where project_id = $project_id
)
select
    telling.record_id,
    pair.indicator_id,
    pair.rater,
    pair.start_value as start,
    pair.follow_up_value as follow_up,
    transition.n_same_move,
    transition.n_same_start
from telling
inner join core.participant as participant using (project_id, participant_id)
inner join outcome.pair(null) as pair using (project_id, participant_id)
inner join core.indicator as indicator using (project_id, indicator_id, life_domain)
inner join transition using (project_id, indicator_id, rater, start_value, follow_up_value)
where participant.participation = 'participant'
order by telling.record_id, pair.indicator_id, pair.rater
