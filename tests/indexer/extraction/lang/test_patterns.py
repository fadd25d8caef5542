import re

from indexer.extraction.lang.patterns import any_of


def test_a_longer_word_is_tried_before_its_beginning() -> None:
    assert re.findall(any_of(["talk", "talks"]), "talks") == ["talks"]


def test_marks_and_blanks_are_themselves() -> None:
    pattern = re.compile(any_of(["U.S.", "Black Sea"]))
    assert pattern.findall("the U.S. and the Black Sea, not the UXSX") == ["U.S.", "Black Sea"]


def test_a_star_is_any_letters() -> None:
    assert re.findall(rf"\b{any_of(['Abkhaz*'])}\b", "Abkhazia, Abkhaz, an Abk") == ["Abkhazia", "Abkhaz"]
