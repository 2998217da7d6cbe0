-- One row per observation of a project of which it changed who it is about, whether it stands, or whether it is the last.
-- The newest import wins; of several numbers of one person the one that is kept goes first.
with said as (
    select
        rowid as place,
        coalesce(same_person.same_as, participant_id) as person_id,
        observation.indicator_id,
        observation.moment,
        observation.rater,
        observation.import_id * 1000 - coalesce(same_person.place, 0) as rank,
        observation.person_id as person_before,
        observation.stands as stood,
        observation.is_last as was_last
    from registered.observation as observation
    left join core.same_person as same_person using (project_id, participant_id)
    where project_id = $project_id
),
newest as (
    select person_id, indicator_id, moment, rater, max(rank) as rank
    from said
    group by person_id, indicator_id, moment, rater
),
last_moment as (
    select person_id, indicator_id, rater, max(moment) as moment
    from newest
    group by person_id, indicator_id, rater
),
settled as (
    select
        said.place,
        person_id,
        said.rank = newest.rank as stands,
        said.moment = last_moment.moment as is_last,
        said.person_before,
        said.stood,
        said.was_last
    from said
    inner join newest using (person_id, indicator_id, moment, rater)
    inner join last_moment using (person_id, indicator_id, rater)
)
select place, person_id, stands, is_last
from settled
where person_id <> person_before
    or stands <> stood
    or is_last <> was_last
