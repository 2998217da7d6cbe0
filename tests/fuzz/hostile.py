"""What hostile files cost: `python -m tests.fuzz.hostile` prints seconds and memory of each, for docs/decisions/35.

Each is read in a process of its own; memory is the most that was resident, as Linux counts it (VmHWM).
"""

import os
import re
import subprocess
import sys
import time
from pathlib import Path
from threading import Event, Thread

from pipelines.ingest.cells.upload import Upload
from pipelines.ingest.cells.workbook import UnreadableUpload, read_workbook
from tests.ingest import hostile_files

MEBIBYTE = 1024**2
HIGHEST = re.compile(r"VmHWM:\s+(\d+)")


def main(names: list[str]) -> None:
    """Without names all of them; with one only that, in this process."""
    made = {name: make for name, (make, _) in hostile_files.HOSTILE.items()}
    made |= {make.__name__: make for make in hostile_files.BOUNDED}
    if names:
        print(measured(made[names[0]]()))
        return
    print("| file | size | outcome | seconds | server grows by | largest reader |\n|---|---|---|---|---|---|")
    for name in made:
        line = subprocess.run(
            [sys.executable, "-m", "tests.fuzz.hostile", name], capture_output=True, text=True, check=True
        ).stdout.strip()
        print(f"| {name.replace('_', ' ')} | {line} |", flush=True)


def measured(content: bytes) -> str:
    """Size, outcome, seconds, growth of this process and peak of the largest reader."""
    Path("/proc/self/clear_refs").write_text("5")
    before, peaks, is_done = _peak("self"), {}, Event()
    watcher = Thread(target=_watch, args=(peaks, is_done))
    watcher.start()
    began = time.perf_counter()
    outcome = _outcome(content)
    seconds = time.perf_counter() - began
    is_done.set()
    watcher.join()
    grown, largest = _peak("self") - before, max(peaks.values(), default=0)
    return f"{len(content) / MEBIBYTE:.1f} MB | {outcome} | {seconds:.1f} | {grown} MB | {largest} MB"


def _outcome(content: bytes) -> str:
    try:
        read_workbook(Upload(name="bestand", content=content))
    except UnreadableUpload as fault:
        return fault.code
    return "read"


def _watch(peaks: dict[str, int], is_done: Event) -> None:
    while not is_done.wait(0.005):
        for task in Path("/proc/self/task").iterdir():
            for child in _children(task):
                peaks[child] = max(peaks.get(child, 0), _peak(child))


def _children(task: Path) -> list[str]:
    try:
        return (task / "children").read_text().split()
    except OSError:
        return []


def _peak(process: str) -> int:
    """In MB; 0 once it is gone."""
    try:
        found = HIGHEST.search(Path(f"/proc/{process}/status").read_text())
    except OSError:
        return 0
    return int(found[1]) // 1024 if found else 0


if __name__ == "__main__":
    os.nice(5)
    main(sys.argv[1:])
