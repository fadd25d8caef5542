"""How well and how fast articles are split into statements, beside textacy and the least that would do.

    python -m benchmarks.extraction FOLDER [--articles N]

FOLDER holds annotated articles (*.jsonl, one article a line) and the scorer for them (score.py with `score` and
`report`). One run prints quality and speed of all systems at the same setting, on one core: for ours the whole of
`Extractor.extract_many`, with nothing kept from one run to the next but the loaded model. Seconds are counted twice, as
the process spent them and as the clock went by, for on a busy machine they differ.

Last come short texts of one kind of difficulty each (benchmarks/kinds), ours alone.

textacy's `direct_quotations` is measured where it is installed: pip install -e '.[bench]'.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import click

# One core: the libraries below spaCy would use all of them.
os.environ.setdefault("OMP_NUM_THREADS", "1")

import spacy

from benchmarks.kinds.__main__ import kinds, print_kinds
from indexer.extraction.attribution.parsing import MODEL
from indexer.extraction.extractor import Extractor
from indexer.processes.memory import expect_batches
from schemas.article import Article
from schemas.dates.partial_dates import PartialDate
from schemas.statement import Statement

QUOTED = re.compile(r"[“\"«]([^“”\"«»\n]{20,})[”\"»]")
NAME = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+")
REACH = 120  # characters around a quote in which the baseline looks for a name

Gold = dict[str, Any]
Split = Callable[[Iterable[Gold]], Iterator[dict[str, Any]]]


def ours(articles: Iterable[Gold]) -> Iterator[dict[str, Any]]:
    made = (article_of(gold) for gold in articles)
    for extraction in Extractor().extract_many(made):
        yield {
            "countries": extraction.countries,
            "territories": extraction.territories,
            "statements": [_shown(statement) for statement in extraction.statements],
        }


def marks_and_nearest_name(articles: Iterable[Gold]) -> Iterator[dict[str, Any]]:
    """What stands in quotation marks, said by the nearest name of two words."""
    for gold in articles:
        text = gold["text"]
        yield {"statements": [_baseline(text, quote) for quote in QUOTED.finditer(text)]}


def _baseline(text: str, quote: re.Match[str]) -> dict[str, Any]:
    around = [*NAME.finditer(text, quote.end(), quote.end() + REACH)][:1]
    around += [*NAME.finditer(text, max(0, quote.start() - REACH), quote.start())][-1:]
    speaker = {"name": around[0][0], "mention": around[0].span()} if around else None
    return {"kind": "direct", "spans": [quote.span(1)], "speaker": speaker}


def by_textacy(articles: Iterable[Gold]) -> Iterator[dict[str, Any]]:
    """What textacy.extract.direct_quotations finds, which gives up on a text with an odd number of marks."""
    from textacy.extract import direct_quotations

    nlp = spacy.load(MODEL, exclude=["ner"])
    for gold in articles:
        try:
            found = list(direct_quotations(nlp(gold["text"])))
        except ValueError:
            found = []
        yield {"statements": [_by_textacy(triple) for triple in found]}


def _by_textacy(triple: Any) -> dict[str, Any]:
    first, last = triple.speaker[0], triple.speaker[-1]
    mention = first.idx, last.idx + len(last)
    within = triple.content[1:-1]  # without the marks
    name = " ".join(token.text for token in triple.speaker)
    spans = [(within.start_char, within.end_char)]
    return {"kind": "direct", "spans": spans, "speaker": {"name": name, "mention": mention}}


def systems() -> dict[str, Split]:
    chosen: dict[str, Split] = {"ours": ours}
    if importlib.util.find_spec("textacy") is None:
        click.echo("textacy is left out, for it is not installed: pip install -e '.[bench]'", err=True)
    else:
        chosen["textacy"] = by_textacy
    return {**chosen, "marks and nearest name": marks_and_nearest_name}


def article_of(gold: Gold) -> Article:
    published_on = PartialDate.parse(gold["published_on"]) if gold.get("published_on") else None
    return Article(gold["text"], title=gold.get("title") or "", published_on=published_on)


def _shown(statement: Statement) -> dict[str, Any]:
    speaker, target = statement.speaker, statement.target
    return {
        "kind": statement.kind.value,
        "spans": statement.spans,
        "countries": statement.countries,
        "said_on": str(statement.said_on) if statement.said_on else None,
        "speaker": speaker
        and {
            "name": speaker.name,
            "mention": speaker.mention,
            "role": speaker.role,
            "organisation": speaker.organisation,
            "countries": speaker.countries,
        },
        "target": target and {"name": target.name, "mention": target.mention, "countries": target.countries},
    }


def scorer(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    if spec is None or spec.loader is None:
        raise click.UsageError(f"{folder / 'score.py'} can't be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measure(split: Split, articles: list[Gold], score: ModuleType) -> dict[str, Any]:
    started, by_clock = time.process_time(), time.perf_counter()
    predicted = list(split(articles))
    seconds, by_clock = time.process_time() - started, time.perf_counter() - by_clock
    gold = {article["id"]: article for article in articles}

    def rate(taken: float) -> float:
        return round(len(articles) / taken, 1)

    figures: dict[str, Any] = score.report(*score.score(gold, dict(zip(gold, predicted, strict=True))))
    return {**figures, "articles": {"per CPU second": rate(seconds), "per second": rate(by_clock)}}


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--articles", type=click.IntRange(1), help="Measure the first N of each file alone.")
def main(folder: Path, articles: int | None) -> None:
    """Print quality and speed on each *.jsonl of FOLDER, and how many short texts of each kind hold."""
    expect_batches()  # as `demarche index` does
    score, chosen = scorer(folder), systems()
    list(ours([{"text": "“It rains,” she said."}]))  # the model is loaded before the clock starts
    for path in sorted(folder.glob("*.jsonl")):
        lines = path.read_text(encoding="utf-8").splitlines()[:articles]
        held = [json.loads(line) for line in lines]
        for name, split in chosen.items():
            click.echo(f"\n{path.name}, {len(held)} articles: {name}")
            for figure, values in measure(split, held, score).items():
                click.echo(f"  {figure:20}" + "  ".join(f"{key} {value}" for key, value in values.items()))
    click.echo("\nShort texts of each kind of difficulty (python -m benchmarks.kinds --show says what is wrong)")
    print_kinds(kinds())


if __name__ == "__main__":
    main()
