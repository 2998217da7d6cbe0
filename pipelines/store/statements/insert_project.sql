-- Adds a project and gives its number.
insert into registered.project (name, is_sample)
values ($name, $is_sample)
returning project_id
