import io
import json
from dataclasses import replace

import pytest

from indexer.inputs.input import Input, Origin
from indexer.inputs.result import Loaded, Reading, Refused
from indexer.interchange.backup import write_line
from indexer.readers.datasets.ndjson import read
from schemas.dates.partial_dates import PartialDate
from tests.contract.corpus import CORPUS


def found_in(*documents: object, **columns: str) -> list[Reading]:
    data = "".join(f"{json.dumps(document)}\n" for document in documents).encode()
    return list(read(Input(Origin("lines"), io.BufferedReader(io.BytesIO(data)), columns=columns)))


def test_columns_may_lie_within_and_be_missing_in_later_lines() -> None:
    first, second = found_in(
        {"headline": "A", "body": {"plain": "One."}, "text": "Other.", "meta.no": 7},
        {"body": {"plain": "Two."}},
        title="headline",
        text="body.plain",
        id="meta.no",
    )
    assert isinstance(first, Loaded)
    assert (first.article.title, first.article.text, first.key) == ("A", "One.", "7")
    assert isinstance(second, Loaded)
    assert (second.article.title, second.article.text, second.key) == ("", "Two.", None)


def test_a_column_that_the_first_line_lacks_refuses_the_file_once() -> None:
    (refused,) = found_in({"headline": "A", "body": {"plain": "One."}}, {"headline": "B"}, text="body.plane")
    assert isinstance(refused, Refused)
    assert refused.reason == (
        "has no column body.plane, which was to be text (did you mean body.plain?); "
        "it has headline, body, body.plain: the file is not read"
    )


def test_a_path_through_what_is_no_object_finds_nothing() -> None:
    first, second = found_in({"body": {"plain": "One."}}, {"body": "Two."}, text="body.plain")
    assert isinstance(first, Loaded)
    assert isinstance(second, Refused)
    assert second.reason == "text: Field may not be null."


def test_what_nests_too_deeply_is_refused_and_the_next_is_read() -> None:
    def nested(depth: int) -> list[object]:
        return [nested(depth - 1)] if depth else []

    for name in ("id", "statements", "other"):
        refused, loaded = found_in({"text": "One.", name: nested(300)}, {"text": "Two.", name: None})
        assert isinstance(refused, Refused)
        assert refused.reason == "nests too deeply: it is no article"
        assert isinstance(loaded, Loaded)


def test_many_brackets_are_not_deep() -> None:
    (loaded,) = found_in({"text": "One.", "other": [[]] * 1_000})
    assert isinstance(loaded, Loaded)


def test_an_untouched_line_of_an_export_is_known() -> None:
    (loaded,) = found_in(json.loads(write_line(CORPUS[0])))
    assert isinstance(loaded, Loaded)
    assert (loaded.article, loaded.untouched) == (CORPUS[0].article, True)


def test_a_touched_line_of_an_export_is_an_article_with_its_statements() -> None:
    (loaded,) = found_in(json.loads(write_line(CORPUS[0])) | {"title": "Another"})
    assert isinstance(loaded, Loaded)
    assert (loaded.article.title, loaded.untouched) == ("Another", False)
    assert loaded.given


def test_a_right_checksum_does_not_make_an_impossible_article_possible() -> None:
    impossible = replace(CORPUS[0].article, published_on=PartialDate(2999))
    (refused,) = found_in(json.loads(write_line(replace(CORPUS[0], article=impossible))))
    assert isinstance(refused, Refused)
    assert refused.reason == "published_on 2999 lies in the future"


BRIEF = {"title": "In brief", "source": "Quay Post", "published_on": "2024-05-01", "text": "Nobody said a word."}


def ids(*documents: object) -> list[str]:
    return [reading.article.id for reading in found_in(*documents) if isinstance(reading, Loaded)]


def test_an_id_tells_articles_of_one_outlet_apart_and_finds_the_same_again() -> None:
    first, second, again, elsewhere = ids(
        BRIEF | {"id": "n1"},
        BRIEF | {"id": "n2"},
        BRIEF | {"id": "n1", "text": "Another text.", "url": "https://quay.example/1"},
        BRIEF | {"id": "n1", "source": "Moor Post"},
    )
    assert first == again
    assert len({first, second, elsewhere}) == 3


def test_the_outlet_of_an_id_is_the_host_where_no_source_is_told() -> None:
    first, again, other = ids(
        {"id": 7, "text": "One.", "url": "https://quay.example/1"},
        {"id": "7", "text": "Two.", "url": "https://www.quay.example/2"},
        {"id": 7, "text": "One.", "url": "https://moor.example/1"},
    )
    assert first == again != other


@pytest.mark.parametrize("id_", [["a"], {"$oid": "5"}, True, 1.5, "a\nb", " ", "x" * 501], ids=repr)
def test_an_id_that_is_none_is_refused(id_: object) -> None:
    (refused,) = found_in(BRIEF | {"id": id_})
    assert isinstance(refused, Refused)
    assert refused.reason.startswith("id: an id ")


def test_what_extract_prints_is_the_same_article_again() -> None:
    (by_content,) = ids(BRIEF)
    assert ids(BRIEF | {"id": by_content}) == [by_content]


def test_members_that_no_article_has_are_named_but_not_those_that_columns_lead_through() -> None:
    (loaded,) = found_in(BRIEF | {"titel": "x", "body": {"plain": "One."}, "extractor": "rules-1"}, text="body.plain")
    assert isinstance(loaded, Loaded)
    assert loaded.unused == ("titel",)


def test_an_address_that_is_none_is_left_out() -> None:
    (loaded,) = found_in(BRIEF | {"url": "htp://quay.example/1"})
    assert isinstance(loaded, Loaded)
    assert loaded.article.url is None
    assert loaded.article.left_out == (("url", "is no address of http or https"),)
    assert [loaded.article.id] == ids(BRIEF)


def test_an_exported_article_keeps_its_id_whatever_that_came_from() -> None:
    told = CORPUS[0]
    known = replace(told, article=replace(told.article, own_id="3kfq2x7mz4w6n5ab"))
    statements = [replace(one, id=f"3kfq2x7mz4w6n5ab-{n:02}") for n, one in enumerate(told.extraction.statements, 1)]
    known = replace(known, extraction=replace(known.extraction, statements=tuple(statements)))
    line = json.loads(write_line(known))
    kept, edited = found_in(line, line | {"title": "Another"})
    assert isinstance(kept, Loaded)
    assert isinstance(edited, Loaded)
    assert kept.untouched
    assert not edited.untouched
    assert kept.article.id == edited.article.id == "3kfq2x7mz4w6n5ab"
