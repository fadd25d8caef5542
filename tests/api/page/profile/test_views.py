"""What the pages of speakers and countries hold, without a browser."""

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from api.app import create_app
from schemas.identity import id_of
from search.opening import open_engine
from tests.api.corpus import said, split

ANNA = str(id_of("Anna Petrosjan", ("AM",)))


def test_a_speaker_by_id(client: FlaskClient) -> None:
    page = client.get(f"/speakers/{ANNA}").text
    assert "<title>Anna Petrosjan – Demarche</title>" in page
    assert f'<link rel="canonical" href="/speakers/{ANNA}">' in page
    assert f'<input type="hidden" name="speaker_id" value="{ANNA}">' in page
    assert '<p class="where">for' in page
    assert "<dt>Office" not in page  # which one article alone gives
    assert "We will never close the corridors," in page
    assert "a line was drawn at 10:30" in page
    assert "Orhan Demirsoy" not in page
    assert f'href="/?speaker_id={ANNA}">2 statements in the search' in page


SAID = (
    ("Sergei Kedrov", "deputy minister", "UA", 2019),
    ("Sergei Kedrov", "Deputy Minister", "UA", 2020),
    ("Sergei Kedrov", "minister", "UA", 2021),
    ("Sergey Kedrov", "minister", "UA", 2023),
    ("Sergei Kedrov", "envoy", "UA", 2024),
    ("Sergei Kedrov", None, "RU", 2024),
    ("Nina Kedrov", None, "RU", 2024),
    ("Nina Kedrova", None, "RU", 2024),
)


@pytest.fixture
def kedrov(tmp_path: Path) -> Iterator[FlaskClient]:
    articles = [
        split(
            f"{name} said that field {place} is dry.",
            said(f"field {place} is dry", by=name, role=role, speaks_for=(country,)),
            title=str(place),
            published=f"{year}-05-10",
        )
        for place, (name, role, country, year) in enumerate(SAID)
    ]
    with open_engine(f"embedded://{tmp_path}/index") as engine:
        engine.replace(articles)
        yield create_app(engine).test_client()


def test_what_articles_tell_of_a_speaker(kedrov: FlaskClient) -> None:
    page = kedrov.get(f"/speakers/{id_of('Sergei Kedrov', ('UA',))}").text
    offices = re.search("<dt>Offices</dt>(.*?)</dd>", page, re.DOTALL)
    assert offices
    assert re.sub("<[^>]+>", "", offices[1]).lower().split() == "minister 2021–2023, deputy minister 2019–2020".split()
    assert "<dt>Also written</dt>\n<dd><bdi>Sergey Kedrov</bdi></dd>" in page
    similar = re.search("<dt>Similar names</dt>(.*?)</dd>", page, re.DOTALL)
    assert similar
    assert re.findall(r"<bdi>(.*?)</bdi>", similar[1]) == ["Nina Kedrov"]
    same = re.search("<dt>Same name</dt>(.*?)</dd>", page, re.DOTALL)
    assert same
    assert f'href="/speakers/{id_of("Sergei Kedrov", ("RU",))}"' in same[1]
    assert (
        f'"/?speaker_id={id_of("Sergei Kedrov", ("UA",))},{id_of("Sergei Kedrov", ("RU",))}">6 statements by' in same[1]
    )
    found = kedrov.get("/", query_string={"speaker_id": id_of("Sergei Kedrov", ("UA",)), "q": "field"})
    assert "5 statements" in found.text


def test_counts_of_one_name_tell_the_country(kedrov: FlaskClient) -> None:
    page = kedrov.get("/").text
    rows = re.findall(r"<bdi>(\w+ Kedrov)</bdi>(?: <span class=.quiet.>(\w+)</span>)?</span> <small>(\d)", page)
    assert rows == [("Sergei Kedrov", "Ukraine", "5"), ("Nina Kedrov", "", "1"), ("Sergei Kedrov", "Russia", "1")]


def test_a_name_of_two_leads_to_both(kedrov: FlaskClient) -> None:
    page = kedrov.get("/speakers/Sergey%20Kedrov").text
    assert "These are all whose name has these words:" in page
    assert "Sergei Kedrov</bdi></a> for Ukraine 5, <a" in page
    assert "Sergei Kedrov</bdi></a> for Russia 1." in page
    assert re.findall(r'<a href="/speakers/([^"]+)"><bdi>Sergei', page) == [
        id_of("Sergei Kedrov", ("UA",)),
        id_of("Sergei Kedrov", ("RU",)),
    ]


@pytest.mark.parametrize("name", ["anna petrosjan", "Petrosjan Anna", "orjan bulbuloglu"])
def test_a_name_in_other_letters_is_the_same_page(client: FlaskClient, name: str) -> None:
    found = client.get(f"/speakers/{name}?interval=year")
    usual = id_of("Anna Petrosjan", ("AM",)) if "anna" in name.lower() else id_of("Ørjan Bülbüloğlu")
    assert (found.status_code, found.headers["Location"]) == (302, f"/speakers/{usual}?interval=year")


def test_part_of_a_name_that_only_one_has_is_that_ones_page(client: FlaskClient) -> None:
    assert client.get("/speakers/petrosjan").headers["Location"] == f"/speakers/{ANNA}"
    assert client.get("/speakers/petrosyan").status_code == 404  # no article writes it so


def test_part_of_several_names_tells_whose(tmp_path: Path) -> None:
    speakers = ("Mira Falk", "Mira Falk", "Ines Falk", "Miranda Falkner")
    articles = [
        split(f"{name} said that field {place} is dry.", said(f"field {place} is dry", by=name), title=str(place))
        for place, name in enumerate(speakers)
    ]
    with open_engine(f"embedded://{tmp_path}/index") as engine:
        engine.replace(articles)
        page = create_app(engine).test_client().get("/speakers/falk").text
    assert "<h1><bdi>falk</bdi></h1>" in page
    assert "These are all whose name has this word:" in page
    links = [f'<a href="/speakers/{id_of(f"{name} Falk")}"><bdi>{name} Falk</bdi></a>' for name in ("Mira", "Ines")]
    assert f"{links[0]} 2, {links[1]} 1." in page
    assert "Falkner" not in page


def test_names_are_text_whatever_stands_in_them(client: FlaskClient) -> None:
    assert "<h1><bdi>King, Jr.</bdi></h1>" in client.get("/speakers/King,%20Jr.", follow_redirects=True).text
    page = client.get("/speakers/%3Cb%3EVex%3C%2Fb%3E", follow_redirects=True).text
    assert "<h1><bdi>&lt;b&gt;Vex&lt;/b&gt;</bdi></h1>" in page
    assert "<b>Vex" not in page


@pytest.mark.parametrize(
    ("name", "like"),
    [
        ("Ana Petrosian", "Anna Petrosjan"),
        ("person:ana-petrosian", "Anna Petrosjan"),
        ("demirsoi", "Orhan Demirsoy"),
        ("Lena Berg", "Lina Berg"),
    ],
)
def test_an_unknown_speaker_is_led_to_names_like_it(client: FlaskClient, name: str, like: str) -> None:
    response = client.get(f"/speakers/{name}")
    assert response.status_code == 404
    assert f"No speaker is called “<bdi>{name}</bdi>”" in response.text
    assert f"<bdi>{like}</bdi></a>" in response.text


@pytest.mark.parametrize("name", ["!!!", "word " * 30, "x" * 3000, "<script>", '"'])
def test_what_is_no_name_is_an_unknown_speaker(client: FlaskClient, name: str) -> None:
    response = client.get(f"/speakers/{name}")
    assert response.status_code == 404
    assert "No speaker is called" in response.text
    assert "<script>" not in response.text
    search = re.search(r'<a href="([^"]+)">search for the name', response.text)
    assert search
    assert client.get(html.unescape(search[1]), follow_redirects=True).status_code in (200, 400)


def test_a_country_speaks_and_is_spoken_of(client: FlaskClient) -> None:
    page = client.get("/countries/AM").text
    assert "<title>Armenia – Demarche</title>" in page
    assert '<a href="#said">2 statements for it</a>, <a href="#about">2 statements that mention it</a>' in page
    assert "What Armenia said" in page
    assert "What was said about Armenia" in page
    assert '<a href="/?speaker_country=TR&amp;about=AM"><span><bdi>Türkiye</bdi></span>' in page
    assert "tolls at the northern gate" not in page


def test_a_country_that_is_only_mentioned(client: FlaskClient) -> None:
    page = client.get("/countries/AZ").text
    assert "Nobody spoke for it" in page
    assert "What Azerbaijan said" not in page
    assert "tolls at the northern gate" in page


@pytest.mark.parametrize(("name", "code"), [("armenia", "AM"), ("ARM", "AM"), ("am", "AM"), ("Turkey", "TR")])
def test_a_country_by_any_name_has_one_address(client: FlaskClient, name: str, code: str) -> None:
    response = client.get(f"/countries/{name}?interval=year")
    assert response.status_code == 302
    assert response.headers["Location"] == f"/countries/{code}?interval=year"


@pytest.mark.parametrize(
    ("name", "told", "offered"),
    [
        ("Armenai", "No country is called “Armenai”", "/countries/AM"),
        ("Peru", "Nothing was said by or about Peru", "/countries/UA"),
        ("<b>", "No country is called “&lt;b&gt;”", 'href="/"'),
    ],
)
def test_an_unknown_country_is_led_to_others(client: FlaskClient, name: str, told: str, offered: str) -> None:
    response = client.get(f"/countries/{name}", follow_redirects=True)
    assert response.status_code == 404
    assert told in response.text
    assert offered in response.text


@pytest.mark.parametrize("address", ["/speakers/Anna", "/countries/AM"])
def test_a_mistaken_parameter_is_refused_in_a_page(client: FlaskClient, address: str) -> None:
    for query in ("interval=decade", "q=corridor"):
        response = client.get(f"{address}?{query}")
        assert response.status_code == 400
        assert "<!doctype html>" in response.text


def test_the_words_of_the_speaker_filter_are_marked_in_names(client: FlaskClient) -> None:
    page = client.get("/?speaker=petrosjan,Lina Berg", follow_redirects=True).text
    assert "Anna <mark>Petrosjan</mark></bdi></a>" in page
    assert "<mark>Lina</mark> <mark>Berg</mark></bdi></a>" in page
    assert "<mark>United Nations</mark>" not in client.get("/?speaker=bülbüloğlu").text
    assert "<mark>United</mark> Nations" in client.get("/?organisation=united").text
