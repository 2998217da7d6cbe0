-- What the observations of one visit have in common stands together and is kept as runs: written in two thirds of the
-- time and a quarter of the bytes.
alter table registered.observation rename to observation_before;

-- One row per import, participant, indicator, moment and rater.
create table registered.observation (
    import_id integer not null using compression rle,
    project_id integer not null using compression rle,
    participant_id bigint not null using compression rle,
    indicator_id integer not null,
    moment smallint not null using compression rle,
    rater registered.rater not null using compression rle,
    measured_on date using compression rle,
    value double not null,
    person_id bigint not null using compression rle,
    stands boolean not null using compression rle,
    is_last boolean not null using compression rle
);

insert into registered.observation by name
select *
from registered.observation_before
order by project_id, import_id, participant_id, moment, indicator_id;

drop table registered.observation_before;
