"""Why something could not be fetched, where it may be had later."""

from __future__ import annotations

from indexer.inputs.result import Refusal


class Transient(Refusal):
    """A fault that may be over at the next try; any other Refusal stays what it is.

    `retry_after` are the seconds that the server asks to wait, `unreachable` says that no server was found at all.
    """

    def __init__(self, reason: str, retry_after: float | None = None, unreachable: bool = False):
        super().__init__(reason)
        self.retry_after = retry_after
        self.unreachable = unreachable
