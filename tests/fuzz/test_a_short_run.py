"""A few cases of the fuzzer in every run of the tests; `python -m tests.fuzz --minutes 10` runs more."""

import pytest

from tests.fuzz.case import run_case


@pytest.mark.parametrize("number", range(40))
def test_no_file_breaks_the_reading(number):
    assert run_case(number)
