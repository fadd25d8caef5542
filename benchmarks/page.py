"""How soon the page begins and what it weighs: `python -m benchmarks.page [--engine ADDRESS]`.

It is that of the examples, or of an embedded index that there is.

A server of its own (`demarche serve`, two workers, the embedded engine) answers over HTTP. The first byte is timed over
one connection, without the server's very first answers. The weight is what Chromium gets on a first visit, headers
included, scrolled to the end so that pictures that wait for it are there; nothing is compressed.
"""

from __future__ import annotations

import http.client
import re
import statistics
import time
from collections import Counter
from urllib.parse import quote, urlsplit

import click
from playwright.sync_api import Browser, Response
from rich.console import Console
from rich.table import Table

from benchmarks.browsing import chromium, examples, served
from schemas.query import StatementQuery
from search.engine import Engine

WARMING = 20
FIRST_BYTE = 100  # milliseconds, the bar
WEIGHT = 100_000  # bytes, the bar


def paths(engine: Engine) -> dict[str, str]:
    """By what they show."""
    found = engine.search(StatementQuery()).data[0]
    word = max(re.findall("[a-z]+", found.statement.text), key=len)
    newest = engine.search(StatementQuery(limit=100)).data
    common = Counter(part for each in newest for part in set(re.findall("[a-z]{5,}", each.statement.text)))
    often = common.most_common(1)[0][0]
    articles = {each.article.id for each in newest}
    longest = max(articles, key=lambda id_: len(engine.article(id_).article.text))
    most = engine.facets(StatementQuery(), ["speaker_id", "speaker_country"], 2)
    country, other = (each.value for each in most["speaker_country"])
    speaker, another = (quote(each.value) for each in most["speaker_id"])
    return {
        "all statements, newest": "/",
        "all, by week": "/?interval=week",
        "all, by month": "/?interval=month",
        "all, by act": "/?by=act",
        "all, by week and act": "/?interval=week&by=act",
        "a word": f"/?q={word}",
        "a word, by act": f"/?q={word}&by=act",
        "a common word": f"/?q={often}",
        "a common word, by month": f"/?q={often}&interval=month",
        "a common word, folded": f"/?q={often}&collapse=true",
        "a word, country, dates": f"/?q={word}&speaker_country={country}&from=2022&to=2024",
        "nothing found": f"/?q={word}&country=TV",
        "a mistake": "/?q=%22border&country=QQ",
        "a timeline's table": "/timeline?interval=month",
        "a statement": f"/statements/{found.statement.id}",
        "a speaker": f"/speakers/{speaker}",
        "a country": f"/countries/{country}",
        "two countries": f"/compare?a={country}&b={other}",
        "two countries, by year": f"/compare?a={country}&b={other}&interval=year",
        "two countries, a word": f"/compare?a={country}&b={other}&q={often}",
        "a country, by month": f"/countries/{country}?interval=month",
        "two speakers": f"/compare?a={speaker}&b={another}",
        "no such speaker": "/speakers/Nobody",
        "the longest article": f"/articles/{longest}",
    }


def first_byte(host: str, path: str, rounds: int) -> list[float]:
    """Milliseconds from asking to the first of the answer."""
    connection = http.client.HTTPConnection(host, timeout=60)
    times = []
    for _ in range(WARMING + rounds):
        begin = time.perf_counter()
        connection.request("GET", path)
        response = connection.getresponse()
        times.append((time.perf_counter() - begin) * 1000)
        response.read()
    connection.close()
    return times[WARMING:]


def weigh(browser: Browser, url: str) -> dict[str, int]:
    """Bytes by kind of what is fetched."""
    answers: list[Response] = []
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.on("response", lambda answer: answers.append(answer))
        page.goto(url, wait_until="networkidle")
        for _ in range(page.evaluate("Math.ceil(document.documentElement.scrollHeight / innerHeight)")):
            page.mouse.wheel(0, 900)
            page.wait_for_load_state("networkidle")
        weights = dict.fromkeys(("document", "stylesheet", "script", "image"), 0)
        for answer in answers:
            sizes = answer.request.sizes()
            kind = answer.request.resource_type
            kind = kind if kind in weights else "image"  # the icon counts as "other"
            weights[kind] += sizes["responseBodySize"] + sizes["responseHeadersSize"]
    return weights


@click.command()
@click.option("--engine", "address", help="An index to serve, as `benchmarks.search --keep` makes one.")
@click.option("--rounds", type=click.IntRange(min=20), default=200, show_default=True, help="Requests of each page.")
def main(address: str | None, rounds: int) -> None:
    """How soon the page begins and what it weighs: `python -m benchmarks.page [--engine ADDRESS]`."""
    console = Console()
    table = Table("page", "first byte p50 ms", "p95", "document", "style", "script", "pictures", "whole kB", "bars")
    for column in table.columns[1:]:
        column.justify = "right"
    with served(address) if address else examples() as (url, engine), chromium() as browser:
        for name, path in paths(engine).items():
            times = statistics.quantiles(first_byte(urlsplit(url).netloc, path, rounds), n=20)
            weights = weigh(browser, url + path)
            whole = sum(weights.values())
            held = times[18] <= FIRST_BYTE and whole <= WEIGHT
            kilobytes = (f"{weight / 1000:.1f}" for weight in (*weights.values(), whole))
            table.add_row(name, f"{times[9]:.1f}", f"{times[18]:.1f}", *kilobytes, "held" if held else "missed")
    console.print(table)
    console.print(f"bars: first byte within {FIRST_BYTE} ms, the whole page under {WEIGHT / 1000:.0f} kB")


if __name__ == "__main__":
    main()
