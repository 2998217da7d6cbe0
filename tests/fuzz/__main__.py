"""Reads files that nobody would make, for as long as is asked: `python -m tests.fuzz --minutes 10`.

Every case has a number; `--case N` runs that one again. What an upload raises here is a fault of ours.
"""

import argparse
import time
import traceback
from collections import Counter

from tests.fuzz.case import run_case

MOST_SHOWN = 20


def main() -> int:
    """0 if nothing was raised."""
    asked = argparse.ArgumentParser(description="Fuzz the reading of uploads.")
    asked.add_argument("--minutes", type=float, default=1)
    asked.add_argument("--first", type=int, default=0, help="the number of the first case")
    asked.add_argument("--case", type=int, help="only this one, with whatever it raises")
    said = asked.parse_args()
    if said.case is not None:
        print(run_case(said.case))
        return 0
    return _run(said.first, time.monotonic() + said.minutes * 60)


def _run(first: int, end: float) -> int:
    outcomes: Counter[str] = Counter()
    faults: dict[str, tuple[int, str]] = {}
    number = first
    while time.monotonic() < end:
        try:
            outcomes[run_case(number)] += 1
        except Exception as fault:  # noqa: BLE001 - whatever it is, it is what we look for
            outcomes["raised"] += 1
            faults.setdefault(_where(fault), (number, traceback.format_exc()))
        number += 1
    for where, (case, trace) in list(faults.items())[:MOST_SHOWN]:
        print(f"--- case {case}: {where}\n{trace}")
    print(f"{number - first} cases from {first}: {dict(outcomes)}; {len(faults)} kinds of fault")
    return 1 if faults else 0


def _where(fault: Exception) -> str:
    last = traceback.extract_tb(fault.__traceback__)[-1]
    return f"{type(fault).__name__} at {last.filename.rpartition('/')[2]}:{last.lineno}"


if __name__ == "__main__":
    raise SystemExit(main())
