"""The page of a comparison without a browser: its one address, what it says and where its links lead."""

import re
from html import unescape

import pytest
from flask.testing import FlaskClient


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("/compare?a=Armenia&b=Turkey&q=&from=", "/compare?a=AM&b=TR"),
        ("/compare?b=ukraine&a=orhan demirsoy", "/compare?a=person:orhan-demirsoy:TR&b=UA"),
        ("/compare?a=AM&b=TR&utm_source=letter", "/compare?a=AM&b=TR"),
        ("/compare?a=AM&b=TR&when=May 2024", "/compare?from=2024-05&to=2024-05&a=AM&b=TR"),
    ],
)
def test_what_one_writes_leads_to_the_one_address(client: FlaskClient, written: str, address: str) -> None:
    response = client.get(written)
    assert response.status_code == 302
    assert response.headers["Location"] == address
    assert client.get(address).status_code == 200


def test_two_stand_side_by_side_in_each_month(client: FlaskClient) -> None:
    page = client.get("/compare?a=AM&b=TR&from=2024").text
    assert "<title>Armenia and Türkiye compared – Demarche</title>" in page
    assert re.findall(r'<h3 id="month-([\d-]+)">', page) == ["2024-05"]
    assert page.count('class="result"') == 2
    assert len(page.encode()) < 100_000
    assert re.findall(r'<form class="search".*action="/compare"', page)
    assert 'value="Armenia"' in page


def test_counts_lead_to_searches_that_find_as_many(client: FlaskClient) -> None:
    page = client.get("/compare?a=AM&b=UA").text
    counted = re.findall(r'<a href="(/\?[^"]+)">(?:all )?(\d+) statements?[ <]', page)
    assert len(counted) >= 3
    for address, count in counted:
        found = client.get(f"/v1/statements{unescape(address)[1:]}").json
        assert found
        assert found["total"]["value"] == int(count), address


def test_an_interval_too_fine_to_draw_gives_way_to_what_suits(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.page.chart.chart.MOST_BARS", 0)
    page = client.get("/compare?a=AM&b=UA&interval=day").text
    assert page.count("By day there would be too many bars to draw") >= 1
    current = re.findall(r'<span aria-current="true">(\w+)</span>', page)
    assert current
    assert not {"day", "month"} & set(current)


def test_its_parts_are_taken_away_each_by_itself(client: FlaskClient) -> None:
    page = unescape(client.get("/compare?a=AM&b=UA&q=harvest").text)
    assert 'href="/v1/statements.csv?q=harvest&speaker_country=UA"' in page
    assert 'href="/v1/timeline.csv?q=harvest&speaker_country=AM&interval=month"' in page
    assert client.get("/v1/timeline.csv?q=harvest&speaker_country=UA&interval=year").status_code == 200


def test_filters_are_kept_and_can_be_taken_away(client: FlaskClient) -> None:
    page = unescape(client.get("/compare?q=corridor&act=assert&a=AM&b=TR&interval=year").text)
    assert '<input type="hidden" name="act" value="assert">' in page
    assert '<input type="hidden" name="interval" value="year">' in page
    assert 'href="/compare?q=corridor&a=AM&b=TR&interval=year"' in page


def test_the_form_keeps_the_dates_in_words(client: FlaskClient) -> None:
    assert 'name="when" value="May 2024"' in client.get("/compare?from=2024-05&to=2024-05&a=AM&b=TR").text
    mistaken = unescape(client.get("/compare?a=AM&b=TR&when=1/6/2023").text)
    assert 'href="/compare?a=AM&b=TR&when=1 June 2023"' in mistaken.replace("%20", " ")


def test_with_one_the_other_is_offered(client: FlaskClient) -> None:
    page = unescape(client.get("/compare?a=AM").text)
    assert 'href="/compare?a=AM&b=UA"' in page
    assert 'href="/compare?a=AM&b=AM"' not in page
    assert 'href="/compare?a=UA"' in client.get("/compare").text
    assert "Nobody said anything that fits this" in client.get("/compare?q=zebra").text


def test_whom_nobody_knows_is_told_with_names_like_it(client: FlaskClient) -> None:
    page = unescape(client.get("/compare?a=Demirsoi&b=AM").text)
    assert "No country and no speaker is called “<bdi>Demirsoi</bdi>”" in page
    assert 'href="/compare?a=person:orhan-demirsoy:TR&b=AM"' in page
    assert "Both are the same" in client.get("/compare?a=AM&b=AM").text


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("a=AM&b=TR&from=foo", "'foo' is not a date"),
        ("a=AM&b=TR&q=%22open", "This quotation mark has no partner"),
        ("a=AM&speaker_country=TR", "There is no parameter 'speaker_country' here"),
        ("a=AM&b=TR&until=x", "'x' is not a date"),
    ],
)
def test_a_mistake_is_told_and_what_was_written_is_kept(client: FlaskClient, query: str, told: str) -> None:
    response = client.get(f"/compare?{query}")
    assert response.status_code == 400
    assert told in unescape(response.text)
    assert 'value="AM"' in response.text


def test_search_and_profiles_lead_to_it(client: FlaskClient) -> None:
    assert "/compare?a=UA&amp;b=AM" in client.get("/").text
    assert "/compare?q=harvest" not in client.get("/?q=harvest").text  # of one country alone
    assert "/compare?a=AM" in client.get("/countries/AM").text
    assert "/compare?a=person:orhan-demirsoy:TR" in client.get("/speakers/person:orhan-demirsoy:TR").text


def test_markup_in_names_stays_text(client: FlaskClient) -> None:
    page = client.get(
        "/compare", query_string={"a": "<b>Vex</b>", "b": "<script>x</script>"}, follow_redirects=True
    ).text
    assert "<script>x" not in page
    assert "<b>Vex" not in page
