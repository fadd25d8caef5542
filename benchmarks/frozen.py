"""Which articles of a folder are split into other statements than before.

    python -m benchmarks.frozen FOLDER [--kept KEPT] [--write]

FOLDER holds articles (*.jsonl, one a line, as benchmarks.extraction takes them), whose texts may not be copied. So
benchmarks/frozen.csv holds a digest of all that was found in each, and this names the articles whose digest is another
now; the exit status is 1 then. With --write the digests are written anew. KEPT, a folder outside the repository, holds
what was found in words: --write fills it too, and without --write what differs from it is shown.
"""

from __future__ import annotations

import csv
import hashlib
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import click

# One core, as in benchmarks.extraction.
os.environ.setdefault("OMP_NUM_THREADS", "1")

import json

from benchmarks.extraction import article_of
from indexer.extraction.extractor import Extractor
from tests.golden.rendering import difference, rendered

DIGESTS = Path(__file__).with_suffix(".csv")
REPOSITORY = DIGESTS.parents[1]
Key = tuple[str, str]  # the file's name without .jsonl, and the line


def found(folder: Path) -> Iterator[tuple[Key, str, str]]:
    """Each article's key, its id and what is found in it."""
    for path in sorted(folder.glob("*.jsonl")):
        lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        extractions = Extractor().extract_many(map(article_of, lines))
        for number, (line, extraction) in enumerate(zip(lines, extractions, strict=True), 1):
            yield (path.stem, str(number)), line["id"], rendered(line["text"], extraction)


def digest(now: str) -> str:
    return hashlib.sha256(now.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def read() -> Mapping[Key, str]:
    if not DIGESTS.exists():
        return {}
    with DIGESTS.open(encoding="utf-8", newline="") as stream:
        return {(row["file"], row["line"]): row["digest"] for row in csv.DictReader(stream)}


def write(digests: Iterable[tuple[Key, str]]) -> None:
    with DIGESTS.open("w", encoding="utf-8", newline="") as stream:
        lines = csv.writer(stream, lineterminator="\n")
        lines.writerow(["file", "line", "digest"])
        lines.writerows((*key, value) for key, value in digests)


def kept_in(kept: Path, key: Key) -> Path:
    return kept / f"{'-'.join(key)}.statements"


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--kept", type=click.Path(file_okay=False, path_type=Path), help="A folder outside the repository.")
@click.option("--write", "writes", is_flag=True, help="Freeze what is found now.")
def main(folder: Path, kept: Path | None, writes: bool) -> None:
    """Name the articles of FOLDER whose statements changed."""
    if kept is not None and kept.resolve().is_relative_to(REPOSITORY):
        raise click.BadParameter(f"{kept} is within the repository, where these texts may not be", param_hint="--kept")
    now = list(found(folder))
    if not now:
        raise click.BadParameter(f"{folder} holds no *.jsonl with articles", param_hint="FOLDER")
    if writes:
        write((key, digest(text)) for key, _, text in now)
        if kept is not None:
            kept.mkdir(parents=True, exist_ok=True)
            for key, _, text in now:
                kept_in(kept, key).write_text(text, encoding="utf-8")
        click.echo(f"{len(now)} articles are frozen.")
        return
    before = read()
    changed = [(key, name, text) for key, name, text in now if before.get(key) != digest(text)]
    for key, name, text in changed:
        click.echo(f"{key[0]}:{key[1]} {name}: {'changed' if key in before else 'new'}")
        if kept is not None and kept_in(kept, key).exists():
            click.echo(difference(kept_in(kept, key).read_text(encoding="utf-8"), text))
    gone = before.keys() - {key for key, _, _ in now}
    for key in sorted(gone):
        click.echo(f"{':'.join(key)} is gone")
    click.echo(f"{len(changed)} of {len(now)} articles changed.")
    sys.exit(1 if changed or gone else 0)


if __name__ == "__main__":
    main()
