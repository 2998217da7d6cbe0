-- What follows from the registrations is no longer stored: models/ lays views over them. They carry the names of these
-- tables.
drop view outcome.pair;
drop table core.project;
drop table core.indicator;
drop table core.observation;
drop table core.participant;
drop table core.participant_attribute;
drop table core.membership;
drop table core.goal;
drop table core.intervention;
drop table core.narrative;
drop table core.recognition;
drop table core.project_size;
drop table core.same_person;
drop table core.built_with;
drop table outcome.start;
drop table outcome.missing;
drop table outcome.measured_count;
drop table outcome.missing_count;
drop table outcome.transition;
drop table outcome.participation;

alter table registered.observation rename to observation_before;

-- What is worked out of an observation and written beside it: `person_id`, under which number the participant counts;
-- `stands`, no newer import says it otherwise; `is_last`, no later moment of this person, indicator and rater stands.
-- One row per import, participant, indicator, moment and rater.
create table registered.observation (
    import_id integer not null,
    project_id integer not null,
    participant_id bigint not null,
    indicator_id integer not null,
    moment smallint not null,
    rater registered.rater not null,
    measured_on date,
    value double not null,
    person_id bigint not null,
    stands boolean not null,
    is_last boolean not null
);

insert into registered.observation by name
with other_number as (
    select project_id, participant_id, max_by(same_as, import_id) as same_as
    from registered.same_person
    group by project_id, participant_id
),
placed as (
    select *, row_number() over (partition by project_id, same_as order by participant_id) as place
    from other_number
),
said as (
    select
        observation.*,
        coalesce(placed.same_as, observation.participant_id) as person_id,
        observation.import_id * 1000 - coalesce(placed.place, 0) as rank
    from registered.observation_before as observation
    left join placed using (project_id, participant_id)
)
select
    * exclude (rank),
    rank = max(rank) over (partition by project_id, person_id, indicator_id, moment, rater) as stands,
    moment = max(moment) over (partition by project_id, person_id, indicator_id, rater) as is_last
from said
order by project_id, import_id, participant_id, moment, indicator_id;

drop table registered.observation_before;
