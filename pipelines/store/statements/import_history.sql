-- One row per import, newest first, with the count of its issues by code.
with issue_count as (
    select import_id, map_from_entries(list((code, n))) as counts
    from registered.import_issue
    group by import_id
)
select
    import.import_id,
    project.name,
    import.imported_at,
    import.withdrawn_at,
    import.fingerprint,
    import.file_names,
    import.rows_read,
    import.rows_accepted,
    import.rows_refused,
    import.rows_skipped,
    issue_count.counts,
    coalesce(import.file_digests, []) as file_digests,
    coalesce(import.imported_by, '') as imported_by
from registered.import as import
inner join registered.project as project using (project_id)
left join issue_count using (import_id)
where $project is null or project.name = $project
order by import.import_id desc
