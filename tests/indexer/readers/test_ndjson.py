import io
import json

from indexer.readers.ndjson import read
from indexer.readers.reading import Input, Loaded, Origin, Reading, Refused


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
