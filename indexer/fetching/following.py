"""Redirects: each hop is an address of its own, to be allowed like the first."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urljoin

from indexer.fetching.addresses import Target, target
from indexer.fetching.asking import Answer
from indexer.readers.reading import Refusal

REDIRECTS = frozenset((301, 302, 303, 307, 308))
MOST = 5  # hops: what RFC 9309 asks for robots.txt, and more than any page needs


def follow(start: Target, get: Callable[[Target], Answer]) -> Answer:
    """The first answer that is no redirect. A Refusal of a later hop names where it was led."""
    here, seen = start, [start.url]
    while True:
        try:
            answer = get(here)
        except Refusal as refusal:
            raise refusal if here is start else led(refusal, here.url) from None
        location = answer.headers.get("Location")
        if answer.status not in REDIRECTS or not location:
            return answer
        there = urljoin(here.url, location)
        try:
            here = target(there)
        except Refusal as refusal:
            raise led(refusal, there) from None
        if here.url in seen:
            raise Refusal(f"redirects in a circle, back to {here.url}")
        if len(seen) > MOST:
            raise Refusal(f"redirects more than {MOST} times")
        seen.append(here.url)


def led(refusal: Refusal, where: str) -> Refusal:
    refusal.args = (f"leads to {where[:500]}: {refusal}",)
    return refusal
