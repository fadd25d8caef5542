"""What articles and statements are searched, filtered, counted and sorted by."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from schemas.dates.partial_dates import PartialDate
from schemas.identity import id_of
from schemas.statement import Act, Basis
from search.documents.index_fields import indexed_article, indexed_statements, sort_keys
from tests.contract.corpus import Said, split

BARE = split(Said("Bare."), title="", source=None, published=None)


def test_what_is_searched() -> None:
    one = split(
        Said("First."),
        Said(
            "The U.S. border's closed.",
            by="Örn Ása",
            role="envoy",
            organisation="UN",
            speaks_for=("IS",),
            about=("US", "IS"),
            act=Act.WARN,
        ),
        published="2024-05",
    )
    *_, (statement, fields) = indexed_statements(one)
    assert statement == one.extraction.statements[1]
    assert fields["stems"] == ["the us border close", "orn asa", "envoy", "un"]
    assert fields["words"] == ["the us border s closed", "orn asa", "envoy", "un"]
    assert (fields["speaker_words"], fields["organisation_words"]) == ("orn asa", "un united nations")
    assert (fields["title_stems"], fields["title_words"]) == (["note from a confer"], "notes from a conference")
    assert (fields["country"], fields["speaker_country"], fields["about"]) == (["IS", "US"], ["IS"], ["IS", "US"])
    assert (fields["speaker_id"], fields["speaker_id_name"]) == ([id_of("Örn Ása", ("IS",))], ["Örn Ása"])
    assert (fields["organisation"], fields["organisation_name"]) == (["body:united-nations"], ["UN"])
    assert fields["source"] == ["lowland-gazette"]
    assert (fields["kind"], fields["act"]) == (["indirect"], ["warn"])
    assert (fields["fingerprint"], fields["place"]) == (statement.fingerprint, 1)
    assert fields["published_first"] == date(2024, 5, 1).toordinal()
    assert fields["published_last"] == date(2024, 5, 31).toordinal()
    assert (fields["published_year"], fields["published_month"]) == (2024, 2024 * 12 + 4)
    assert "said_first" not in fields
    assert "published_day" not in fields


def test_parts_are_texts_of_their_own() -> None:
    one = split(Said("The cease-fire", then=("holds on", "the border"), by="Örn Ása"))
    ((_, fields),) = indexed_statements(one)
    assert fields["words"] == ["the cease fire", "holds on", "the border", "orn asa"]
    assert fields["stems"] == ["the ceas fire", "hold on", "the border", "orn asa", "ceasefir"]


def test_a_target_and_a_basis() -> None:
    one = split(Said("No.", by="Ása", speaks_for=("IS",), basis=Basis.PRONOUN, to="Oslo", to_countries=("NO",)))
    ((_, fields),) = indexed_statements(one)
    assert (fields["target"], fields["basis"], fields["country"]) == (["NO"], ["pronoun"], ["IS", "NO"])


def test_ids_that_were_told_and_those_that_were_not() -> None:
    said = [
        Said("No.", by="Ása Örn", speaker_id="person:asa", to="Oslo", target_id="state:NO"),
        Said("Yes.", by="Ása Örn", organisation="the ministry"),
        Said("Yes.", by="officials"),
    ]
    told, made, nobody = (fields for _, fields in indexed_statements(split(*said)))
    assert (told["speaker_id"], told["speaker_id_name"]) == (["person:asa"], ["Ása Örn"])
    assert (told["target_id"], told["target_id_name"]) == (["state:NO"], ["Oslo"])
    assert told["speaker_id_words"] == "asa orn asa"
    assert made["speaker_id"] == [id_of("Ása Örn")]
    assert (made.get("organisation"), made.get("organisation_name")) == (None, None)
    assert made["organisation_words"] == "the ministry"
    assert (nobody.get("speaker_id"), nobody.get("speaker_id_name")) == (None, None)


def test_compounds_are_words_of_their_own() -> None:
    one = split(Said("The cease-fire's S-400.", by="Amos O'Leary", role="vice-chair"), title="Cease-fires hold")
    *_, (_, fields) = indexed_statements(one)
    assert fields["stems"] == [
        *("the ceas fire s 400", "amo o leari", "vice chair"),
        *("ceasefir", "s400", "oleari", "vicechair"),
    ]
    assert fields["words"] == ["the cease fire s s 400", "amos o leary", "vice chair"]
    assert fields["speaker_words"] == "amos o leary oleary"
    assert fields["title_stems"] == ["ceas fire hold", "ceasefir"]


def test_what_an_article_is_listed_by() -> None:
    fields = indexed_article(split(Said("First."), title="On the borders", published="2024-05-10"))
    assert (
        fields.items()
        >= {
            "title_stems": ["on the border"],
            "title_words": "on the borders",
            "source": ["lowland-gazette"],
            "country": ["AM", "AZ"],
            "published_day": date(2024, 5, 10).toordinal(),
            "extractor": "test-1",
            "bands": [],
        }.items()
    )


def test_what_copies_of_an_article_are_found_by() -> None:
    words = [f"word{number}" for number in range(200)]
    one = indexed_article(split(Said(" ".join(words)), title="One", source=None))
    same = indexed_article(split(Said(" ".join(words).upper()), title="Another"))
    near = indexed_article(split(Said(" ".join(words[:190])), title="A third"))
    assert (one["text_fingerprint"], one["bands"]) == (same["text_fingerprint"], same["bands"])
    assert one["text_fingerprint"] != near["text_fingerprint"]
    assert set(one["bands"]) & set(near["bands"])


def test_what_is_unknown_is_left_out() -> None:
    ((_, fields),) = indexed_statements(BARE)
    names = ("speaker_words", "organisation", "organisation_words", "source", "act", "target", "basis")
    names = (*names, "speaker_id", "speaker_id_name", "speaker_id_words", "target_id")
    dates = ("said_first", "said_year", "published_first", "published_last", "published_day")
    assert not fields.keys() & {*names, *dates}


days = st.none() | st.dates().map(PartialDate.of)
places = st.integers(0, 60_000)


@given(st.lists(st.tuples(days, places), min_size=2, max_size=5))
def test_sort_keys_order_by_day_then_place(statements: list[tuple[PartialDate | None, int]]) -> None:
    for name, sign in (("said_newest", -1), ("said_oldest", 1)):

        def expected(one: tuple[PartialDate | None, int], sign: int = sign) -> tuple[bool, int, int]:
            day, place = one
            return day is None, sign * day.first_day.toordinal() if day else 0, place

        def key(one: tuple[PartialDate | None, int], name: str = name) -> int:
            return -sort_keys("said", one[0], "an article", one[1])[name]

        assert sorted(statements, key=key) == sorted(statements, key=expected)
        assert all(-(2**63) < key(one) <= 0 for one in statements)


def test_places_beyond_the_last_share_a_key() -> None:
    assert sort_keys("said", None, "a", 70_000) == sort_keys("said", None, "a", 80_000)
    assert sort_keys("said", None, "a", 70_000)["said_newest"] < sort_keys("said", None, "a", 60_000)["said_newest"]
