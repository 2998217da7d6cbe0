"""What the session keeps of an upload is about persons: it goes with the files, and all of it with the import."""

from dashboard.components.changes.looking_ahead import forget_what_was_worked_out
from dashboard.components.current_answers import answers_about, forget_answers
from dashboard.components.reading import forget_reading
from dashboard.workspace import begin_upload_round


def let_files_go() -> None:
    """The files were taken away. What was said of columns and codes stays for the mended file that comes next."""
    forget_reading()
    forget_what_was_worked_out()
    answers_about(())


def let_everything_go() -> None:
    """The import is done: an empty form, and nothing in memory."""
    begin_upload_round()
    let_files_go()
    forget_answers()
