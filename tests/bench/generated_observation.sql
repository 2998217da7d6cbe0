-- Invented observations: projects of 500 people, 13 indicators with levels 1 to 5, two to four moments a person. After
-- the first $n_small projects they are of $large people each.
with person as (
    select
        case
            when number < $n_small * 500 then number // 500
            else $n_small + (number - $n_small * 500) // $large
        end as project_id,
        number as participant_id,
        2 + hash(number) % 3 as n_moments
    from range($n_people) as people(number)
),
measurement as (
    select project_id, participant_id, moment, moment = n_moments - 1 as is_last
    from person
    cross join range(4) as moments(moment)
    where moment < n_moments
)
select
    1 as import_id,
    cast(project_id as integer) as project_id,
    cast(participant_id as bigint) as participant_id,
    cast(indicator_id as integer) as indicator_id,
    cast(moment as smallint) as moment,
    cast('professional' as registered.rater) as rater,
    date '2024-01-01' + cast(180 * moment + hash(participant_id) % 30 as integer) as measured_on,
    cast(1 + hash(participant_id, indicator_id, moment) % 5 as double) as value,
    cast(participant_id as bigint) as person_id,
    true as stands,
    is_last
from measurement
cross join range(13) as indicators(indicator_id)
order by project_id, participant_id, moment, indicator_id
