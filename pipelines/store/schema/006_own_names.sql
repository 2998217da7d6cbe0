-- The names that a project knows, and what becomes of what was deleted.

-- One row per project and name of its own list, or part of one: a keyed number, never the name.
create table registered.own_name_digest (
    project_id integer not null,
    digest bigint not null
);

-- One row per time that somebody was erased: that it took place, and not who it was.
create table registered.erasure (
    project_id integer not null,
    erased_at timestamp not null,
    n_rows integer not null
);

-- One row per deletion of which the bytes may still stand in unused parts of the file, until it is written anew.
create table registered.rewriting_due (
    since timestamp not null
);
