"""Names in archives: never paths to write to, and as in a folder."""

import pytest

from indexer.readers.archives.names import climbs, hidden


@pytest.mark.parametrize("name", ["../a.txt", "/a.txt", "a/../../b.txt", "..\\a.txt", "C:\\a.txt", "\\\\host\\a.txt"])
def test_names_that_climb(name: str) -> None:
    assert climbs(name)


@pytest.mark.parametrize("name", ["a.txt", "./a.txt", "a/b..c/d.txt", "..a.txt", "a/...txt"])
def test_names_that_do_not_climb(name: str) -> None:
    assert not climbs(name)


@pytest.mark.parametrize(("name", "is_hidden"), [(".a.txt", True), ("__MACOSX/._a.txt", True), ("./a.txt", False)])
def test_what_is_hidden_is_as_in_a_folder(name: str, is_hidden: bool) -> None:
    assert hidden(name) == is_hidden
