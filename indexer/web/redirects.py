"""Redirects: each hop is an address of its own, to be allowed like the first."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urljoin

from indexer.inputs.result import Refusal
from indexer.web.address import Target, target
from indexer.web.client import Answer

REDIRECTS = frozenset((301, 302, 303, 307, 308))
MOST = 5  # hops: what RFC 9309 asks for robots.txt, and more than any page needs
SHOWN = 500  # characters of an address in a message


def follow(start: Target, get: Callable[[Target], Answer]) -> Answer:
    """The first answer that is no redirect. A Refusal of a later hop names where it was led."""
    here, seen = start, [start.url]
    while True:
        try:
            answer = get(here)
        except Refusal as refusal:
            raise refusal if here is start else tell_where(refusal, here.url) from None
        location = answer.headers.get("Location")
        if answer.status not in REDIRECTS or not location:
            return answer
        try:
            there = urljoin(here.url, decode_location(location))
        except ValueError:
            raise Refusal(f"redirects to what is no address: {location[:SHOWN]}") from None
        try:
            here = target(there)
        except Refusal as refusal:
            raise tell_where(refusal, there) from None
        if here.url in seen:
            raise Refusal(f"redirects in a circle, back to {here.url}")
        if len(seen) > MOST:
            raise Refusal(f"redirects more than {MOST} times")
        seen.append(here.url)


def tell_where(refusal: Refusal, where: str) -> Refusal:
    refusal.args = (f"leads to {where[:SHOWN]}: {refusal}",)
    return refusal


def decode_location(location: str) -> str:
    """Headers are read as ISO 8859-1, but who writes other letters than ASCII into them means UTF-8, as browsers do."""
    try:
        return location.encode("latin-1").decode()
    except UnicodeError:
        return location
