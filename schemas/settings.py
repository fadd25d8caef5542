"""Settings come from the environment, each named DEMARCHE_…; docs/operations.md lists them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from environs import Env
from platformdirs import user_data_path


@dataclass(frozen=True, slots=True)
class Settings:
    """`engine` is an address as `search.opening.open_engine` takes it."""

    engine: str

    @classmethod
    def from_environment(cls) -> Settings:
        """ValueError (environs' own) names the variable that can't be read."""
        env = Env(prefix="DEMARCHE_")
        return cls(engine=env.str("ENGINE", default=default_engine()))


def default_engine() -> str:
    """The embedded engine, in the user's data directory."""
    path: Path = user_data_path("demarche", appauthor=False) / "index"
    return f"embedded://{path}"
