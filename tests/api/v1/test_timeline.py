from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.api.corpus import STATEMENTS


def timeline(client: FlaskClient, query: str) -> Any:
    response = client.get(f"/v1/timeline?{query}")
    assert response.status_code == 200, response.text
    return response.json


def test_each_month_with_its_share(client: FlaskClient) -> None:
    answer = timeline(client, "kind=direct,mixed&interval=month")
    assert answer["data"] == [
        {"start": "2024-05", "count": 1, "all": 4, "share": 0.25},
        {"start": "2024-06", "count": 1, "all": 1, "share": 1.0},
    ]
    assert answer["interval"] == "month"
    assert answer["undated"] == 0
    assert answer["total"] == {"value": 2, "relation": "eq"}
    assert answer["applied"]["kind"] == ["direct", "mixed"]
    assert "cursor" not in answer["applied"]


def test_months_without_anything_have_no_share(client: FlaskClient) -> None:
    answer = timeline(client, "interval=month")
    assert answer["data"][0] == {"start": "2023-02", "count": 2, "all": 2, "share": 1.0}
    assert answer["data"][1] == {"start": "2023-03", "count": 0, "all": 0, "share": None}
    assert [each["start"] for each in answer["data"]] == [f"2023-{month:02}" for month in range(2, 13)] + [
        f"2024-{month:02}" for month in range(1, 7)
    ]


def test_what_has_no_such_date_is_counted_apart(client: FlaskClient) -> None:
    answer = timeline(client, "interval=day")
    assert answer["undated"] == 45 + 1 + 1  # known to the year, to the month, not at all
    assert answer["total"]["value"] == STATEMENTS


def test_the_date_that_counts_can_be_that_of_saying(client: FlaskClient) -> None:
    answer = timeline(client, "interval=day&dates=said&q=corridor")
    assert [(each["start"], each["count"]) for each in answer["data"]] == [("2024-05-08", 1)]
    assert answer["undated"] == 1


def test_an_interval_is_chosen_and_said(client: FlaskClient) -> None:
    assert timeline(client, "q=corridor")["interval"] in ("day", "week", "month", "year")


def test_nothing_found(client: FlaskClient) -> None:
    answer = timeline(client, "q=nowhere")
    assert (answer["data"], answer["undated"], answer["total"]["value"]) == ([], 0, 0)


@pytest.mark.parametrize(
    "query", ["interval=decade", "limit=3", "cursor=a", "sort=newest", "interval=day&interval=week"]
)
def test_mistakes_are_named(client: FlaskClient, query: str) -> None:
    response = client.get(f"/v1/timeline?{query}")
    assert response.status_code == 400
    assert response.json["parameter"] == query.partition("=")[0]


def test_a_series_for_each_of_the_most_frequent_values(client: FlaskClient) -> None:
    answer = timeline(client, "interval=year&by=kind&top=1")
    (series,) = answer["series"]
    assert answer["by"] == "kind"
    assert (series["value"], series["label"]) == ("indirect", "indirect")
    both = [sum(pair) for pair in zip(series["counts"], answer["rest"], strict=True)]
    assert both == [each["count"] for each in answer["data"]]
    assert any(answer["rest"])


def test_without_a_field_there_are_no_series(client: FlaskClient) -> None:
    answer = timeline(client, "interval=year")
    assert (answer["by"], answer["series"], answer["rest"]) == (None, [], [])


def test_what_only_finds_by_words_is_no_field_for_series(client: FlaskClient) -> None:
    assert client.get("/v1/timeline?by=speaker").status_code == 400
    assert client.get("/v1/timeline?by=speaker_id").status_code == 200
    assert client.get("/v1/timeline?by=act&top=13").status_code == 400


def test_the_same_as_a_table(client: FlaskClient) -> None:
    response = client.get("/v1/timeline.csv?kind=direct,mixed&interval=month&by=kind")
    assert response.mimetype == "text/csv"
    assert response.headers["Content-Disposition"].endswith("-timeline.csv")
    assert response.text.removeprefix("\ufeff").splitlines() == [
        "start,count,all,share,direct,mixed,rest",
        "2024-05,1,4,0.25,1,0,0",
        "2024-06,1,1,1.0,0,1,0",
    ]


def test_a_table_without_series(client: FlaskClient) -> None:
    first, *_ = client.get("/v1/timeline.csv?q=corridor").text.splitlines()
    assert first == "\ufeffstart,count,all,share"
