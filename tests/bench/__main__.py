"""`make bench`: every figure a ratio measured in one run. `make bench-quick` does the same, small."""

import argparse
import os
import platform
import tempfile
from datetime import date
from pathlib import Path

from tests.bench.all_projects import measure_all_projects
from tests.bench.big_upload import measure_big_upload
from tests.bench.measure import print_table
from tests.bench.one_project import measure_one_project
from tests.bench.one_upload import measure_one_upload
from tests.bench.pages import measure_pages
from tests.bench.pages_of_one_project import measure_pages_of_one_project

FULL = {"sizes": [10**6, 10**7, 10**8], "repeats": 5, "n_rows": 100_000, "reruns": 30, "users": 30, "n_big": 10**6}
QUICK = {"sizes": [10**6], "repeats": 2, "n_rows": 10_000, "reruns": 10, "users": 5, "n_big": 20_000}


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--quick", action="store_true")
    size = QUICK if parser.parse_args().quick else FULL
    machine = f"{os.cpu_count()} cores · {platform.machine()} · Python {platform.python_version()}"
    print(f"{date.today().isoformat()} · {machine}\n")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print_table(
            [
                *measure_all_projects(folder, size["sizes"], size["repeats"]),
                *measure_one_project(folder, size["sizes"], 10 * size["repeats"]),
                *measure_one_upload(folder, size["n_rows"], size["repeats"]),
                *measure_pages(folder, size["reruns"], size["users"]),
                *measure_pages_of_one_project(folder, size["sizes"], size["repeats"], size["reruns"]),
            ]
        )
        print(f"\n{measure_big_upload(folder, size['n_big'])}")


if __name__ == "__main__":
    main()
