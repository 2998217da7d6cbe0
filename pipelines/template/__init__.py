"""The registration workbook that a project fills in: what the import reads back without a question."""

from pipelines.template.workbook import write_template

__all__ = ["write_template"]
