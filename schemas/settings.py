"""Settings come from the environment, each named DEMARCHE_…; docs/operations.md lists them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from environs import Env
from marshmallow.validate import Range
from platformdirs import user_data_path

EXPORT_LIMIT = 100_000


@dataclass(frozen=True, slots=True)
class Settings:
    """`engine` is an address as `search.opening.open_engine` takes it.

    `export_limit` is how many statements an export holds at most.
    """

    engine: str
    export_limit: int = EXPORT_LIMIT

    @classmethod
    def from_environment(cls) -> Settings:
        """ValueError (environs' own) names the variable that can't be read."""
        env = Env(prefix="DEMARCHE_")
        return cls(
            engine=env.str("ENGINE", default=default_engine()),
            export_limit=env.int("EXPORT_LIMIT", default=EXPORT_LIMIT, validate=Range(min=1)),
        )


def default_engine() -> str:
    """The embedded engine, in the user's data directory."""
    path: Path = user_data_path("demarche", appauthor=False) / "index"
    return f"embedded://{path}"
