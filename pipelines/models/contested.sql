-- One row: whether an observation of a project may be said twice, by several imports or of several numbers of one person.
select
    (select count(distinct import_id) from registered.indicator where project_id = $project_id) > 1
    or exists (select 1 from registered.same_person where project_id = $project_id) as is_contested
