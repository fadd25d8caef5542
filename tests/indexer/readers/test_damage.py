"""Whatever happens to an input on its way, a reader names what is wrong with it: nothing else is ever raised."""

import io
from contextlib import suppress
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.inputs.input import Input, Origin
from indexer.inputs.result import Loaded, Refused
from indexer.readers.dispatcher import Dispatcher
from indexer.readers.registry import known_suffix
from tests.indexer.readers.test_golden import INPUTS

Edit = tuple[str, int, int]
EDITS = st.lists(st.tuples(st.sampled_from(["set", "cut", "drop", "repeat"]), st.integers(0), st.integers(0, 255)))


def damaged(content: bytes, edits: list[Edit]) -> bytes:
    data = bytearray(content)
    for kind, place, value in edits:
        if not data:
            break
        at = place % len(data)
        match kind:
            case "set":
                data[at] = value
            case "cut":
                del data[at:]
            case "drop":
                del data[at : at + value]
            case "repeat":
                data[at:at] = data[at : at + value]
    return bytes(data)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(path=st.sampled_from(INPUTS), edits=EDITS, known=st.booleans())
def test_damage_is_refused_and_never_raised(path: Path, edits: list[Edit], known: bool) -> None:
    stream = io.BufferedReader(io.BytesIO(damaged(path.read_bytes(), edits)))
    source = Input(Origin(path.name), stream, known_suffix(path.name) if known else "")
    with suppress(OSError):  # of the outermost input, whose faults `Opening.read` names
        assert all(isinstance(found, Loaded | Refused) for found in Dispatcher().articles(source))
