-- One row per answer to "do you recognise this?", as the newest import has it.
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
