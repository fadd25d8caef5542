"""Write the filters into the table of parameters in api.md, from the table of fields: `python -m docs.parameters`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from schemas.fields import FACETS as COUNTED
from schemas.fields import FILTERS, Field
from schemas.wire.parameters import join

GUIDE = Path(__file__).with_name("api.md")
ROWS = re.compile(r"(?<=\| Name \| Meaning \|\n\|---\|---\|\n)(\| `q` \|.*\n)(?:.*\n)*?(?=\| `from`, `to` \|)")
FACETS = re.compile(r"(?<=^\| `facets` \| what to count the results by: ).*(?= \|$)", re.MULTILINE)


def row(field: Field) -> str:
    values = listed(field.choices) if field.choices else f"such as `{join(field.example)}`"
    return f"| `{field.name}` | {field.meaning} ({values}) |\n"


def listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def written(guide: str) -> str:
    """The guide with the fields that there are."""
    rows = "".join(map(row, FILTERS.values()))
    return FACETS.sub(listed(COUNTED), ROWS.sub(lambda found: found[1] + rows, guide))


if __name__ == "__main__":
    GUIDE.write_text(written(GUIDE.read_text("utf-8")), "utf-8")
