-- One row per answer that says why, newest first.
select respondent, life_domain, score, explanation, judged_on
from core.recognition
where project_id = $project_id
    and explanation is not null
order by judged_on desc nulls last, record_id
