-- One row per project, with its facts: the newest import that says something about a fact wins.
with fact as (
    select
        project_id,
        max_by(neighbourhood, import_id) filter (where neighbourhood is not null) as neighbourhood,
        max_by(target_group, import_id) filter (where target_group is not null) as target_group,
        max_by(approach, import_id) filter (where approach is not null) as approach,
        max_by(aim, import_id) filter (where aim is not null) as aim,
        max_by(rationale, import_id) filter (where rationale is not null) as rationale,
        max_by(started_on, import_id) filter (where started_on is not null) as started_on,
        max_by(ended_on, import_id) filter (where ended_on is not null) as ended_on,
        max_by(instrument, import_id) filter (where instrument is not null) as instrument,
        max_by(follow_up_months, import_id) filter (where follow_up_months is not null) as follow_up_months,
        max_by(reference_on, import_id) filter (where reference_on is not null) as reference_on,
        max_by(reach_target, import_id) filter (where reach_target is not null) as reach_target
    from registered.project_fact
    group by project_id
)
select
    project_id,
    project.name,
    project.is_sample,
    fact.neighbourhood,
    fact.target_group,
    fact.approach,
    fact.aim,
    fact.rationale,
    fact.started_on,
    fact.ended_on,
    fact.instrument,
    fact.follow_up_months,
    fact.reference_on,
    fact.reach_target
from registered.project as project
left join fact using (project_id)
