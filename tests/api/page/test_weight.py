"""Every kind of page, with all that it loads, stays under 100 kB as it is, headers included, without compression."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from api.app import create_app
from schemas.settings import Reports, Settings
from schemas.statement import Act, SplitArticle
from search.opening import open_engine
from tests.api.corpus import said, split

MOST = 100_000
COUNTRIES = ("AM", "AZ", "BR", "EG", "ET", "FI", "IN", "KZ", "MX", "NO", "RU", "TR", "UA", "UZ", "ZA", "GE", "IR")
ACTS = tuple(Act)
MONTHS = 133
OUTLETS = 6
CLAIM = "number {} of the crossings on the northern river would stay open to every lorry with papers until the new year"


def article(month: int, outlet: int) -> SplitArticle:
    """With two statements, which other outlets have too."""
    names = [f"Speaker Number{chr(65 + place % 26)}{place}" for place in (2 * month, 2 * month + 1)]
    claims = [CLAIM.format(place) for place in (2 * month, 2 * month + 1)]
    found = split(
        "\n\n".join(
            f"In a briefing that began late, {by} said that {claim}." for by, claim in zip(names, claims, strict=True)
        ),
        *(
            said(claim, by=by, role="deputy minister of transport", speaks_for=(country,), about=("TR", "IR"))
            for by, claim, country in zip(names, claims, (COUNTRIES[month % 17], "AM"), strict=True)
        ),
        title=f"A crossing stays open while talks over the northern river go on, part {month}",
        source=f"Gazette of Harbour {(month + 7 * outlet) % 19}",
        published=f"{2014 + month // 12}-{1 + month % 12:02}-{7 + outlet // 2:02}",
        url=f"https://gazette.example/2024/crossings-on-the-northern-river-{month}-{outlet}",
    )
    statements = [
        replace(each, cue=replace(each.cue, act=ACTS[(month * place) % len(ACTS)]), fingerprint=f"{month}-{place}")
        for place, each in enumerate(found.extraction.statements, 1)
        if each.cue
    ]
    return replace(found, extraction=replace(found.extraction, statements=tuple(statements)))


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    folder = tmp_path_factory.mktemp("weight")
    settings = Settings(engine="", reports=Reports.ON, reports_file=Path(folder / "reports"))
    with open_engine(f"embedded://{folder}/index") as engine:
        engine.replace([article(month, outlet) for month in range(MONTHS) for outlet in range(OUTLETS)])
        yield create_app(engine, settings).test_client()


def weight(response: TestResponse) -> int:
    return len(response.data) + sum(len(f"{name}: {value}\r\n") for name, value in response.headers)


def whole(client: FlaskClient, page: TestResponse) -> int:
    files = set(re.findall(r'/static/[^"#]+', page.text))
    return weight(page) + sum(weight(client.get(file)) for file in files)


SEARCHES = {
    "first": "/",
    "word": "/?q=crossings",
    "month": "/?interval=month",
    "word-month": "/?q=crossings&interval=month",
    "week-word": "/?q=crossings&interval=week&from=2017&to=2023",
    "act": "/?by=act",
    "week-act": "/?interval=week&by=act&from=2023",
    "month-act": "/?q=crossings&interval=month&by=act&from=2020-02",
    "source": "/?q=crossings&interval=month&by=source&from=2020-02",
    "collapse": "/?collapse=true",
    "collapse-month-act": "/?q=crossings&collapse=true&interval=month&by=act&from=2020-02",
}
OTHERS = {
    "table": "/timeline?q=crossings&interval=month&by=act",
    "compare": "/compare?a=AM&b=AZ",
    "compare-word": "/compare?a=AM&b=TR&q=crossings",
    "country": "/countries/AM?interval=month",
    "speaker": "/speakers/Speaker NumberA0",
    "nothing": "/?q=crossing&country=TV",
    "mistake": "/?q=%22open&country=QQ&from=x&kind=y",
}


@pytest.mark.parametrize("address", SEARCHES.values(), ids=SEARCHES)
def test_a_full_page_of_results(client: FlaskClient, address: str) -> None:
    page = client.get(address)
    assert page.text.count('<article class="result"') == 20
    assert 'class="bars"' in page.text
    assert whole(client, page) < MOST


@pytest.mark.parametrize("address", OTHERS.values(), ids=OTHERS)
def test_any_other_page(client: FlaskClient, address: str) -> None:
    assert whole(client, client.get(address, follow_redirects=True)) < MOST


def test_the_pages_of_a_statement(client: FlaskClient) -> None:
    found = re.search(r'href="/statements/(\w+)-01"', client.get("/").text)
    assert found
    for address in (f"/articles/{found[1]}", f"/statements/{found[1]}-01", f"/statements/{found[1]}-01/report"):
        page = client.get(address)
        assert page.status_code == 200
        assert whole(client, page) < MOST


def test_hundreds_of_bars_weigh_little(client: FlaskClient) -> None:
    few, many = (client.get(f"/?interval={interval}").text for interval in ("year", "month"))
    assert many.count("v-") - few.count("v-") == MONTHS - 12
    assert len(many) - len(few) < 30 * MONTHS
