"""A page of results, with all that it loads, stays under 100 kB as it is, without compression."""

import re
from collections.abc import Iterator
from itertools import cycle, islice

import pytest
from flask.testing import FlaskClient

from api.app import create_app
from schemas.statement import SplitArticle
from search.opening import open_engine
from tests.api.corpus import said, split

COUNTRIES = tuple(islice(cycle(("AM", "AZ", "BR", "EG", "ET", "FI", "IN", "KZ", "MX", "NO", "RU", "TR")), 36))
CLAIM = "number {} of the crossings on the northern river would stay open to every lorry with papers until the new year"


def article(place: int, country: str) -> SplitArticle:
    name = f"Speaker Number{chr(65 + place % 26)}{place}"
    claim = CLAIM.format(place)
    return split(
        f"In a briefing that began late, {name} said that {claim}.",
        said(claim, by=name, role="deputy minister of transport", speaks_for=(country,), about=("TR",)),
        title=f"A crossing stays open while talks over the northern river go on, part {place}",
        source=f"Gazette of Harbour {place % 9}",
        published=f"202{1 + place // 12}-{1 + place % 12:02}-07",
        url=f"https://gazette.example/2024/crossings-on-the-northern-river-{place}",
    )


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    with open_engine(f"embedded://{tmp_path_factory.mktemp('weight')}/index") as engine:
        engine.replace([article(place, country) for place, country in enumerate(COUNTRIES)])
        yield create_app(engine).test_client()


@pytest.mark.parametrize("address", ["/", "/?q=crossings", "/?interval=month&by=act"])
def test_a_full_page_with_style_scripts_and_flags(client: FlaskClient, address: str) -> None:
    page = client.get(address)
    files = set(re.findall(r'/static/[^"#]+', page.text))
    assert page.text.count('<article class="result"') == 20
    assert len(page.data) + sum(len(client.get(file).data) for file in files) < 100_000
