"""Faults that may pass."""

from indexer.inputs.result import Refusal
from indexer.web.transient import Transient


def test_it_is_a_refusal_that_says_when_to_come_again() -> None:
    fault = Transient("answered 503", retry_after=7.0)
    assert isinstance(fault, Refusal)
    assert (str(fault), fault.retry_after, fault.unreachable) == ("answered 503", 7.0, False)
