-- Adds the observations of an import, in the order in which they are read.
insert into registered.observation by name
select
    $import_id as import_id,
    $project_id as project_id,
    uploaded.participant_id,
    uploaded.indicator_id,
    uploaded.moment,
    uploaded.rater,
    uploaded.measured_on,
    uploaded.value,
    uploaded.participant_id as person_id,
    true as stands,
    uploaded.is_last
from uploaded
