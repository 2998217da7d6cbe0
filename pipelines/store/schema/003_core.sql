-- What stands now, imports and corrections resolved. Filled by models/core, one select a table. Derived: a later schema
-- file may drop and remake a table, after which every project is rebuilt.

-- Two functions under Spark's names, so that the models run there unchanged.
create macro unix_date(day) as day - date '1970-01-01';
create macro add_months(day, months) as cast(day + to_months(months) as date);

create table core.project (
    project_id integer not null,
    name varchar not null,
    is_sample boolean not null,
    neighbourhood varchar,
    target_group varchar,
    approach varchar,
    aim varchar,
    started_on date,
    ended_on date,
    instrument varchar,
    follow_up_months smallint,
    reference_on date,
    reach_target integer
);

create table core.indicator (
    project_id integer not null,
    indicator_id integer not null,
    instrument varchar not null,
    family varchar not null,
    code varchar not null,
    life_domain varchar not null,
    position smallint not null,
    definition varchar not null
);

create table core.observation (
    project_id integer not null,
    participant_id bigint not null,
    indicator_id integer not null,
    moment smallint not null,
    rater registered.rater not null,
    measured_on date,
    value double not null,
    is_last boolean not null
);

create table core.participant (
    project_id integer not null,
    participant_id bigint not null,
    participation varchar not null,
    enrolled_on date,
    left_on date,
    exit_reason varchar,
    household_id bigint
);

create table core.participant_attribute (
    project_id integer not null,
    participant_id bigint not null,
    attribute varchar not null,
    value varchar not null
);

create table core.membership (
    project_id integer not null,
    participant_id bigint not null,
    attribute varchar not null,
    group_name varchar not null
);

create table core.goal (
    project_id integer not null,
    record_id bigint not null,
    participant_id bigint not null,
    life_domain varchar not null,
    description varchar not null,
    set_on date,
    due_on date,
    weight double not null,
    attained smallint,
    judged_on date
);

create table core.intervention (
    project_id integer not null,
    record_id bigint not null,
    participant_id bigint not null,
    life_domain varchar,
    instrument varchar not null,
    done_by varchar not null,
    started_on date,
    ended_on date,
    hours double,
    result varchar
);

create table core.narrative (
    project_id integer not null,
    record_id bigint not null,
    participant_id bigint,
    teller varchar not null,
    told_on date not null,
    life_domains varchar[] not null,
    words varchar not null,
    benefit varchar,
    direction varchar not null,
    consent varchar not null,
    consented_on date not null,
    chosen_by varchar,
    chosen_because varchar
);

create table core.recognition (
    project_id integer not null,
    record_id bigint not null,
    respondent varchar not null,
    life_domain varchar not null,
    score smallint not null,
    explanation varchar,
    judged_on date
);

create table core.project_size (
    project_id integer not null,
    n_participants integer not null,
    n_observations integer not null,
    n_narratives integer not null
);
