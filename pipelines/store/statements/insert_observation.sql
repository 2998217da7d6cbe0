-- Adds the observations of an import, in the order in which they are read.
-- An observation of an indicator that no set describes has no number and fails on `not null`, loudly.
insert into registered.observation by name
select
    $import_id as import_id,
    $project_id as project_id,
    uploaded.participant_id,
    indicator.indicator_id,
    uploaded.moment,
    uploaded.rater,
    uploaded.measured_on,
    uploaded.value,
    uploaded.participant_id as person_id,
    true as stands,
    uploaded.is_last
from uploaded
left join registered.indicator as indicator
    on indicator.import_id = $import_id
    and indicator.instrument = uploaded.instrument
    and indicator.code = uploaded.indicator
