"""What somebody is to a project."""

from enum import StrEnum


class Role(StrEnum):
    PROJECT_LEADER = "project_leader"
    SECOND_READER = "second_reader"
    FUNDER = "funder"
    ADMINISTRATOR = "administrator"


# Who works for the project: they see its editions, shared or not.
OF_THE_PROJECT = frozenset({Role.PROJECT_LEADER, Role.SECOND_READER})
