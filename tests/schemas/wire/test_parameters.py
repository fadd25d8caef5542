from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marshmallow import ValidationError, fields

from schemas.dates.partial_dates import PartialDate
from schemas.problem import Fault
from schemas.query import Sort
from schemas.spelling import nearest
from schemas.statement import Kind
from schemas.wire.parameters import (
    ChoiceField,
    CountryParameter,
    DateParameter,
    LimitField,
    ManyField,
    SourceParameter,
    join,
    split,
)


def fault(error: pytest.ExceptionInfo[ValidationError]) -> Fault:
    (found,) = error.value.messages
    assert isinstance(found, Fault)
    return found


@pytest.mark.parametrize(
    ("written", "values"),
    [
        (["AM"], ["AM"]),
        (["AM,AZ"], ["AM", "AZ"]),
        (["AM", "AZ,TR"], ["AM", "AZ", "TR"]),
        ([" AM , AZ ,"], ["AM", "AZ"]),
        (['"King, Jr.",Kedrov'], ["King, Jr.", "Kedrov"]),
        (['Ann "the voice" Lee'], ['Ann "the voice" Lee']),
        ([",,"], []),
    ],
)
def test_lists_are_read_in_every_form(written: list[str], values: list[str]) -> None:
    assert split(written) == values


@given(st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs"])).map(str.strip).filter(bool)))
def test_what_is_joined_is_split_into_the_same(values: list[str]) -> None:
    assert split([join(values)]) == values


@pytest.mark.parametrize("value", ["King\nthe second", "King\r\nthe second", '"the voice" Lee'])
def test_a_value_that_must_be_quoted_is(value: str) -> None:
    assert split([join([value, "Kedrov"])]) == [value, "Kedrov"]


def test_a_line_break_in_a_list_is_a_mistake() -> None:
    with pytest.raises(ValidationError) as error:
        ManyField(CountryParameter()).deserialize(["AM\nAZ"])
    assert fault(error).code == "bad-list"


def test_values_that_repeat_count_once() -> None:
    assert ManyField(CountryParameter()).deserialize(["AM,am", "Armenia"]) == ("AM",)


def test_a_list_holds_a_hundred_values() -> None:
    names = [f"name {number}" for number in range(101)]
    assert len(ManyField(fields.String()).deserialize(names[:100], "speaker")) == 100
    with pytest.raises(ValidationError) as error:
        ManyField(fields.String()).deserialize([",".join(names)], "speaker")
    assert fault(error).code == "too-many-values"


def test_every_wrong_value_of_a_list_is_named() -> None:
    with pytest.raises(ValidationError) as error:
        ManyField(CountryParameter()).deserialize(["QQ,AM,XY"])
    assert [found.detail[:4] for found in error.value.messages if isinstance(found, Fault)] == ["'QQ'", "'XY'"]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        *[("AM", "AM"), ("am", "AM"), ("ARM", "AM"), ("Armenia", "AM"), ("armenia", "AM")],
        *[("XK", "XK"), ("Kosovo", "XK"), ("TW", "TW"), ("Taiwan", "TW"), ("South Korea", "KR"), ("Turkey", "TR")],
        *[("Côte d’Ivoire", "CI"), ("cote d'ivoire", "CI"), ("The Gambia", "GM"), ("Russian Federation", "RU")],
    ],
)
def test_countries_are_known_by_code_and_name(written: str, code: str) -> None:
    assert CountryParameter().deserialize(written) == code


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("Korea", "KR (South Korea) or KP (North Korea)"),
        ("Armania", "AM (Armenia)"),
        ("azerbajan", "AZ (Azerbaijan)"),
        ("QQ", "such as AM"),
    ],
)
def test_an_unknown_country_gets_a_hint(written: str, hint: str) -> None:
    with pytest.raises(ValidationError) as error:
        CountryParameter().deserialize(written)
    assert fault(error).code == "unknown-country"
    assert hint in (fault(error).hint or "")


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("-AM", 'write -speaker:"AM" in q'),
        ("AZ,-AM", 'write -speaker:"AM" in q'),
        ("–Lavrov", 'write -speaker:"Lavrov" in q'),
        ("!Lavrov", 'write -speaker:"Lavrov" in q'),
        ("NOT Lavrov", 'write -speaker:"Lavrov" in q'),
        ("AM OR AZ", "commas"),
        ("Lavrov OR Petrosjan", "commas"),
        ("Lavrov || Petrosjan", "commas"),
        ("Lavr*", "whole word"),
        ("* Lavrov", "whole word"),
        ("L?vrov", "whole word"),
        ("Lavrov~", "whole word"),
        ("+Lavrov", "without the sign"),
        ("=Lavrov", "without the sign"),
        (">a", "without the sign"),
    ],
)
@pytest.mark.parametrize("inner", [fields.String(), CountryParameter(), SourceParameter(), ChoiceField(Kind)])
def test_an_operator_in_a_value_is_refused(written: str, hint: str, inner: fields.Field[Any]) -> None:
    with pytest.raises(ValidationError) as error:
        ManyField(inner).deserialize([written], "speaker")
    told = next(
        found for found in error.value.messages if isinstance(found, Fault) and found.code == "unknown-operator"
    )
    assert hint in (told.hint or "")


@pytest.mark.parametrize(
    "written",
    ["+972 Magazine", "Yahoo!", "AT&T", "O'Neil", "Al-Monitor", "24/7 News", "C++", "LIFE OR DEATH", "Who?", "A - B"],
)
def test_names_may_hold_signs(written: str) -> None:
    assert ManyField(fields.String()).deserialize([written], "speaker") == (written,)


ODD = ["-x", "!0", "Foo*", "0?0", "a || b", "NOT anybody", "+x", "–"]


@pytest.mark.parametrize("value", ODD)
def test_in_quotation_marks_a_value_is_what_it_is(value: str) -> None:
    assert ManyField(fields.String()).deserialize([f'"{value}", Kedrov'], "speaker") == (value, "Kedrov")


@pytest.mark.parametrize("value", [*ODD, '-"x"', "-x, y"])
def test_a_value_that_looks_like_an_operator_is_joined_so_that_it_is_read(value: str) -> None:
    assert ManyField(fields.String()).deserialize([join(["Kedrov", value])], "speaker") == ("Kedrov", value)


def test_what_follows_quotation_marks_is_not_quoted() -> None:
    with pytest.raises(ValidationError) as error:
        ManyField(fields.String()).deserialize(['"the voice" Le*'], "speaker")
    assert fault(error).code == "unknown-operator"


@pytest.mark.parametrize(("inner", "written"), [(CountryParameter(), "-AM"), (ChoiceField(Kind), "-direct")])
def test_what_can_have_no_such_name_is_refused_in_quotation_marks_too(inner: fields.Field[Any], written: str) -> None:
    with pytest.raises(ValidationError) as error:
        ManyField(inner).deserialize([f'"{written}"'], "country")
    assert fault(error).code == "unknown-operator"


def test_choices_are_read_in_any_case() -> None:
    assert ChoiceField(Kind).deserialize(" Direct ") is Kind.DIRECT


def test_an_unknown_choice_names_all_and_the_nearest() -> None:
    with pytest.raises(ValidationError) as error:
        ChoiceField(Sort).deserialize("newst")
    assert fault(error) == Fault(
        "unknown-value", "'newst' is none of relevance, newest, oldest", hint="did you mean newest?"
    )


def test_a_source_is_known_by_id_and_name() -> None:
    assert SourceParameter().deserialize("Harbour Post") == "harbour-post"
    assert SourceParameter().deserialize("harbour-post") == "harbour-post"
    with pytest.raises(ValidationError):
        SourceParameter().deserialize("!!")


@pytest.mark.parametrize("written", ["2023", "2023-07", "2023-07-15"])
def test_dates_may_be_partial(written: str) -> None:
    assert DateParameter().deserialize(written) == PartialDate.parse(written)


@pytest.mark.parametrize("written", ["15.07.2023", "2023-02-30", "yesterday", "0000", "２０２３"])
def test_other_dates_are_mistakes(written: str) -> None:
    with pytest.raises(ValidationError) as error:
        DateParameter().deserialize(written)
    assert fault(error).code == "bad-date"
    assert "write" not in fault(error).detail  # which the hint says


@pytest.mark.parametrize("written", ["0", "101", "-1", "ten", "1.5", "1e1", "９", "", "9" * 5000])
def test_limits_are_whole_numbers_within_bounds(written: str) -> None:
    with pytest.raises(ValidationError) as error:
        LimitField(20, 100).deserialize(written)
    assert fault(error).code == "out-of-range"


@pytest.mark.parametrize(
    ("written", "meant"),
    [("contry", "country"), ("Speaker-Country", "speaker_country"), ("page", None), ("", None), ("日本", None)],
)
def test_the_nearest_name(written: str, meant: str | None) -> None:
    assert nearest(written, ["country", "speaker_country", "q", "limit", "cursor"]) == meant
