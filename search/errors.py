"""What an engine may raise. No engine's own exception, and none of its words, leaves search/."""

from __future__ import annotations

from schemas.problem import Fault


class SearchError(Exception):
    """The mother of all of them."""


class EngineUnavailable(SearchError):
    """The engine does not answer, or not in time; the same call may succeed later."""


class EngineBusy(EngineUnavailable):
    """Another process holds the one writer of an embedded index, and went on holding it for as long as was waited."""


class NoIndex(EngineUnavailable):
    """There is none at this address, and none was to be made; the first article that is stored makes it."""


class IncompatibleIndex(SearchError):
    """The index was made by another version and must be built anew, or is no index of ours."""


class OutOfTime(SearchError):
    """The request took as long as one may (search/budget.py)."""


class ClientGone(SearchError):
    """Whoever asked hung up, and what was being done for them was stopped."""


class NotFound(SearchError):
    """No statement or article has this id."""


class QueryError(SearchError):
    """The asker's mistake. `fault` tells it, with the parameter where it was made."""

    def __init__(self, code: str, detail: str, parameter: str, position: int | None = None, hint: str | None = None):
        super().__init__(detail)
        self.fault = Fault(code, detail, parameter, position, hint)
