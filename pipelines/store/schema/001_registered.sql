-- What was registered, as it was imported: nothing is resolved here, every row knows its import.
-- No primary keys on large tables: duplicates are checked per upload (docs/decisions).

create schema registered;
create schema core;
create schema outcome;

create sequence registered.project_number;
create sequence registered.import_number;
create sequence registered.indicator_number;

create type registered.rater as enum ('professional', 'participant', 'unstated');

-- One row per project.
create table registered.project (
    project_id integer primary key default nextval('registered.project_number'),
    name varchar not null unique,
    is_sample boolean not null default false
);

-- One row per import, withdrawn ones included.
create table registered.import (
    import_id integer primary key default nextval('registered.import_number'),
    project_id integer not null,
    imported_at timestamp not null,
    withdrawn_at timestamp,
    fingerprint varchar not null,
    file_names varchar[] not null,
    rows_read integer not null,
    rows_accepted integer not null,
    rows_refused integer not null,
    rows_skipped integer not null
);

-- One row per import and issue code; values and places are never kept.
create table registered.import_issue (
    import_id integer not null,
    code varchar not null,
    n integer not null
);

-- One row per import that said something about its project.
create table registered.project_fact (
    import_id integer not null,
    project_id integer not null,
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

-- One row per import and indicator it used; `definition` is the frozen model as JSON.
create table registered.indicator (
    import_id integer not null,
    project_id integer not null,
    indicator_id integer not null,
    instrument varchar not null,
    family varchar not null,
    code varchar not null,
    life_domain varchar not null,
    position smallint not null,
    definition varchar not null
);

-- One row per import and participant.
create table registered.participant (
    import_id integer not null,
    project_id integer not null,
    participant_id bigint not null,
    participation varchar not null,
    enrolled_on date,
    left_on date,
    exit_reason varchar,
    household_id bigint
);

-- One row per import, participant and attribute.
create table registered.participant_attribute (
    import_id integer not null,
    project_id integer not null,
    participant_id bigint not null,
    attribute varchar not null,
    value varchar not null
);

-- One row per import, participant, indicator, moment and rater.
create table registered.observation (
    import_id integer not null,
    project_id integer not null,
    participant_id bigint not null,
    indicator_id integer not null,
    moment smallint not null,
    rater registered.rater not null,
    measured_on date,
    value double not null
);

-- One row per import and goal.
create table registered.goal (
    import_id integer not null,
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

-- One row per import and intervention.
create table registered.intervention (
    import_id integer not null,
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

-- One row per import and narrative.
create table registered.narrative (
    import_id integer not null,
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

-- One row per import and answer to "do you recognise this?".
create table registered.recognition (
    import_id integer not null,
    project_id integer not null,
    record_id bigint not null,
    respondent varchar not null,
    life_domain varchar not null,
    score smallint not null,
    explanation varchar,
    judged_on date
);
