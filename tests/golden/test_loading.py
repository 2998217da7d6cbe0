"""One command fills a database with the sample projects; a second time it changes nothing."""

from pipelines.imports import history
from pipelines.models.opening import open_store
from pipelines.outcomes.projects import read_projects
from sample_data.load import main, sample_projects


def test_one_command_loads_the_samples_and_a_second_time_nothing(tmp_path, capsys):
    database = tmp_path / "new.duckdb"
    for _ in range(2):
        main(["--db", str(database)])
    said = capsys.readouterr()
    assert said.out == ""
    assert [said.err.count(status) for status in ("imported", "unchanged")] == [3, 3]
    store = open_store(database)
    with store.cursor() as cursor:
        found = {project.name for project in read_projects(cursor) if project.is_sample}
    n_imports = len(history(store))
    store.close()
    assert found == {project.name for project in sample_projects()}
    assert n_imports == len(found)
