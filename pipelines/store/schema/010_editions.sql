-- What was published: the settings and true counts of every edition, for the check of later ones against it.

-- One row per edition. composition, system and rules are JSON; place is the folder of its bundle.
create table registered.edition (
    edition varchar not null,
    project_id integer not null,
    published_at timestamp not null,
    composition varchar not null,
    system varchar not null,
    registrations varchar not null,
    place varchar not null
);

-- What waits for a signature. composition is JSON, digest says of which registrations, proposer is a code of the login.
-- One row per project.
create table registered.edition_proposal (
    project_id integer not null,
    proposed_at timestamp not null,
    proposed_by varchar not null,
    proposer varchar not null,
    composition varchar not null,
    digest varchar not null
);

-- One row per story in an edition; record_id is null once its teller was erased.
create table registered.edition_story (
    edition varchar not null,
    project_id integer not null,
    number smallint not null,
    record_id bigint
);
