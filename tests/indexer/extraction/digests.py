"""Which files that statements depend on have changed since their version was set.

    python -m tests.indexer.extraction.digests            name them; the exit status is 1 if there are any
    python -m tests.indexer.extraction.digests --same     the same text gives the same statements: keep the version
    python -m tests.indexer.extraction.digests --raise    it may give others: raise NUMBER of version.py

digests.csv has a line for each file. A digest is of what counts: of code without remarks, docstrings and layout, of
data without remarks and empty lines.
"""

from __future__ import annotations

import ast
import csv
import hashlib
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

REPOSITORY = Path(__file__).parents[3]
EXTRACTION = REPOSITORY / "indexer/extraction"
IDENTITY = REPOSITORY / "schemas/identity"
LANGUAGE = REPOSITORY / "indexer/readers/articles/language.py"  # decides whether an article is split
VERSION = EXTRACTION / "version.py"
DIGESTS = Path(__file__).with_suffix(".csv")
NUMBER = re.compile(r"^NUMBER = (\d+)$", re.MULTILINE)
DATA = (".csv", ".words")


def read() -> dict[str, str]:
    with DIGESTS.open(encoding="utf-8", newline="") as stream:
        return {row["file"]: row["digest"] for row in csv.DictReader(stream)}


def write(digests: Mapping[str, str]) -> None:
    with DIGESTS.open("w", encoding="utf-8", newline="") as stream:
        lines = csv.writer(stream, lineterminator="\n")
        lines.writerow(["file", "digest"])
        lines.writerows(sorted(digests.items()))


def found() -> dict[str, str]:
    """By the file's path in the repository; files that say nothing are left out."""
    return {str(path.relative_to(REPOSITORY)): digest(what) for path in files() if (what := essence(path))}


def files() -> Iterator[Path]:
    yield LANGUAGE
    for path in sorted((*EXTRACTION.rglob("*"), *IDENTITY.rglob("*"))):
        if path.suffix in (".py", *DATA) and path != VERSION:
            yield path


def digest(what: str) -> str:
    return hashlib.sha256(what.encode()).hexdigest()[:8]


def essence(path: Path) -> str:
    text = path.read_text("utf-8")
    return essence_of_code(text) if path.suffix == ".py" else essence_of_data(text)


def essence_of_data(text: str) -> str:
    return "\n".join(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


def essence_of_code(text: str) -> str:
    tree = ast.parse(text)
    return repr(told(tree)) if any(map(says_something, tree.body)) else ""


def says_something(statement: ast.stmt) -> bool:
    """A docstring says nothing here."""
    is_text = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    return not (is_text and isinstance(statement.value.value, str))


def told(node: object) -> object:
    """The tree without what is empty, which is written in another way by other versions of Python."""
    if isinstance(node, list):
        return [told(each) for each in node if not isinstance(each, ast.stmt) or says_something(each)]
    if not isinstance(node, ast.AST):
        return node
    fields = [(name, told(value)) for name, value in ast.iter_fields(node) if value not in (None, [])]
    return type(node).__name__, fields


def changed() -> list[str]:
    before, now = read(), found()
    return sorted(file for file in before | now if before.get(file) != now.get(file))


@click.command()
@click.option("--same", is_flag=True, help="Keep the version.")
@click.option("--raise", "other", is_flag=True, help="Raise it.")
def main(same: bool, other: bool) -> None:
    """Name the files that have changed since the version was set."""
    if same and other:
        raise click.UsageError("either --same or --raise")
    files = changed()
    click.echo("".join(f"{file}\n" for file in files), nl=False)
    if other:
        VERSION.write_text(NUMBER.sub(lambda told: f"NUMBER = {int(told[1]) + 1}", VERSION.read_text("utf-8")), "utf-8")
    if same or other:
        write(found())
    sys.exit(1 if files and not (same or other) else 0)


if __name__ == "__main__":
    main()
