"""How long a fetch may take."""

import time

import pytest

from indexer.web.allowance import Allowance


def be_late() -> None:
    time.sleep(0.05)
    raise TimeoutError


def test_what_a_request_takes_is_spent_whatever_becomes_of_it() -> None:
    allowance = Allowance(10)
    with pytest.raises(TimeoutError), allowance.spent():
        be_late()
    assert 9 < allowance.seconds <= 9.95
    assert allowance.patience == Allowance(1).patience
