"""The command line as a stranger uses it: a process of its own, JSON on standard output, exit codes."""

import hashlib
import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest

ROOT = Path(__file__).parent.parent
GOOD = """deelnemer;meetmoment;datum;Financiën
1;0;10-01-2025;2
1;1;10-07-2025;4
2;0;11-01-2025;5
2;1;11-07-2025;5
3;0;11-01-2025;3
"""


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pipelines", *map(str, arguments)], cwd=ROOT, capture_output=True, text=True, check=False
    )


def answer(*arguments: str | Path) -> Any:
    done = run(*arguments, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    file = tmp_path / "good.csv"
    file.write_text(GOOD, encoding="utf-8")
    return file


def test_from_a_file_to_outcomes_and_back(tmp_path: Path, good: Path) -> None:
    db = tmp_path / "x.duckdb"
    road = ("--db", db, "--project", "P")
    report = answer("import", good, *road, "--instrument", "zrm_2017")
    assert {key: report[key] for key in ("status", "project", "rows_read", "rows_accepted")} == {
        "status": "imported", "project": "P", "rows_read": 5, "rows_accepted": 5,
    }  # fmt: skip
    (finances,) = answer("outcomes", *road, "--as-of", "2025-12-31")
    assert (finances["indicator"], finances["n_pairs"], finances["n_improved"], finances["n_eligible"]) == (
        "finances", 2, 1, 1,
    )  # fmt: skip
    assert finances["missing"] == {"not_due": 0, "overdue": 1, "left": 0, "unusable": 0}
    assert finances["wilcoxon"] is None
    assert finances["no_test_reason"] == "fewer_than_6_changes"
    assert answer("projects", "--db", db)[0]["n_participants"] == 3
    assert answer("narratives", *road) == []
    assert answer("import", good, *road, "--instrument", "zrm_2017")["status"] == "unchanged"
    answer("withdraw", str(report["import_id"]), "--db", db)
    assert answer("outcomes", *road) == []
    assert answer("imports", "--db", db)[0]["status"] == "withdrawn"


def test_a_refusal_is_json_with_exit_1_and_stores_nothing(tmp_path: Path) -> None:
    file = tmp_path / "wrong.csv"
    file.write_text(GOOD.replace(";5", ";6"), encoding="utf-8")
    db = tmp_path / "x.duckdb"
    done = run("import", file, "--db", db, "--project", "P", "--instrument", "zrm_2017", "--json")
    report = json.loads(done.stdout)
    assert (done.returncode, report["status"], report["import_id"]) == (1, "refused", None)
    issue = report["issues"][0]
    assert set(issue) == {"code", "severity", "sheet", "row", "column", "value", "message"}
    assert (issue["code"], issue["row"], issue["column"], issue["value"]) == ("value_out_of_range", 4, "Financiën", "6")
    assert answer("imports", "--db", db) == []


def test_messages_follow_the_language(tmp_path: Path) -> None:
    file = tmp_path / "wrong.csv"
    file.write_text(GOOD.replace(";5", ";6"), encoding="utf-8")
    road = ("import", file, "--db", tmp_path / "x.duckdb", "--project", "P", "--instrument", "zrm_2017", "--json")
    dutch = json.loads(run(*road).stdout)["issues"][0]["message"]
    english = json.loads(run(*road, "--language", "en").stdout)["issues"][0]["message"]
    assert dutch != english


@pytest.mark.parametrize(
    "arguments",
    [
        ["import", "no-such-file.xlsx", "--db", "x.duckdb", "--project", "P"],
        ["import", "pyproject.toml", "--db", "x.duckdb"],
        ["import", "pyproject.toml", "--db", "x.duckdb", "--project", "P", "--instrument", "zrm_1999"],
        ["outcomes", "--db", "x.duckdb", "--project", "P", "--moment", "0"],
        ["fly"],
    ],
)
def test_wrong_usage_is_exit_2_with_an_empty_standard_output(arguments: list[str]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert not (ROOT / "x.duckdb").exists()


def test_a_mapping_is_remembered_and_printed_as_the_file_it_came_from(tmp_path: Path) -> None:
    file, mapping, again = tmp_path / "own.csv", tmp_path / "map.toml", tmp_path / "again.toml"
    file.write_text("nr;tijd;op;f\n1;0;10-01-2025;2\n", encoding="utf-8")
    text = 'instrument = ["zrm_2017"]\nparticipant = ["nr"]\ndate = "op"\nmoment = "tijd"\n[measured]\nf = "finances"\n'
    mapping.write_text(text, encoding="utf-8")
    road = ("--db", tmp_path / "x.duckdb", "--project", "P")
    assert answer("import", file, *road, "--mapping", mapping, "--by", "J. de Vries")["status"] == "imported"
    printed = run("mapping", *road)
    assert (printed.returncode, tomllib.loads(printed.stdout)) == (0, tomllib.loads(text))
    again.write_text(printed.stdout, encoding="utf-8")
    assert answer("import", file, *road, "--mapping", again)["status"] == "unchanged"
    assert answer("import", file, *road)["status"] == "unchanged"
    (record,) = answer("imports", "--db", tmp_path / "x.duckdb")
    assert (record["imported_by"], record["file_digests"]) == (
        "J. de Vries", [hashlib.sha256(file.read_bytes()).hexdigest()],
    )  # fmt: skip


def test_the_rows_left_out_stand_with_every_outcome(tmp_path: Path) -> None:
    file = tmp_path / "wrong.csv"
    file.write_text(GOOD.replace("2;1;11-07-2025;5", "2;1;11-07-2025;8"), encoding="utf-8")
    road = ("--db", tmp_path / "x.duckdb", "--project", "P")
    report = answer("import", file, *road, "--instrument", "zrm_2017", "--leave-out-refused")
    assert (report["status"], report["rows_refused"]) == ("imported", 1)
    assert [outcome["n_rows_left_out"] for outcome in answer("outcomes", *road)] == [1]


def test_a_mapping_that_is_no_mapping_is_exit_2(tmp_path: Path, good: Path) -> None:
    mapping = tmp_path / "map.toml"
    mapping.write_text("[columns\n", encoding="utf-8")
    done = run("import", good, "--db", tmp_path / "x.duckdb", "--project", "P", "--mapping", mapping)
    assert (done.returncode, done.stdout) == (2, "")


def test_an_unknown_project_and_an_unknown_database_are_told_in_json(tmp_path: Path, good: Path) -> None:
    db = tmp_path / "x.duckdb"
    answer("import", good, "--db", db, "--project", "P", "--instrument", "zrm_2017")
    unknown_project = run("outcomes", "--db", db, "--project", "Q", "--json")
    assert (unknown_project.returncode, json.loads(unknown_project.stdout)["error"]) == (1, "UnknownProject")
    unknown_database = run("outcomes", "--db", tmp_path / "y.duckdb", "--project", "P", "--json")
    assert (unknown_database.returncode, json.loads(unknown_database.stdout)["error"]) == (1, "StoreUnavailable")
    assert not (tmp_path / "y.duckdb").exists()


def test_the_template_is_a_workbook_in_the_language_asked(tmp_path: Path) -> None:
    out = tmp_path / "t.xlsx"
    assert run("template", "--language", "en", "--instrument", "zrm_2017", "--out", out).returncode == 0
    assert "Measurements" in openpyxl.load_workbook(out).sheetnames


def test_somebody_is_erased_without_being_named(tmp_path: Path, good: Path) -> None:
    db = tmp_path / "x.duckdb"
    road = ("--db", db, "--project", "P")
    answer("import", good, *road, "--instrument", "zrm_2017")
    command = [sys.executable, "-m", "pipelines", "erase", *map(str, road), "--json"]
    done = subprocess.run(command, cwd=ROOT, input="2\n", capture_output=True, text=True, check=True)
    erasure = json.loads(done.stdout)
    assert (erasure["n_rows"], erasure["is_rewritten"], erasure["editions_affected"]) == (2, True, [])
    assert answer("projects", "--db", db)[0]["n_participants"] == 2
    again = run("erase", *road, "--participant", "2", "--json")
    assert (again.returncode, json.loads(again.stdout)["error"]) == (1, "UnknownParticipant")


def test_names_of_a_file_are_taken_out_now_and_later(tmp_path: Path) -> None:
    names, db, file = tmp_path / "names.txt", tmp_path / "x.duckdb", tmp_path / "interventies.csv"
    names.write_text("Zwaantje Qoppelstra\n\n", encoding="utf-8-sig")
    for done, options in (("wandelen", ["--names", names]), ("koken", [])):
        file.write_text(f"Deelnemer;Interventie;Uitgevoerd door\n1;{done} met zwaantje qoppelstra;vrijwilliger\n")
        answer("import", file, "--db", db, "--project", "P", *options)
    with duckdb.connect(db) as connection:
        used = connection.execute("select instrument from core.intervention order by instrument").fetchall()
    assert used == [("koken met [naam]",), ("wandelen met [naam]",)]
