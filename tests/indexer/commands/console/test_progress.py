"""How far a command is: nothing where nobody watches."""

import pytest

from indexer.commands.console.progress import count, not_split_lines, progress
from indexer.pipeline.events import Tally


@pytest.mark.parametrize(("number", "told"), [(0, "0 articles"), (1, "1 article"), (1_000, "1,000 articles")])
def test_things_are_counted_in_words(number: int, told: str) -> None:
    assert count(number, "article") == told


def test_lines_are_told_and_no_bar_is_drawn(capsys: pytest.CaptureFixture[str]) -> None:
    with progress(100, Tally(added=1)) as (tell, advance):
        advance(50)
        tell("a [line] " + "that is long " * 20)
    out, err = capsys.readouterr()
    assert (out, err) == ("", "a [line] " + "that is long " * 20 + "\n")


def test_languages_that_are_not_split_stand_with_most_articles_first() -> None:
    lines = ["1,200 articles in ru: not split", "2 articles in fr: not split", "1 article in de: not split"]
    assert not_split_lines({"de": 1, "ru": 1_200, "fr": 2}) == lines
    assert not_split_lines({}) == []
