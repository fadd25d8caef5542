"""The one place where the API meets the indexer: what splits and stores the articles that clients send."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, cast

import flask

from api.context import current_engine, current_settings
from api.errors.failures import Refused
from schemas.extras import HOW_TO_INDEX, INDEXING, missing
from schemas.problem import Fault

if TYPE_CHECKING:
    from indexer.receiver.receiver import Receiver

EXTENSION = "demarche.receiver"
ONLY_SEARCHES = Fault(
    "extraction-not-installed",
    "this server only searches: what splits articles into statements is not installed",
    hint=f"whoever runs it installs the rest with {HOW_TO_INDEX}",
)

_making = threading.Lock()


def current_receiver() -> Receiver:
    """Of this application; its language model is loaded by the first article that needs it.

    Refused (501) where the packages that splitting takes are not installed.
    """
    with _making:
        known = flask.current_app.extensions
        if EXTENSION not in known:
            if missing(INDEXING):
                raise Refused(501, ONLY_SEARCHES)
            from indexer.receiver.receiver import Receiver  # here, for spaCy takes a second that no reader need wait

            known[EXTENSION] = Receiver(current_engine(), current_settings().max_split)
        return cast("Receiver", known[EXTENSION])
