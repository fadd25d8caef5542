from api.page.profile.suggestions import countries, countries_like, like, parties_like
from schemas.page import Bucket
from search.engine import Engine


def names(*labels: str) -> list[Bucket]:
    return [Bucket(label, 1, label) for label in labels]


def test_the_most_alike_stands_first_and_what_is_not_is_left_out() -> None:
    found = like("Petrosian", names("Lina Berg", "Anna Petrosjan", "Petrosyan"))
    assert [bucket.label for bucket in found] == ["Petrosyan", "Anna Petrosjan"]


def test_a_name_counts_once() -> None:
    assert len(like("Berg", names("Berg", "Berg"))) == 1


def test_speakers_and_countries_there_are(engine: Engine) -> None:
    assert [bucket.label for bucket in parties_like(engine, "speaker_id", "Orhan Demirsoi")] == ["Orhan Demirsoy"]
    assert [bucket.value for bucket in countries_like(engine, "Ukrain")] == ["UA"]
    assert {bucket.value for bucket in countries(engine)} == {"AM", "AZ", "TR", "RU", "UA"}
    assert parties_like(engine, "speaker_id", "") == []
