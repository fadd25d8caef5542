"""Faults that marshmallow finds, in one line."""

import pytest
from marshmallow import ValidationError

from indexer.inputs.validation import flat, reason

ERRORS = {"published_on": ["'2023-13' is no date"], "statements": {0: {"kind": ["Must be one of: direct."]}}}


def test_each_fault_has_its_path() -> None:
    told = "published_on: '2023-13' is no date; statements.0.kind: Must be one of: direct."
    assert reason(ValidationError(ERRORS)) == told


@pytest.mark.parametrize("messages", ["is no object", ["is no object"], {"_schema": ["is no object"]}])
def test_a_fault_of_the_whole_has_none(messages: object) -> None:
    assert list(flat(messages)) == [("", "is no object")]
