"""The whole extractor takes time in proportion to the text, whatever a stranger writes.

Sentences that are parsed come back, for equal ones are parsed once: what is timed is what is done with them.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import count

import pytest

from benchmarks.scaling.shapes import MARKS, SHAPES, filled, name, paragraphs, place, run, sentences, word
from indexer.extraction.extractor import Extractor
from schemas.article import Article
from schemas.dates.partial_dates import PartialDate

SMALL, LARGE = 7_500, 30_000
STEEPEST = 10  # times as long for four times the text; 16 is quadratic, noise of a busy machine made 8 of 4
TRIES = 4


def again(*pieces: str) -> Callable[[int], str]:
    return sentences(lambda number: pieces[number % len(pieces)])


SENT = {
    "offices without a country": again(
        "The minister said it would rain.", "The mayor denied it.", "The official left."
    ),
    "offices of one country": again("The senator said it would rain."),
    "letters": again(*(f"The {letters} said it was ready." for letters in ("UPA", "KLP", "TTR", "WWN", "GFD"))),
    "names of one surname": sentences(lambda n: f"{name(n)} Silva, Silva and Ms Silva left."),
    "names": sentences(lambda n: f"{name(n)} {name(n * 7 + 3)} left."),
    "bodies": sentences(lambda n: f"The {name(n)} Ministry and the ministry left."),
    "bodies of several states": again("The High Commission and NATO left the alliance."),
    "one person of many offices": sentences(lambda n: f"Ana Silva, the {word(n)} minister, left."),
    "states side by side": again("Norway and Poland said it.", "The three governments said it."),
    "places": sentences(place),
    "capitals": run("Baku "),
    "a person's name that is a country": sentences(lambda n: f"{name(n)} Jordan-Jordan left."),
    "a country behind a run of capitals": run("A-", after=" Jordan left."),
    "dates": again("On Monday, as in May, it began a day later."),
    "a sentence of quotes and dates": again("“It rains there on Monday, as we think now,” and on Tuesday, as of May,"),
    "occasions": again("At the same meeting the minister said it."),
    "quotes of all marks": sentences(
        lambda n: MARKS[n % len(MARKS)].format("It rains there and it will be so, we think.")
    ),
    "nested quotes": SHAPES["nested quotes"],
    "quotes that nobody closes": again("“It rains there and will go on so"),
    "apostrophes": run("s' "),
    "an interview": SHAPES["an interview"],
    "labels": paragraphs(lambda n: f"{name(n)}: It is {word(n)} here."),
    "parentheses": SHAPES["parentheses"],
    "brackets": run("[("),
    "shouting": again("THE MINISTER SAID IT."),
    "initials": run("A. "),
    "one giant sentence": SHAPES["one giant sentence"],
    "a list of names": SHAPES["a run of names"],
    "paragraphs of two words": again("it\n\nsaid\n\n"),
    "one word": run("a"),
    "blanks": run(" ", "He said it. ", "x said."),
    "blanks behind a capital": run(" ", "Baku", "-"),
    "dashes": run("-", "BAKU ", " it rained in Baku, the minister said."),
    "stops": run("."),
    "a headline that is quoted again": lambda size: filled(
        size, ("“We will all go there now.”" if n < 8 else f"Ilk said: “We {word(n)} it.”" for n in count()), "\n\n"
    ),
}


def seconds(text: str) -> float:
    article = Article(text, title="Two Ministers Meet", published_on=PartialDate.parse("2023-07-12"))
    began = time.process_time()
    Extractor().extract(article)
    return time.process_time() - began


@pytest.mark.parametrize("shape", SENT.values(), ids=SENT)
def test_four_times_the_text_takes_about_four_times_as_long(shape: Callable[[int], str]) -> None:
    seconds(shape(1_000))  # what is read once is read
    small, large = [], []
    for _ in range(TRIES):
        small.append(seconds(shape(SMALL)))
        large.append(seconds(shape(LARGE)))
        if min(large) < STEEPEST * max(min(small), 0.01):
            return
    pytest.fail(f"{min(small):.2f} s for {SMALL:,} characters, {min(large):.2f} s for {LARGE:,}")
