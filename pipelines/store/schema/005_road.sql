-- Who imported what, what a project's columns mean, and which two numbers are one person.

alter table registered.import add column imported_by varchar default '';
alter table registered.import add column file_digests varchar[];

-- One row per project and time that its mapping changed; headings and codes only. The newest counts.
create table registered.project_mapping (
    project_id integer not null,
    remembered_at timestamp not null,
    mapping varchar not null
);

-- One row per import and number of which it was said that it is another person's.
create table registered.same_person (
    import_id integer not null,
    project_id integer not null,
    participant_id bigint not null,
    same_as bigint not null
);

create table core.same_person (
    project_id integer not null,
    participant_id bigint not null,
    same_as bigint not null,
    place bigint not null
);

-- Derived tables of which the model changed, with a fingerprint of all models: another one, and all is built again.
create table core.built_with (
    fingerprint varchar not null
);
