"""Made-up articles as NDJSON: with their statements, as an export has them, and as news that is still to be split."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import orjson

from benchmarks.search.corpus import Maker
from indexer.interchange.backup import write_line
from schemas.statement import Sentence, Span, SplitArticle, Statement

NAMES = ("Anahit Vardumyan", "Rashad Elyarov", "Marit Kolstad", "Teodor Banev", "Ilse Harmsen", "Davit Nersyan")
OFFICES = (
    *("the Armenian foreign minister", "Azerbaijan's president", "the Norwegian envoy", "Bulgaria's defence minister"),
    *(
        "the Dutch prime minister",
        "a spokesman for the Georgian government",
        "the Turkish ambassador",
        "the EU's envoy",
    ),
)
THINGS = (
    "the bridge",
    "the customs post",
    "the water treaty",
    "the railway",
    "the grain corridor",
    "the border crossing",
)
DOINGS = (
    "would open",
    "had been closed",
    "must be repaired",
    "could not be shared",
    "was agreed on",
    "will be paid for",
)
TIMES = ("on Monday", "last week", "in March", "before the talks", "after the summit", "on Thursday")
PLACES = ("Yerevan", "Baku", "Oslo", "Sofia", "The Hague", "Tbilisi", "Ankara", "Brussels")
SENTENCES = (
    "{office} said {time} that {thing} {doing}.",
    "“We have counted {number} lorries at {thing}, and {other} {doing},” {name}, {office}, told reporters in {place}.",
    "{place} denied that {thing} {doing} {time}.",
    "According to {name}, {thing} {doing} and {number} people waited {time}.",
    "{office} called on {place} to see that {thing} {doing}.",
    "The road from {place} runs along {thing}, and {number} families live beside it.",
    "It rained {time}, and the meeting of {number} delegates in {place} began late.",
    "“{thing} {doing}, that is all I know {time},” {name} said.",
    "{name} warned {place} {time} that {thing} {doing} for {number} days.",
)


def given(articles: int, statements_each: int | None = None) -> Iterator[SplitArticle]:
    """Of eight statements each, or of as many as are asked for."""
    for split in islice(Maker().articles(8 * articles), articles):
        kept = tuple(map(as_stored, split.extraction.statements[:statements_each]))
        yield replace(split, extraction=replace(split.extraction, statements=kept))


def as_stored(statement: Statement) -> Statement:
    """With its parts and the sentence that carries it, as every statement has them that was found in a text."""
    return replace(
        statement, parts=(statement.text,), sentence=Sentence(f"{statement.text}, the minister said.", Span(0, 100))
    )


def write_given(path: Path, articles: Iterable[SplitArticle]) -> None:
    with path.open("wb") as file:
        file.writelines(write_line(split) + b"\n" for split in articles)


def write_news(path: Path, articles: int) -> None:
    """Some 2,500 characters each, hardly a sentence twice."""
    dice = random.Random(7)
    with path.open("wb") as file:
        for number in range(articles):
            paragraphs = [" ".join(sentence(dice) for _ in range(3)) for _ in range(8)]
            article = {
                "title": f"Article {number}",
                "url": f"https://outlet.example/news/{number}",
                "source": f"Outlet {dice.randrange(50)}",
                "published_on": "2023-07-17",
                "text": "\n\n".join(paragraphs),
            }
            file.write(orjson.dumps(article) + b"\n")


def sentence(dice: random.Random) -> str:
    words = {
        "name": NAMES,
        "office": OFFICES,
        "thing": THINGS,
        "other": THINGS,
        "doing": DOINGS,
        "time": TIMES,
        "place": PLACES,
    }
    chosen = {name: dice.choice(choices) for name, choices in words.items()}
    made = dice.choice(SENTENCES).format(number=dice.randrange(2, 9_999), **chosen)
    return made[0].upper() + made[1:]
