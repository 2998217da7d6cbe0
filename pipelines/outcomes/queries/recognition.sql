-- One row per respondent and life domain: how many answered, and how many recognise the effect (4 or 5 on 1 to 5).
select
    respondent,
    life_domain,
    count(*) as n_answers,
    count_if(score >= 4) as n_recognise
from core.recognition
where project_id = $project_id
group by respondent, life_domain
order by life_domain, respondent
