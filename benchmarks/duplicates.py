"""How surely copies of articles are known, and at what cost, beside datasketch.

    python -m benchmarks.duplicates [FILE…] [--articles N]

Articles are made up of words drawn by Zipf's law; those of one topic share four of ten words with each other. FILEs of
real ones (NDJSON with a `text`) are measured instead where they are named. Each article is edited in every way of the
table, and all of it is compared with all: `found` is how many edits are known as copies of their original, `strangers`
how many articles are called a copy of another that they were not made from, which is 0 where it is right.

datasketch is given the same words, the same 32 bands of 4 minima and the same comparison after it, and is measured
where it is installed: pip install -e '.[bench]'.
"""

from __future__ import annotations

import importlib.util
import itertools
import json
import os
import random
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import click

os.environ.setdefault("OMP_NUM_THREADS", "1")

from benchmarks.search.corpus import Maker
from schemas.article import Article
from search.documents.duplicates import ALIKE
from search.text.shingles import BANDS, ROWS, WIDTH, Shingled

WORDS = 500  # of a made-up article: some 3,000 characters, as most news has
TOPIC = 10  # articles
SHORTEST = 1_200  # characters of a real one
TIMES = 5  # that each is timed

Edit = Callable[[Sequence[str]], Sequence[str]]
Keys = Callable[[str], Sequence[str]]  # the bands of a text


def made_up(count: int) -> Iterator[str]:
    """With the quotes that others of the topic have too: a tenth of the text, in one piece."""
    maker = Maker()
    for number in range(count):
        if number % TOPIC == 0:
            about, quote = maker.words(100).split(), maker.words(WORDS // 10).split()
        words = [maker.dice.choice(about) if maker.dice.random() < 0.4 else word for word in maker.words(WORDS).split()]
        at = maker.dice.randrange(len(words))
        yield " ".join([*words[:at], *quote, *words[at:]])


def edits(vocabulary: Sequence[str]) -> dict[str, Edit]:
    dice = random.Random(1)

    def cut(share: float) -> Edit:
        return lambda words: words[: int(len(words) * share)]

    def replaced(share: float) -> Edit:
        return lambda words: [dice.choice(vocabulary) if dice.random() < share else word for word in words]

    def shorter(words: Sequence[str]) -> Sequence[str]:
        at, size = dice.randrange(len(words)), len(words) // 8
        return [*words[:at], *words[at + size :]]

    def longer(words: Sequence[str]) -> Sequence[str]:
        at = dice.randrange(len(words))
        return [*words[:at], *dice.choices(vocabulary, k=len(words) // 8), *words[at:]]

    return {
        "headline and address": lambda words: words,
        "one paragraph of eight dropped": shorter,
        "one paragraph of eight added": longer,
        "cut to three quarters": cut(0.75),
        "cut to a half": cut(0.5),
        "cut to a quarter": cut(0.25),
        "as much added at its end": lambda words: [*words, *dice.choices(vocabulary, k=len(words))],
        "5 % of the words replaced": replaced(0.05),
        "10 %": replaced(0.1),
        "20 %": replaced(0.2),
        "30 %": replaced(0.3),
    }


def of(text: str) -> Shingled:
    return Shingled.of(Article(text))


def ours(text: str) -> Sequence[str]:
    shingled = of(text)
    return shingled.fingerprint, *shingled.bands


def by_datasketch() -> Keys:
    from datasketch import MinHash

    def keys(text: str) -> Sequence[str]:
        words = of(text).words
        made = MinHash(num_perm=ROWS * BANDS, seed=1)
        made.update_batch([" ".join(words[at : at + WIDTH]).encode() for at in range(len(words) - WIDTH + 1)])
        least = made.hashvalues.tolist()
        return [f"{band} {least[band * ROWS : (band + 1) * ROWS]}" for band in range(BANDS)]

    return keys


def systems() -> dict[str, Keys]:
    if importlib.util.find_spec("datasketch") is None:
        click.echo("datasketch is left out, for it is not installed: pip install -e '.[bench]'", err=True)
        return {"ours": ours}
    return {"ours": ours, "datasketch": by_datasketch()}


def milliseconds(keys: dict[str, Keys], texts: Sequence[str]) -> dict[str, list[float]]:
    """Of CPU, for each text and system, in turns; the least of several times."""
    taken: dict[str, list[float]] = {name: [float("inf")] * len(texts) for name in keys}
    for _, (place, text), (name, make) in itertools.product(range(TIMES), enumerate(texts), keys.items()):
        begun = time.process_time()
        make(text)
        taken[name][place] = min(taken[name][place], 1_000 * (time.process_time() - begun))
    return taken


class Known:
    """Texts by their keys, as an engine has them."""

    def __init__(self, keys: Keys, texts: Sequence[str]):
        self.keys = keys
        self.texts = list(map(of, texts))
        self.by_key: dict[str, list[int]] = defaultdict(list)
        for number, text in enumerate(texts):
            for key in keys(text):
                self.by_key[key].append(number)

    def candidates(self, text: str) -> set[int]:
        return {number for key in self.keys(text) for number in self.by_key.get(key, ())}

    def alike(self, text: str) -> set[int]:
        shingled = of(text)
        return {number for number in self.candidates(text) if self.texts[number].share(shingled) >= ALIKE}


@click.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--articles", default=500, show_default=True, type=click.IntRange(10), help="How many.")
def main(files: Sequence[Path], articles: int) -> None:
    """Print how many edits of articles are known as copies, how many others are taken for one, and what it costs."""
    texts = list(made_up(articles))
    if files:
        lines = itertools.chain.from_iterable(file.read_text("utf-8").splitlines() for file in files)
        texts = [text for text in (json.loads(line)["text"] for line in lines) if len(text) >= SHORTEST][:articles]
    chosen = systems()
    click.echo(f"{len(texts):,} articles of {statistics.mean(map(len, texts)):,.0f} characters on average\n")
    print_times(chosen, texts)
    print_found(chosen, texts)


def print_times(chosen: dict[str, Keys], texts: Sequence[str]) -> None:
    taken = milliseconds(chosen, texts[:100])
    click.echo("| | ms of CPU an article, median | over ours |\n|---|--:|--:|")
    for name, times in taken.items():
        ratio = statistics.median(each / own for each, own in zip(times, taken["ours"], strict=True))
        click.echo(f"| {name} | {statistics.median(times):.2f} | {ratio:.1f} |")


def print_found(chosen: dict[str, Keys], texts: Sequence[str]) -> None:
    known = {name: Known(keys, texts) for name, keys in chosen.items()}
    shingled = [of(text) for text in texts]
    click.echo(f"\n| edit | Jaccard | share | {' | '.join(f'{name}: found | strangers' for name in chosen)} |")
    click.echo("|---|--:|--:|" + "--:|--:|" * len(chosen))
    for name, edit in edits(" ".join(texts).split()).items():
        edited = [" ".join(edit(text.split())) for text in texts]
        cells = [f"{statistics.mean(map(jaccard, shingled, map(of, edited))):.2f}"]
        cells.append(
            f"{statistics.mean(one.share(of(other)) for one, other in zip(shingled, edited, strict=True)):.2f}"
        )
        for each in known.values():
            alike = [each.alike(text) for text in edited]
            found = statistics.mean(number in numbers for number, numbers in enumerate(alike))
            others = sum(len(numbers - {number}) for number, numbers in enumerate(alike))
            cells += [f"{100 * found:.1f} %", f"{others}"]
        click.echo(f"| {name} | {' | '.join(cells)} |")
    cells = ["", ""]
    for each in known.values():
        looked_at = sum(len(each.candidates(text) - {number}) for number, text in enumerate(texts))
        alike = sum(len(each.alike(text) - {number}) for number, text in enumerate(texts))
        cells += [f"{looked_at} looked at", f"{alike}"]
    click.echo(f"| the originals among each other | {' | '.join(cells)} |")


def jaccard(one: Shingled, other: Shingled) -> float:
    common = one.share(other) * min(len(one.shingles), len(other.shingles))
    return common / (len(one.shingles) + len(other.shingles) - common)


if __name__ == "__main__":
    main()
