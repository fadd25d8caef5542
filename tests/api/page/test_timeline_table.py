"""The picture over time in figures: rows that are links, for the whole of a search or for the parts of its bars."""

import re

from flask.testing import FlaskClient


def rows(page: str) -> list[str]:
    return [" ".join(re.sub("<[^>]*>", " ", row).split()) for row in re.findall(r"<tr>(.*)", page)]


def test_each_row_leads_to_the_statements_of_its_time(client: FlaskClient) -> None:
    page = client.get("/timeline?q=corridor+OR+ceasefire&interval=month").text
    assert rows(page) == ["When Statements Of all then", "May 2024 2 4", "June 2024 1 1"]
    assert 'href="/?q=corridor%20OR%20ceasefire&amp;from=2024-06&amp;to=2024-06">June 2024</a>' in page
    assert 'href="/timeline?q=corridor%20OR%20ceasefire&amp;interval=year">Year</a>' in page


def test_parts_have_a_column_each(client: FlaskClient) -> None:
    page = client.get("/timeline?q=corridor+OR+ceasefire&interval=year&by=kind").text
    assert rows(page) == ["When Statements Quoted Reported Partly quoted", "2024 3 1 1 1"]
    assert "&amp;interval=month&amp;by=kind" in page


def test_filters_are_told_by_name(client: FlaskClient) -> None:
    page = client.get("/timeline?speaker_id=person:orhan-demirsoy:TR&interval=year").text
    assert "<h1>Over time: <bdi>Orhan Demirsoy</bdi></h1>" in page


def test_the_picture_leads_to_its_table(client: FlaskClient) -> None:
    page = client.get("/?q=corridor+OR+ceasefire&by=kind").text
    assert 'href="/timeline?q=corridor%20OR%20ceasefire&amp;interval=month&amp;by=kind">As a table</a>' in page


def test_nothing_to_count_and_a_mistake_are_told(client: FlaskClient) -> None:
    assert "There is nothing to count." in client.get("/timeline?q=nobody").text
    assert client.get("/timeline?interval=decade", headers={"Accept": "text/html"}).status_code == 400
