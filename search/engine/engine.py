"""A store of articles with their statements, and the searches over them."""

from __future__ import annotations

from abc import abstractmethod
from types import TracebackType
from typing import ClassVar, Self

from search.engine.keeping import Keeping
from search.engine.searching import Searching
from search.engine.storing import Storing


class Engine(Searching, Storing, Keeping):
    """Safe to share between threads. `kind` is "embedded" or "elasticsearch"."""

    kind: ClassVar[str]

    @property
    @abstractmethod
    def location(self) -> str:
        """A path, or an address without its password; nothing is asked for it."""

    @abstractmethod
    def close(self) -> None:
        """Let go of files and connections; the engine is not used after this."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()
