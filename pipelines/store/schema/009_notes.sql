-- Why a project should work; and what people write about its outcomes in the program itself, beside the spreadsheets.

alter table registered.project_fact add column rationale varchar;

create sequence registered.note_number;

-- One row per answer to "do you recognise this?" that was given on the spot.
create table registered.given_recognition (
    note_id integer not null,
    project_id integer not null,
    noted_at timestamp not null,
    respondent varchar not null,
    life_domain varchar not null,
    score smallint not null,
    explanation varchar,
    judged_on date not null
);

-- One row per explanation of an outcome, judgement of an expert, or other cause that somebody sees.
create table registered.explanation (
    note_id integer not null,
    project_id integer not null,
    noted_at timestamp not null,
    kind varchar not null,
    life_domain varchar,
    role varchar not null,
    words varchar not null,
    noted_on date not null
);

-- One row per range that somebody entered for the share of a change that the project made; each between 0 and 1.
create table registered.attribution (
    note_id integer not null,
    project_id integer not null,
    noted_at timestamp not null,
    life_domain varchar,
    low double not null,
    middle double not null,
    high double not null,
    role varchar not null,
    reason varchar not null,
    noted_on date not null
);

-- One row per lesson: what was seen, decided and changed.
create table registered.lesson (
    note_id integer not null,
    project_id integer not null,
    noted_at timestamp not null,
    life_domain varchar,
    seen varchar not null,
    decided varchar not null,
    changed varchar,
    changed_on date,
    role varchar not null,
    noted_on date not null
);

-- One row per note that was removed: that it took place, and not what it said.
create table registered.removed_note (
    project_id integer not null,
    removed_at timestamp not null
);
