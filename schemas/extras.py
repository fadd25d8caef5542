"""What is not installed of an extra: the packages that pyproject.toml lists under its name."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, requires, version

INDEXING = "index"  # the extra that splits articles into statements
HOW_TO_INDEX = f"pip install '.[{INDEXING}]' in Demarche's folder"  # PyPI has another project of that name

NAME = re.compile(r"[\w.-]+")


def missing(extra: str, package: str = "demarche") -> tuple[str, ...]:
    """The names of the packages that `extra` of `package` needs and that are not installed; none if all are."""
    needed = [one for one in requires(package) or () if re.search(rf"""extra == ["']{extra}["']""", one)]
    names = [match[0] for match in map(NAME.match, needed) if match]
    return tuple(name for name in names if not is_installed(name))


def is_installed(package: str) -> bool:
    try:
        version(package)
    except PackageNotFoundError:
        return False
    return True
