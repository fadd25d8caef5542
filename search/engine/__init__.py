"""The contract that both engines keep, and that the rest of Demarche knows, split by who asks.

`searching` is what the API asks, `storing` what the indexer asks, `keeping` what an operator asks of an index as a
whole; an Engine is all three. The same calls give the same totals, the same ids in the same order when sorted by date,
the same facet counts and the same highlights on either engine; tests/contract holds them to it. Every call may raise
EngineUnavailable.
"""

from search.engine.engine import Engine
from search.engine.keeping import Keeping, Rebuilt, Remake, Status
from search.engine.searching import Searching, Stream, View
from search.engine.storing import Prepared, Replaced, Storing, Version

__all__ = [
    "Engine",
    "Keeping",
    "Prepared",
    "Rebuilt",
    "Remake",
    "Replaced",
    "Searching",
    "Status",
    "Storing",
    "Stream",
    "Version",
    "View",
]
