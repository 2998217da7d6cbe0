-- One row per answer to "do you recognise this?": as the newest import has it, or as it was given on the spot.
with newest as (
    select project_id, record_id, max(import_id) as import_id
    from registered.recognition
    group by project_id, record_id
)
select
    project_id,
    record_id,
    recognition.respondent,
    recognition.life_domain,
    recognition.score,
    recognition.explanation,
    recognition.judged_on
from registered.recognition as recognition
inner join newest using (project_id, record_id, import_id)
union all
-- The numbers of records are not negative.
select
    project_id,
    -note_id as record_id,
    respondent,
    life_domain,
    score,
    explanation,
    judged_on
from registered.given_recognition
