"""Fetch what a link points to."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from io import BufferedReader, BytesIO

from indexer.inputs.defects import tell_defect
from indexer.inputs.input import MAX_INPUT, Input, Link
from indexer.inputs.media_types import charset_of
from indexer.inputs.result import Refusal
from indexer.web.address import Target, is_public, is_public_or_private, target
from indexer.web.allowance import Allowance
from indexer.web.client import Answer, Client
from indexer.web.connection import Gate
from indexer.web.content_type import suffix_of
from indexer.web.pace import Pace
from indexer.web.redirects import follow
from indexer.web.robots import NAME, Robots
from indexer.web.transient import Transient
from schemas.settings import Settings

BACKOFF = (2.0, 4.0)  # seconds before the second and third try
PASSING = frozenset((429, 500, 502, 503, 504))
UNREACHABLE = 300.0  # seconds that a host which was not there is left alone


@dataclass(slots=True)
class Fetcher:
    """Not to be shared between threads: hosts are asked one after another."""

    client: Client
    pace: Pace = field(default_factory=Pace)
    backoff: tuple[float, ...] = BACKOFF
    robots: Robots = field(init=False)

    def __post_init__(self) -> None:
        self.robots = Robots(self.client)

    @classmethod
    def of(cls, settings: Settings, pause: Callable[[float], None] = time.sleep) -> Fetcher:
        """`pause` sleeps between requests; see Pace."""
        allowed = is_public_or_private if settings.fetch_private else is_public
        return cls(Client(agent(settings.fetch_contact), Gate(allowed)), Pace(pause=pause))

    def open(self, link: Link) -> Input:
        return input_of(link, self.fetch(link.url))

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Answer:
        """The whole page, or 304 where the headers ask for no other. Refusal says why it can't be had."""
        try:
            allowance = self.client.allowance()
            answer = follow(target(url), lambda hop: self.hop(hop, headers, allowance))
        except Refusal:
            raise
        except Exception as error:  # noqa: BLE001 - of a library, at what a server sends
            raise Refusal(tell_defect(error, "fetched", url)) from None
        if answer.status != 304 and not 200 <= answer.status < 300:
            raise Refusal(f"answered {answer.status}")
        if answer.cut:
            raise Refusal(f"is longer than {MAX_INPUT:,} bytes; download it, and name the file")
        return answer

    def hop(self, page: Target, headers: Mapping[str, str] | None, allowance: Allowance) -> Answer:
        """One page, of one host; a fault that may pass is waited for a little."""
        self.robots.check(page, allowance)
        asked = self.robots.delay(page, allowance)
        for pause in (*self.backoff, None):
            self.pace.wait(page.host, allowance, asked)
            try:
                answer = self.client.get(page, allowance, headers)
            except Transient as passing:
                fault = passing
            else:
                if answer.status not in PASSING:
                    return answer
                fault = Transient(f"answered {answer.status}", answer.retry_after)
            told = fault.retry_after or 0.0
            if pause is None or told > allowance.patience or allowance.seconds <= 0:
                self.pace.rest(page.host, UNREACHABLE if fault.unreachable else told)
                raise fault
            self.pace.rest(page.host, max(pause, told))
        raise AssertionError("the last try returns or raises")


@dataclass(slots=True)
class Once:
    """Each address once in a run: feeds may link to the same page, to each other and to themselves."""

    fetcher: Fetcher
    asked: set[str] = field(default_factory=set)

    def open(self, link: Link) -> Input | None:
        if link.url in self.asked:
            return None
        self.asked.add(link.url)
        return self.fetcher.open(link)


def agent(contact: str) -> str:
    """The name that requests carry: the program's, and how to reach who runs it, if they say."""
    return f"{NAME}/{version('demarche')}" + (f" (+{contact})" if contact else "")


def input_of(link: Link, answer: Answer) -> Input:
    told = answer.headers.get("Content-Type", "")
    return Input(
        link.origin,
        BufferedReader(BytesIO(answer.body)),
        suffix=suffix_of(told, answer.target.path, unpacked="Content-Encoding" in answer.headers),
        url=answer.target.url,
        charset=charset_of(told),
        told=link.told,
    )
