"""The collector and the allocator are told once, in each process that makes many objects."""

import gc
import platform
from collections.abc import Iterator

import pytest

from indexer.processes.memory import COLLECTED_AT, collect_rarely, keep_freed_memory


@pytest.fixture
def as_before() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


@pytest.mark.usefixtures("as_before")
def test_it_looks_rarely_and_never_at_what_is_there_already() -> None:
    collect_rarely()
    assert gc.get_threshold()[0] == COLLECTED_AT
    assert gc.get_freeze_count() > 0


def test_what_is_freed_is_kept_where_the_library_is_known() -> None:
    assert keep_freed_memory() == (platform.libc_ver()[0] == "glibc")
