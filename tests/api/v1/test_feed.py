import re
from datetime import datetime
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from flask.testing import FlaskClient

from tests.api.corpus import BORDER, CORRIDOR, HOSTILE, STATEMENTS, UNDATED

ATOM = "{http://www.w3.org/2005/Atom}"
ADDRESS = "/v1/statements.atom"
LINKS = {"self", "first", "next", "alternate"}


def feed(client: FlaskClient, query: str = "", **options: Any) -> ET.Element:
    response = client.get(f"{ADDRESS}?{query}", **options)
    assert response.status_code == 200, response.text
    assert response.content_type == "application/atom+xml; charset=utf-8"
    root = ET.fromstring(response.data)
    assert_valid(root)
    return root


def assert_valid(root: ET.Element) -> None:
    """What RFC 4287 demands of a feed and its entries: sections 4.1.1 and 4.1.2."""
    assert root.tag == f"{ATOM}feed"
    ids = [text(entry, "id") for entry in root.iter(f"{ATOM}entry")]
    assert len(ids) == len(set(ids))
    for holder in (root, *root.iter(f"{ATOM}entry")):
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", text(holder, "id"))
        assert text(holder, "title")
        assert datetime.fromisoformat(text(holder, "updated")).tzinfo
        assert [text(author, "name") for author in holder.findall(f"{ATOM}author")] != []
        alternates = [link for link in holder.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
        assert len(alternates) == 1
        assert all(str(link.get("href")).startswith(("http://", "https://")) for link in holder.findall(f"{ATOM}link"))


def text(holder: ET.Element, name: str) -> str:
    (found,) = holder.findall(f"{ATOM}{name}")
    return found.text or ""


def links(holder: ET.Element) -> dict[str, str]:
    return {str(link.get("rel")): str(link.get("href")) for link in holder.findall(f"{ATOM}link")}


def entries(root: ET.Element) -> list[ET.Element]:
    return root.findall(f"{ATOM}entry")


def test_an_entry_is_a_statement(client: FlaskClient) -> None:
    (entry,) = entries(feed(client, "q=convoy"))
    assert text(entry, "title") == "Orhan Demirsoy said that the corridor must stay open to every convoy."
    assert text(entry, "updated") == text(entry, "published") == "2024-05-10T00:00:00+00:00"
    (author,) = entry.findall(f"{ATOM}author")
    assert text(author, "name") == "Orhan Demirsoy"
    assert links(entry) == {
        "alternate": f"http://localhost/statements/{CORRIDOR.extraction.statements[0].id}",
        "via": "https://gazette.example/friday-talks",
    }
    assert text(entry, "content") == (
        '<p dir="auto">Orhan Demirsoy said that the corridor must stay open to every <mark>convoy</mark>.</p>'
        "<p><bdi>Orhan Demirsoy</bdi>, <bdi>foreign minister</bdi>, Türkiye</p>"
        "<p>Said 8 May 2024</p>"
        '<p><a href="https://gazette.example/friday-talks"><bdi>Friday talks</bdi></a>, <bdi>Lowland Gazette</bdi>, '
        "10 May 2024</p>"
    )


def test_each_part_of_an_interrupted_quote_has_its_own_quotation_marks(client: FlaskClient) -> None:
    (entry,) = entries(feed(client, "q=guards"))
    shown = "“We will never close the corridors,” … “and our guards know it.”"
    assert text(entry, "title") == f"Anna Petrosjan (probably): {shown}"
    words, by, *_ = text(entry, "content").split("</p>")
    assert words == f'<p dir="auto">{shown.replace("guards", "<mark>guards</mark>")}'
    assert by == "<p>Probably <bdi>Anna Petrosjan</bdi>, <bdi>ambassador</bdi>, Armenia"


def test_the_newest_come_first_also_where_there_are_words(client: FlaskClient) -> None:
    newest = [each["id"] for each in client.get("/v1/statements?q=the&sort=newest").json["data"]]
    assert [links(each)["alternate"].rpartition("/")[2] for each in entries(feed(client, "q=the"))] == newest
    assert newest


def test_a_month_is_no_day_of_publication(client: FlaskClient) -> None:
    (entry,) = entries(feed(client, "q=ceasefire"))
    assert BORDER.article.published_on
    assert text(entry, "updated") == "2024-06-01T00:00:00+00:00"
    assert entry.find(f"{ATOM}published") is None


def test_what_has_no_date_was_updated_when_it_came_in(client: FlaskClient) -> None:
    (entry,) = entries(feed(client, "q=line"))
    assert text(entry, "updated") == UNDATED.ingested_at.isoformat()


def test_pages_lead_to_each_statement_once(client: FlaskClient) -> None:
    root = feed(client, "limit=20")
    seen = [text(entry, "id") for entry in entries(root)]
    assert set(links(root)) == LINKS
    while "next" in links(root):
        response = client.get(links(root)["next"])
        root = ET.fromstring(response.data)
        assert_valid(root)
        seen += [text(entry, "id") for entry in entries(root)]
    assert len(seen) == len(set(seen)) == STATEMENTS


def test_ids_do_not_change_with_the_host(client: FlaskClient) -> None:
    one, other = feed(client, "limit=3"), feed(client, "limit=3", base_url="https://press.example/demarche")
    assert text(one, "id") == text(other, "id")
    assert [text(entry, "id") for entry in entries(one)] == [text(entry, "id") for entry in entries(other)]
    assert links(other)["self"].startswith("https://press.example/demarche/v1/statements.atom?")
    assert links(entries(other)[0])["alternate"].startswith("https://press.example/demarche/statements/")


def test_another_search_is_another_feed(client: FlaskClient) -> None:
    assert text(feed(client, "country=AM"), "id") != text(feed(client, "country=AZ"), "id")


def test_hostile_text_stays_text(client: FlaskClient) -> None:
    first = entries(feed(client, "q=picture"))[0]
    assert "&lt;img src=x onerror=alert(1)&gt;" in text(first, "content")
    assert "<b>" not in text(first, "content")
    assert "javascript:" not in str(links(first))
    assert HOSTILE.article.url
    assert "javascript:" not in text(first, "content")


@pytest.mark.parametrize("words", ["%00corridor", "corridor%0B", "%ED%A0%80"])
def test_control_characters_are_left_out(client: FlaskClient, words: str) -> None:
    feed(client, f"q={words}")


def test_nothing_found_is_a_feed_too(client: FlaskClient) -> None:
    assert entries(feed(client, "q=nowhere")) == []


def test_mistakes_are_named(client: FlaskClient) -> None:
    assert client.get(f"{ADDRESS}?facets=kind").json["parameter"] == "facets"
    assert client.get(f"{ADDRESS}?cursor=garbage").json["code"] == "bad-cursor"
