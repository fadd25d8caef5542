"""Dates as they are written: one rule for all inputs, and what may be two days is none."""

import pytest

from schemas.dates.written_dates import ACCEPTED, date_of, known


@pytest.mark.parametrize(
    "text",
    """
    2024-05-14 | 2024-5-14 | 2024/05/14 | 2024.05.14 | 20240514 | 14.05.2024 | 14/05/2024 | 05/14/2024 | 14-05-2024
    14 May 2024 | 14 may, 2024 | 14. May 2024 | 14th of May 2024 | May 14, 2024 | May 14 2024 | MAY 14TH, 2024
    Tuesday, 14 May 2024 | Tue. May 14, 2024 | 14-May-2024 | 2024 May 14 | 2024-May-14
    2024-05-14T23:30:00-05:00 | 2024-05-14T07:12:00.123456Z | 2024-05-14 07:12 | 2024-05-14T07Z | 2024-05-14T071200+0200
    2024-05-14T07:12:00+02:00[Europe/Berlin] | 2024-05-14 07:12:00 +0000 UTC | 2024/05/14 07:12:00 | 20240514T071200Z
    20240514071200 | 14.05.2024, 07.12 | 14/05/2024 - 17:57 | 14 May 2024 15h30 | 14 May 2024 3 pm
    May 14, 2024, 3:05 pm | May 14, 2024 at 3:05 p.m. EST | May 14, 2024 3:05 PM Eastern Daylight Time
    10:30, 14 May 2024 | 3:05 pm EDT, May 14, 2024 | 14:03 14.05.2024 | 10:30 on 14 May 2024
    Tue, 14 May 2024 07:12:00 GMT | Tue, 14 May 2024 07:12 Z | Tue, 14 May 2024 07:12:00 +02:00 | 14 May 24 07:12:00 EST
    Tue, 14 May 2024 07:12:00 +0200 (CEST) | Tue, 14 May 2024 07:12:00 GMT+3 | Tue, May 14 2024 04:45:26 +0000
    Tue May 14 07:12:00 2024 | Tue May 14 07:12:00 CEST 2024 | Tue May 14 07:12:00 +0000 2024
    Tue May 14 2024 07:12:00 GMT+0200 (Central European Summer Time) | Tuesday, 14-May-24 07:12:00 GMT
    """.replace("\n", "|")
    .strip(" |")
    .split("|"),
)
def test_a_day_in_all_its_forms(text: str) -> None:
    assert str(date_of(text)) == "2024-05-14"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024-05", "2024-05"),
        ("2024/05", "2024-05"),
        ("May 2024", "2024-05"),
        ("Sept. 2024", "2024-09"),
        ("2024", "2024"),
        ("05/05/2024", "2024-05-05"),
        ("Mon, 03/04/2023", "2023-04-03"),
        ("Sat, 03/04/2023 - 17:57", "2023-03-04"),
        ("1 Jan 96 00:00:00 GMT", "1996-01-01"),
    ],
)
def test_a_month_a_year_and_what_only_looks_like_two_days(text: str, date: str) -> None:
    assert str(date_of(text)) == date


@pytest.mark.parametrize("text", ["03/04/2023", "03.04.2023", "3-4-2023", "Fri, 03/04/2023", "Tue, 07/11/2023 - 17:57"])
def test_what_may_be_two_days_is_never_guessed(text: str) -> None:
    with pytest.raises(ValueError, match="may be two days, and is not guessed: write 2023-07-15, "):
        date_of(text)


@pytest.mark.parametrize(
    "text",
    """
    yesterday | 14 May | 2024-W20-2 | 2024W202 | 2024-134 | 202405 | 05/2024 | 15/07/23 | 24-05-14 | 14-May-24
    1715670000 | 1705120100 | 1715670000000 | 14 May 2024 and 15 May 2024 | Updated 14 May 2024 | 14 May 2024 25:00
    14/05-2024 | Mon, 17 Jul 99999999999 10:00:00 GMT | Mon, 17 Jul 2023 10:00:00 +999999999999999999 | ２０２４
    """.replace("\n", "|")
    .strip(" |")
    .split("|"),
)
def test_what_is_no_date_is_told_all_that_is_accepted(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date: ") as raised:
        date_of(text)
    assert str(raised.value).endswith(ACCEPTED)


@pytest.mark.parametrize("text", ["2023-02-30", "31/02/2023", "31 April 2023", "2023-13", "2023-00-00", "20230732"])
def test_what_no_calendar_has_is_named_as_it_was_written(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a date: (?:day|month) ") as raised:
        date_of(text)
    assert repr(text) in str(raised.value)


def test_what_is_longer_than_any_date_is_not_looked_at_and_not_shown_whole() -> None:
    with pytest.raises(ValueError, match="is not a date") as raised:
        date_of("2024-05-14 " + "(" * 1_000_000)
    assert len(str(raised.value)) < 400


@pytest.mark.parametrize("text", [None, "", "03/04/2023", "0001-01-01T00:00:00", "Thu, 01 Jan 1970 00:00:00 +0000"])
def test_where_nothing_certain_is_told_nothing_is_known(text: str | None) -> None:
    assert known(text) is None


def test_what_is_told_is_known_as_iso() -> None:
    assert known("31.05.2017") == "2017-05-31"
