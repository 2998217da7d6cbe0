-- Lets go of which stories in editions were somebody's. One row per story: the edition that held it.
update registered.edition_story
set record_id = null
where project_id = $project_id
    and record_id in (
        select record_id
        from registered.narrative
        where project_id = $project_id
            and list_contains($participant_ids, participant_id)
    )
returning edition
