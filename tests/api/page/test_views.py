"""What the pages hold, without a browser; tests/page has the rest."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from api.app import create_app
from schemas.identity import id_of
from search.opening import open_engine
from tests.api.corpus import BORDER, CORRIDOR, HOSTILE, said, split


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[FlaskClient]:
    with open_engine(f"embedded://{tmp_path}/index") as engine:
        yield create_app(engine).test_client()


@pytest.mark.parametrize(
    ("sent", "address"),
    [
        ("/?q=&country=&from=&to=&source=", "/"),
        ("/?q=corridor&country=Armenia&from=&sort=", "/?q=corridor&country=AM"),
        ("/?country=AM&country=AZ", "/?country=AM,AZ"),
        ("/?dates=published&limit=20&sort=relevance", "/"),
        ("/?q=corridor&utm_source=letter&fbclid=abc", "/?q=corridor"),
    ],
)
def test_a_form_leads_to_the_one_address_of_its_search(client: FlaskClient, sent: str, address: str) -> None:
    response = client.get(sent)
    assert response.status_code == 302
    assert response.headers["Location"] == address
    assert client.get(address).status_code == 200


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("q=corridor+%22open", "This quotation mark has no partner"),
        ("country=Korea", "did you mean KR (South Korea) or KP (North Korea)?"),
        ("from=yesterday", "is not a date"),
        ("cursor=garbage", "This is no cursor"),
        ("contry=AM", "did you mean country?"),
        ("kind=x", "is none of direct, mixed, indirect"),
    ],
)
def test_a_mistake_is_told_on_the_page_which_keeps_what_was_written(client: FlaskClient, query: str, told: str) -> None:
    response = client.get(f"/?{query}&speaker=Anna", headers={"Accept": "text/html"})
    assert response.status_code == 400
    assert told in response.text
    assert 'value="Anna"' in response.text


def test_a_search_in_vain_says_what_to_loosen(client: FlaskClient) -> None:
    page = client.get("/?q=corridor&country=UA").text
    assert "No statement matches all of this" in page
    assert re.search(r'href="/\?q=corridor">2 without', page)
    assert re.search(r'href="/\?country=UA">45 without', page)


def test_where_no_single_filter_is_to_blame_each_is_offered_by_itself(client: FlaskClient) -> None:
    page = client.get("/?q=harvest&country=AM&source=pixel-u-times-u&sort=oldest").text
    assert "Taking one filter away does not help" in page
    assert re.search(r'href="/\?q=harvest&amp;sort=oldest">45 with ', page)
    assert re.search(r'href="/\?country=AM&amp;sort=oldest">4 with ', page)
    assert re.search(r'href="/\?source=pixel-u-times-u&amp;sort=oldest">2 with ', page)


def test_words_alone_that_nobody_said(client: FlaskClient) -> None:
    page = client.get("/?q=zebra").text
    assert "Try fewer words" in page
    assert "There would be" not in page


def test_an_empty_index_says_how_to_fill_it(empty: FlaskClient) -> None:
    response = empty.get("/")
    assert response.status_code == 200
    assert "demarche index" in response.text


def test_untitled_undated_unsigned_articles_can_be_read(empty: FlaskClient) -> None:
    article = split("It said nothing.", said("nothing"), title="", source=None, published=None)
    empty.application.extensions["demarche.engine"].replace([article])
    for address in ("/", f"/articles/{article.article.id}", f"/statements/{article.article.id}-01"):
        page = empty.get(address)
        assert page.status_code == 200
        assert ("Untitled article" in page.text) == ("/articles/" not in address)
        assert "Nobody named" in page.text


def test_a_country_that_speaks_itself_is_named_once(empty: FlaskClient) -> None:
    article = split("Iran said so.", said("so", by="Iran", speaks_for=("IR",)), title="So")
    empty.application.extensions["demarche.engine"].replace([article])
    page = empty.get(f"/articles/{article.article.id}").text
    assert "Iran" in page
    assert "for Iran" not in page


def test_only_web_addresses_are_linked_to(client: FlaskClient) -> None:
    assert 'href="https://gazette.example/friday-talks"' in client.get(f"/articles/{CORRIDOR.article.id}").text
    for address in (f"/articles/{HOSTILE.article.id}", f"/statements/{HOSTILE.article.id}-01"):
        assert "javascript:" not in client.get(address).text


def test_sources_stand_in_their_box_by_name(client: FlaskClient) -> None:
    page = client.get("/?source=harbour-post,nobody-s").text
    assert 'name="source" value="Harbour Post,nobody-s"' in page


def test_the_style_sheet_is_kept_by_browsers_until_it_changes(client: FlaskClient) -> None:
    address = re.search(r'href="(/static/page\.css\?v=[0-9a-f]{12})"', client.get("/").text)
    assert address
    with client.get(address[1]) as response:
        assert response.cache_control.max_age == 365 * 24 * 3600


def test_pages_are_sent_without_the_indentation_of_their_templates(client: FlaskClient) -> None:
    for address in ("/?q=corridor", "/speakers/Lina%20Berg", "/countries/AM"):
        assert not re.search(r"^[ \t]{2}", client.get(address).text, re.MULTILINE)


def test_a_mistaken_interval_is_told_and_can_be_left_behind(client: FlaskClient) -> None:
    response = client.get("/?q=corridor&interval=decade")
    assert response.status_code == 400
    assert "is none of day, week, month, year" in response.text
    assert 'name="interval"' not in response.text
    assert 'name="interval" value="year"' in client.get("/?q=corridor&interval=year").text


def test_a_statement_leads_to_its_neighbours_and_to_its_speaker(client: FlaskClient) -> None:
    page = client.get(f"/statements/{CORRIDOR.article.id}-02").text
    assert f'<a rel="prev" href="/statements/{CORRIDOR.article.id}-01">' in page
    assert f'<a rel="next" href="/statements/{CORRIDOR.article.id}-03">' in page
    assert f'href="/speakers/{id_of("Anna Petrosjan", ("AM",))}"' in page
    assert 'href="/countries/AM"' in page
    assert 'rel="next"' not in client.get(f"/statements/{CORRIDOR.article.id}-04").text


def test_a_territory_that_can_be_asked_for_leads_to_its_search(client: FlaskClient) -> None:
    page = client.get(f"/statements/{BORDER.article.id}-01").text
    assert '<a href="/?territory=Nagorno-Karabakh"><bdi>Artsakh</bdi></a>, <bdi>Kosovo</bdi>, ' in page
    assert "<bdi>Upper &lt;b&gt;, Valley</bdi></a>" in page
    page = client.get("/?territory=Nagorno-Karabakh").text
    assert '<input id="territory" name="territory" value="Nagorno-Karabakh"' in page
    assert '<span class="quiet">Territory</span> <bdi>Nagorno-Karabakh</bdi>' in page
    assert '<a href="/?territory=Nagorno-Karabakh,%22Upper%20%3Cb%3E,%20Valley%22">' in page


def test_a_search_in_vain_says_which_word_emptied_it(client: FlaskClient) -> None:
    page = client.get("/?q=corridor+harvest&speaker_country=TR").text
    assert re.search(r'href="/\?q=corridor&amp;speaker_country=TR">1 without <span class="quiet">the word</span>', page)
    assert '&amp;speaker_country=TR">0' not in page


def test_a_search_in_vain_offers_spellings_that_are_indexed(client: FlaskClient) -> None:
    page = client.get("/?q=corirdor&speaker_country=TR").text
    assert re.search(r'href="/\?q=corridor&amp;speaker_country=TR"><bdi>corridor</bdi></a> 1<', page)
    assert "Other spellings" not in client.get("/?q=corridor+harvest").text


def test_a_search_in_vain_offers_what_the_same_speakers_say_in_articles_with_the_words(client: FlaskClient) -> None:
    page = client.get("/?q=tolls&speaker_country=TR").text
    assert 'href="/?q=tolls&amp;speaker_country=TR&amp;within=article">1 by the same speakers' in page
    wider = client.get("/?q=tolls&speaker_country=TR&within=article").text
    assert "1 statement<" in wider
    assert "from articles with these words" in wider
    assert re.search(r'name="within" value="article" checked', wider)


def test_an_article_has_who_and_the_verb_beside_it_and_can_be_cited(client: FlaskClient) -> None:
    address = f"/articles/{CORRIDOR.article.id}"
    page = client.get(address).text
    notes = re.findall(r'<li id="note-\d+".*?</li>', page, re.DOTALL)
    assert len(notes) == 4
    assert '<bdi class="cue">said</bdi> <span class="target">to <bdi>Anna Petrosjan</bdi></span>' in notes[0]
    assert "Türkiye" in notes[0]
    assert "Cite this article" in page
    assert f'data-text="http://localhost{address}"' in page
    assert client.get(address).text.count('id="cite"') == 1


def test_every_page_but_the_search_has_a_box_to_search(client: FlaskClient) -> None:
    for address in ("/countries/AM", f"/articles/{CORRIDOR.article.id}", "/articles/nothing", "/compare?a=AM&b=UA"):
        assert client.get(address).text.count('id="ask"') == 1
    assert 'id="ask"' not in client.get("/?q=corridor").text
    assert 'id="ask"' not in client.get("/?q=%22open").text


@pytest.mark.parametrize(
    ("referrer", "back"),
    [
        ("http://localhost/?q=corridor&country=AM", "/?q=corridor&amp;country=AM"),
        ("http://localhost/compare?a=AM&b=UA", "/compare?a=AM&amp;b=UA"),
        ("http://localhost/", None),
        ("http://localhost/articles/x?q=y", None),
        ("http://other.example/?q=corridor", None),
        ("javascript:alert(1)", None),
        ("http://[", None),
    ],
)
def test_the_way_back_is_to_the_results_one_comes_from(client: FlaskClient, referrer: str, back: str | None) -> None:
    page = client.get(f"/statements/{CORRIDOR.article.id}-01", headers={"Referer": referrer}).text
    shown = re.search(r'class="back" href="([^"]+)"', page)
    assert (shown and shown[1]) == back
