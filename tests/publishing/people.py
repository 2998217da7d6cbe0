"""A project of many people in few words: how many went which way, in which group."""

from collections.abc import Mapping

from tests.spec.tables import Project

# From start to follow-up on a level from 1 to 5.
WAYS = {"improved": (2, 4), "same": (3, 3), "declined": (3, 2)}


def register(project: Project, groups: Mapping[str, Mapping[str, int]], first: int = 1, **more: object) -> int:
    """One import with so many people per group of `place` who went so; each has a start and a follow-up."""
    people, measurements = ["person | place"], ["person | moment | value"]
    person = first
    for group, ways in groups.items():
        for way, n in ways.items():
            for _ in range(n):
                start, follow_up = WAYS[way]
                people.append(f"{person} | {group}")
                measurements += [f"{person} | 0 | {start}", f"{person} | 1 | {follow_up}"]
                person += 1
    return project.register("\n".join(measurements), "\n".join(people), **more)
