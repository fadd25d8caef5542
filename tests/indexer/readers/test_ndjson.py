import io
import json
from dataclasses import replace

from indexer.exported import exported
from indexer.readers.ndjson import read
from indexer.readers.reading import Input, Loaded, Origin, Reading, Refused
from schemas.dates import PartialDate
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
    (loaded,) = found_in(json.loads(exported(CORPUS[0])))
    assert isinstance(loaded, Loaded)
    assert (loaded.article, loaded.untouched) == (CORPUS[0].article, True)


def test_a_touched_line_of_an_export_is_an_article_with_its_statements() -> None:
    (loaded,) = found_in(json.loads(exported(CORPUS[0])) | {"title": "Another"})
    assert isinstance(loaded, Loaded)
    assert (loaded.article.title, loaded.untouched) == ("Another", False)
    assert loaded.given


def test_a_right_checksum_does_not_make_an_impossible_article_possible() -> None:
    impossible = replace(CORPUS[0].article, published_on=PartialDate(2999))
    (refused,) = found_in(json.loads(exported(replace(CORPUS[0], article=impossible))))
    assert isinstance(refused, Refused)
    assert refused.reason == "published_on 2999 lies in the future"
