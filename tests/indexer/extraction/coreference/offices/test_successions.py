import pytest

from tests.indexer.extraction.coreference.reading import resolved


def role(text: str) -> str | None:
    people = {entity.name: getattr(entity, "role", None) for entity in resolved(text).entities.values()}
    return people["Ana Silva"]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Ana Silva was named trade minister.", "trade minister"),
        ("Ana Silva was sworn in as president of Peru.", "president"),
        ("Ana Silva will replace Jan Kos as the envoy.", "envoy"),
        ("Jan Kos was replaced as envoy by Ana Silva.", "envoy"),
        ("Former trade minister Jan Kos left. His successor, Ana Silva, came.", "trade minister"),
        ("Trade minister Jan Kos left. His successor, Ana Silva, came.", "Trade minister"),
    ],
)
def test_whoever_takes_an_office_over_holds_it(text: str, office: str) -> None:
    assert role(text) == office


@pytest.mark.parametrize(
    "text",
    [
        "Ana Silva was named after the minister.",
        "Ana Silva was elected. The minister came.",
        "Jan Kos was praised as minister by Ana Silva.",
        "Jan Kos left. His successor, Ana Silva, came.",
    ],
)
def test_whoever_does_not_holds_none(text: str) -> None:
    assert role(text) is None
