"""What is asked where a box could not be read."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

CHOICE = re.compile(r'<li><a href="([^"]+)">([^<]+)</a></li>')


@pytest.mark.parametrize(
    ("sent", "choices"),
    [
        ("when=1/6/2023&q=a", {"1 June 2023": "/?q=a&from=2023-06-01&to=2023-06-01", "6 January 2023": None}),
        ("about=Korea", {"South Korea": "/?about=KR", "North Korea": "/?about=KP"}),
        ("speaker_country=Armenai", {"Armenia": "/?speaker_country=AM"}),
        (
            "about=EU&q=gas",
            {"EU told or accused": "/?q=gas&target_id=body:european-union", "the words EU": "/?q=gas%20EU"},
        ),
        ("target=European+Union", {"European Union told or accused": None, "the words European Union": None}),
        ("about=nowhere", {}),
        ("when=nonsense", {}),
        ("from=nonsense", {}),
    ],
)
def test_each_reading_is_a_link_to_its_search(client: FlaskClient, sent: str, choices: dict[str, str | None]) -> None:
    page = client.get(f"/?{sent}", headers={"Accept": "text/html"})
    assert page.status_code == 400
    found = {label: address.replace("&amp;", "&") for address, label in CHOICE.findall(page.text)}
    assert found.keys() == choices.keys()
    for label, address in choices.items():
        led = client.get(found[label])
        assert led.status_code in (200, 302)
        assert address is None or led.headers.get("Location", found[label]) == address


@pytest.mark.parametrize(
    ("sent", "address"),
    [
        ("/?speaker_country=EU", "/?organisation=body:european-union"),
        ("/?speaker_country=EU,NATO", "/?organisation=body:european-union,body:nato"),
        ("/?speaker_country=UK,America,Holland", "/?speaker_country=GB,US,NL"),
        ("/?when=summer+2023", "/?from=2023-06&to=2023-08"),
        ("/?when=since+2022&q=a", "/?q=a&from=2022"),
    ],
)
def test_what_people_type_leads_to_the_address_of_its_search(client: FlaskClient, sent: str, address: str) -> None:
    assert client.get(sent).headers["Location"] == address


@pytest.mark.parametrize("sent", ["/?speaker_country=EU,Armenia", "/?when=2023&from=2022"])
def test_what_can_not_be_both_is_a_mistake(client: FlaskClient, sent: str) -> None:
    assert client.get(sent).status_code == 400
