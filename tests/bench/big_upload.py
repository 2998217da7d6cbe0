"""How much memory a csv of a million rows takes, in a process of its own, from bytes to committed."""

import resource
import subprocess
import sys
from pathlib import Path

from pipelines import imports
from pipelines.domain.import_report import ImportStatus
from pipelines.ingest.cells.upload import Upload
from pipelines.models.opening import open_store
from tests.bench.one_upload import INSTRUMENT, invented_table, write_csv

GIBIBYTE = 2**30
AIM_GIBIBYTES = 4
# Not what the system says of the process as a whole: there a child begins with the memory of its parent.
HIGH_WATER = Path("/proc/self/status")


def measure_big_upload(folder: Path, n_rows: int) -> str:
    """One line: the highest resident memory of the import, in GiB."""
    file = folder / "big.csv"
    file.write_bytes(write_csv(invented_table(n_rows)))
    measured = subprocess.run(
        [sys.executable, "-m", "tests.bench.big_upload", str(file)], capture_output=True, text=True, check=True
    )
    gibibytes = int(measured.stdout) / GIBIBYTE
    size = file.stat().st_size / GIBIBYTE
    return (
        f"Import of a csv of {n_rows} rows ({size:.2f} GiB): {gibibytes:.2f} GiB of memory at most "
        f"(aim: ≤ {AIM_GIBIBYTES} GiB for a million rows)"
    )


def import_file(file: Path) -> None:
    """Imports the file into a database beside it and prints the highest resident memory in bytes."""
    store = open_store(file.with_suffix(".duckdb"))
    upload = Upload(name=file.name, content=file.read_bytes())
    report = imports.import_files(store, "Project", [upload], instruments=(INSTRUMENT,))
    assert report.status is ImportStatus.IMPORTED, report.issues[:3]
    store.close()
    print(highest_resident_bytes())


def highest_resident_bytes() -> int:
    """The most memory that this program held; where the system keeps no such mark, what it says of the process."""
    if HIGH_WATER.exists():
        mark = next(line for line in HIGH_WATER.read_text().splitlines() if line.startswith("VmHWM"))
        return int(mark.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    import_file(Path(sys.argv[1]))
