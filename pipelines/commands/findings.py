"""Commands that read what came of it; nothing here writes."""

from datetime import date, datetime
from typing import Annotated, Any

import typer

from pipelines.commands.running import AsJson, Database, ProjectName, emit, find, opened
from pipelines.domain.comparison import Difference, GroupChange
from pipelines.domain.flow import Period
from pipelines.domain.trajectory import MomentPoint, Trajectory
from pipelines.outcomes.comparison import read_comparison
from pipelines.outcomes.findings import read_outcomes
from pipelines.outcomes.flow import read_flow
from pipelines.outcomes.goal_attainment import read_goals
from pipelines.outcomes.narratives import read_narratives
from pipelines.outcomes.projects import read_project_size, read_projects
from pipelines.outcomes.trajectory import read_trajectories

application = typer.Typer()

Moment = Annotated[int | None, typer.Option(min=1, help="Pin this follow-up; otherwise the last one.")]
By = Annotated[str | None, typer.Option(help="An attribute to break down by.")]
AsOf = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Day on which to count.")]


@application.command("outcomes")
def outcomes_command(
    db: Database,
    project: ProjectName,
    moment: Moment = None,
    by: By = None,
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> None:
    """What changed, per indicator."""
    with opened(db, as_json) as store, store.cursor() as cursor:
        outcomes = read_outcomes(
            cursor, find(cursor, project).project_id, moment=moment, attribute=by, as_of=_day(as_of)
        )
    emit([outcome.model_dump(mode="json") for outcome in outcomes], as_json)


@application.command("flow")
def flow_command(
    db: Database,
    project: ProjectName,
    period: Annotated[Period, typer.Option(help="How long a period is.")] = Period.QUARTER,
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> None:
    """Who came and who left, period by period."""
    with opened(db, as_json) as store, store.cursor() as cursor:
        flow = read_flow(cursor, find(cursor, project).project_id, period=period, as_of=_day(as_of))
    emit([row.model_dump(mode="json", exclude={"first_day"}) for row in flow.periods], as_json)


@application.command("goals")
def goals_command(db: Database, project: ProjectName, as_of: AsOf = None, as_json: AsJson = False) -> None:
    """Goals: all together first, then per life domain."""
    with opened(db, as_json) as store, store.cursor() as cursor:
        goals = read_goals(cursor, find(cursor, project).project_id, as_of=_day(as_of))
    emit([goal.model_dump(mode="json", exclude={"texts"}) for goal in goals], as_json)


@application.command("trajectory")
def trajectory_command(db: Database, project: ProjectName, by: By = None, as_json: AsJson = False) -> None:
    """Every indicator at every moment: who was measured, and what changed since the start."""
    with opened(db, as_json) as store, store.cursor() as cursor:
        trajectories = read_trajectories(cursor, find(cursor, project).project_id, attribute=by)
    emit([_moment_fields(course, point) for course in trajectories for point in course.points], as_json)


@application.command("compare")
def compare_command(
    db: Database,
    project: ProjectName,
    group_attribute: Annotated[str, typer.Option(help="The attribute that tells the groups apart.")] = "group",
    reference: Annotated[str, typer.Option(help="The group to compare with.")] = "comparison",
    moment: Moment = None,
    as_json: AsJson = False,
) -> None:
    """Every group against a reference group: difference in differences."""
    with opened(db, as_json) as store, store.cursor() as cursor:
        changes = read_comparison(
            cursor, find(cursor, project).project_id, attribute=group_attribute, reference=reference, moment=moment
        )
    emit([_change_fields(change) for change in changes], as_json)


@application.command("projects")
def projects_command(db: Database, as_json: AsJson = False) -> None:
    """The projects in the store."""
    with opened(db, as_json) as store, store.cursor() as cursor:
        sized = [(project, read_project_size(cursor, project.project_id)) for project in read_projects(cursor)]
    emit([{**project.model_dump(mode="json"), **size.model_dump()} for project, size in sized], as_json)


@application.command("narratives")
def narratives_command(db: Database, project: ProjectName, as_json: AsJson = False) -> None:
    """What residents tell, with the move of the teller where they agreed to that."""
    with opened(db, as_json) as store, store.cursor() as cursor:
        stories = read_narratives(cursor, find(cursor, project).project_id)
    emit([story.model_dump(mode="json", exclude={"record_id"}) for story in stories], as_json)


def _day(as_of: datetime | None) -> date | None:
    return as_of.date() if as_of else None


def _moment_fields(course: Trajectory, point: MomentPoint) -> dict[str, Any]:
    """One moment of one indicator; shares are of the pairs."""
    which = course.model_dump(
        mode="json", include={"indicator", "instrument", "rater", "life_domain", "kind", "direction", "group"}
    )
    lasting = next((found for found in course.lasting if found.moment == point.moment), None)
    return {
        **which,
        **point.model_dump(mode="json", exclude={"counts", "share_improved"}),
        "shares": _shares(point),
        "counts": {f"{value:g}": n for value, n in point.counts.items()},
        "lasting": lasting and lasting.model_dump(mode="json"),
    }


def _shares(point: MomentPoint) -> dict[str, float] | None:
    if not point.n_pairs:
        return None
    counted = {"improved": point.n_improved, "same": point.n_same, "declined": point.n_declined}
    return {movement: n / point.n_pairs for movement, n in counted.items()}


def _change_fields(change: GroupChange) -> dict[str, Any]:
    """The difference beside the group's own change; all of it null for the reference group itself."""
    nothing = dict.fromkeys(Difference.model_fields)
    against = change.against.model_dump(mode="json") if change.against else nothing
    return {**change.model_dump(mode="json", exclude={"against"}), **against}
