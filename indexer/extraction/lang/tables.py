"""Tables of a language, from the `.csv` files in its folder."""

from __future__ import annotations

import csv
from importlib.resources import files


def table(name: str, language: str = "en") -> list[dict[str, str]]:
    """The rows of `name`.csv by the columns of its header; remarks, which begin with "#", are left out."""
    text = files(__package__).joinpath(language, f"{name}.csv").read_text("utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if line.strip() and not line.startswith("#")))
