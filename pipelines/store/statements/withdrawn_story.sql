-- One row per story in an edition that may not be shown any more: its teller took back the consent, or was erased.
select
    edition.edition,
    edition.place,
    story.number
from registered.edition_story as story
inner join registered.edition as edition using (edition)
left join core.narrative as narrative
    on narrative.project_id = story.project_id
    and narrative.record_id = story.record_id
    and narrative.consent = 'public'
where narrative.record_id is null
order by edition.published_at, story.number
