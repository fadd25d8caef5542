"""The one place where the API meets the indexer: what splits and stores the articles that clients send."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, cast

import flask

from api.context import current_engine, current_settings

if TYPE_CHECKING:
    from indexer.receiver.receiver import Receiver

EXTENSION = "demarche.receiver"

_making = threading.Lock()


def current_receiver() -> Receiver:
    """Of this application; its language model is loaded by the first article that needs it."""
    from indexer.receiver.receiver import Receiver  # here, for spaCy takes a second that no reader need wait

    with _making:
        known = flask.current_app.extensions
        if EXTENSION not in known:
            known[EXTENSION] = Receiver(current_engine(), current_settings().max_split)
        return cast("Receiver", known[EXTENSION])
