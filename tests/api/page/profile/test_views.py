"""What the pages of speakers and countries hold, without a browser."""

import html
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from api.app import create_app
from search.opening import open_engine
from tests.api.corpus import said, split


def test_a_speaker_by_name(client: FlaskClient) -> None:
    page = client.get("/speakers/Anna%20Petrosjan").text
    assert "<title>Anna Petrosjan – Demarche</title>" in page
    assert "ambassador</bdi> for" in page
    assert "We will never close the corridors," in page
    assert "a line was drawn at 10:30" in page
    assert "Orhan Demirsoy" not in page
    assert 'href="/?speaker=Anna%20Petrosjan">2 statements in the search' in page


@pytest.mark.parametrize("name", ["anna petrosjan", "Petrosjan Anna", "orjan bulbuloglu"])
def test_a_name_in_other_letters_is_the_same_page(client: FlaskClient, name: str) -> None:
    page = client.get(f"/speakers/{name}").text
    usual = "Anna Petrosjan" if "anna" in name.lower() else "Ørjan Bülbüloğlu"
    assert f"<h1><bdi>{usual}</bdi></h1>" in page
    assert re.search(r'<link rel="canonical" href="/speakers/[^"]+">', page)


def test_part_of_a_name_that_only_one_has_is_that_ones_page(client: FlaskClient) -> None:
    page = client.get("/speakers/petrosjan").text
    assert "<h1><bdi>Anna Petrosjan</bdi></h1>" in page
    assert "These are all" not in page


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
    links = [f'<a href="/speakers/{name}%20Falk"><bdi>{name} Falk</bdi></a>' for name in ("Mira", "Ines")]
    assert f"{links[0]} 2, {links[1]} 1." in page
    assert "Falkner" not in page


def test_names_are_text_whatever_stands_in_them(client: FlaskClient) -> None:
    assert "<h1><bdi>King, Jr.</bdi></h1>" in client.get("/speakers/King,%20Jr.").text
    page = client.get("/speakers/%3Cb%3EVex%3C%2Fb%3E").text
    assert "<h1><bdi>&lt;b&gt;Vex&lt;/b&gt;</bdi></h1>" in page
    assert "<b>Vex" not in page


@pytest.mark.parametrize(
    ("name", "like"), [("Ana Petrosian", "Anna Petrosjan"), ("demirsoi", "Orhan Demirsoy"), ("Lena Berg", "Lina Berg")]
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
    assert "What was said for Armenia" in page
    assert "What was said about Armenia" in page
    assert '<a href="/?speaker_country=TR&amp;about=AM"><span><bdi>Türkiye</bdi></span>' in page
    assert "tolls at the northern gate" not in page


def test_a_country_that_is_only_mentioned(client: FlaskClient) -> None:
    page = client.get("/countries/AZ").text
    assert "Nobody spoke for it" in page
    assert "What was said for" not in page
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
        ("Peru", "Nothing was said for or about Peru", "/countries/UA"),
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
