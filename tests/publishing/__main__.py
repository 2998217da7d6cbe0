"""Attacks disclosure control for as long as one likes: `python -m tests.publishing --tables 3000 --series 500`."""

import argparse

from tests.publishing.test_attack_on_series import attack_breakdowns, attack_series
from tests.publishing.test_attack_on_tables import attack_one

# Apart from those that the tests use.
FIRST_SEED = 100_000
BREAKDOWNS = ((), ("age",), ("age", "place"))


def main() -> None:
    parser = argparse.ArgumentParser("python -m tests.publishing")
    parser.add_argument("--tables", type=int, default=3000)
    parser.add_argument("--series", type=int, default=500)
    asked = parser.parse_args()
    seeds = range(FIRST_SEED, FIRST_SEED + asked.tables)
    n_hidden = sum(attack_one(seed, BREAKDOWNS[seed % len(BREAKDOWNS)]) for seed in seeds)
    print(f"{asked.tables} editions by themselves: {n_hidden} counts hidden, none known")
    n_refused = sum(attack_breakdowns(FIRST_SEED + number) for number in range(asked.series))
    print(f"{asked.series} times three editions of the same people: {n_refused} refused, no hidden count known")
    n_published = sum(attack_series(FIRST_SEED + number) for number in range(asked.series))
    print(f"{asked.series} times three editions of changing people: {n_published} published, no small change known")


if __name__ == "__main__":
    main()
