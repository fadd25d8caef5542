"""The address of the page of a speaker or an organisation."""

from __future__ import annotations

import flask

from api.parties.kinds import kind_of
from schemas.query import Interval


def party_address(id_: str, interval: Interval | None = None) -> str:
    return flask.url_for(f"profiles.{kind_of(id_).noun}", name=id_, interval=interval)
