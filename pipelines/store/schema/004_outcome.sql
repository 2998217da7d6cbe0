-- What changed. Filled by models/outcome, one select a table. Horizon 0 looks at the last measured moment after the
-- start, horizon k at moment k alone.

create table outcome.start (
    project_id integer not null,
    horizon smallint not null,
    participant_id bigint not null,
    indicator_id integer not null,
    rater registered.rater not null,
    start_on date,
    start_value double not null,
    follow_up_moment smallint,
    follow_up_on date,
    follow_up_value double,
    duration_days integer,
    is_pair boolean not null
);

create table outcome.pair (
    project_id integer not null,
    horizon smallint not null,
    participant_id bigint not null,
    indicator_id integer not null,
    rater registered.rater not null,
    start_on date,
    start_value double not null,
    follow_up_moment smallint not null,
    follow_up_on date,
    follow_up_value double not null,
    duration_days integer
);

create table outcome.missing (
    project_id integer not null,
    horizon smallint not null,
    participant_id bigint not null,
    indicator_id integer not null,
    rater registered.rater not null,
    reason varchar not null,
    due_on date
);

create table outcome.measured_count (
    project_id integer not null,
    horizon smallint not null,
    indicator_id integer not null,
    rater registered.rater not null,
    attribute varchar not null,
    group_name varchar not null,
    n_start integer not null,
    n_pairs integer not null,
    median_days double
);

create table outcome.missing_count (
    project_id integer not null,
    horizon smallint not null,
    indicator_id integer not null,
    rater registered.rater not null,
    attribute varchar not null,
    group_name varchar not null,
    reason varchar not null,
    due_on date,
    n_missing integer not null
);

create table outcome.transition (
    project_id integer not null,
    horizon smallint not null,
    indicator_id integer not null,
    rater registered.rater not null,
    attribute varchar not null,
    group_name varchar not null,
    start_value double not null,
    follow_up_value double not null,
    n_pairs integer not null
);

create table outcome.participation (
    project_id integer not null,
    horizon smallint not null,
    participant_id bigint not null,
    has_pair boolean not null,
    reason varchar,
    due_on date
);
