import pytest

from indexer.extraction.attribution.cue_rules import find_reports
from indexer.extraction.attribution.targets import PLACES
from indexer.extraction.lang.cues import cues
from indexer.extraction.lang.tables import table
from tests.indexer.extraction.parsed import parsed


def targets(text: str) -> list[str | None]:
    """The words for the target of each report, as they stand."""
    sentence = parsed(text)
    spans = [report.target and sentence.span(report.target) for report in find_reports(sentence)]
    return [span and span.of(text) for span in spans]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        # told
        ("Ilk told Vorn that it rained.", "Vorn"),
        ("Ilk told the minister that it rained.", "the minister"),
        ("“It rains,” Ilk told him.", "him"),
        ("Ilk told reporters that it rained.", None),
        ("Ilk told Channel News that it rained.", None),
        ("Ilk told parliament that it rained.", None),
        ("Ilk told members of parliament that it rained.", None),
        ("“It rains,” Ilk told a conference.", None),
        ("Ilk told us that it rained.", None),
        ("“It rains,” Ilk told Oslo’s “Morning Hour”.", None),
        ("Ilk warned Tuesday that it would rain.", None),
        ("Ilk warned Norway that it would rain.", "Norway"),
        ("Ilk warned that Norway would pay.", None),
        ("Ilk warned of Norwegian rain.", None),
        ("Norway was told by Denmark to wait.", "Norway"),
        # asked
        ("Ilk asked the court to stop the sale.", "the court"),
        ("Ilk urged parliament to act.", "parliament"),
        ("Ilk urged calm.", None),
        ("Ilk and Vorn asked that part of it go to hospitals.", None),
        ("The delegate urged the Council to wait.", "the Council"),
        ("Ilk urged the Polish MP to wait.", "the Polish MP"),
        ("Ilk urged Peru to wait.", "Peru"),
        ("Ilk called on both sides to wait.", "both sides"),
        ("Ilk called on those who rule the town to wait.", "those who rule the town"),
        ("Ilk thanked Oslo for the boats.", "Oslo"),
        ("Ilk thanked neighbouring Norway for the boats.", "Norway"),
        ("Ilk accused Vorn of lying.", "Vorn"),
        ("Ilk accused the government of Oslo of lying.", "the government of Oslo"),
        ("Ilk accused the government of theft.", "the government"),
        ("Ilk accused “friends of the militia” of delay.", "friends of the militia"),
        ("Ilk and Vorn accused each other of lying.", "each other"),
        ("Ilk called for Oslo to pay.", "Oslo"),
        ("Ilk called for an envoy to go.", None),
        ("Ilk called for the boats to be sold.", None),
        ("Ilk demanded that Oslo pay.", None),
        ("Ilk demanded an apology from Oslo.", "Oslo"),
        ("Ilk demanded the removal of troops from Oslo.", None),
        ("Ilk asked for a meeting with the government.", "the government"),
        ("Ilk asked for help with the boats.", None),
        # judged
        ("Ilk blamed Norway for the rain.", "Norway"),
        ("Ilk blamed the rain on Norway.", "Norway"),
        ("Ilk blamed the weather for the rain.", None),
        ("Ilk called Vorn’s plan “absurd”.", "Vorn"),
        ("Ilk called it “absurd”.", None),
        ("Vorn has a plan that Ilk calls Norway’s “farce”.", None),
        ("It is what Ilk calls Norway’s “farce of all farces”.", None),
        ("Vorn is a man who calls Norway’s plan “absurd”.", "Norway"),
        ("Ilk called Oslo a “village”.", "Oslo"),
        ("Ilk described the American plan as “absurd”.", "American"),
        ("Ilk described the plan as Norway’s revenge.", None),
        ("Ilk rejected Oslo’s offer.", "Oslo"),
        ("Ilk rejected a UN offer.", "UN"),
        ("Ilk rejected the Minsk agreements.", None),
        ("Ilk welcomed the efforts of Egypt.", "Egypt"),
        ("Ilk welcomed the law on boats adopted by the council.", "the council"),
        ("Ilk condemned the seizure of a boat by Peru.", "Peru"),
        ("Ilk condemned the captain’s arrest.", None),
        ("Ilk condemned Oslo’s arrest of the captain.", "Oslo"),
        ("Ilk condemned the attack on Oslo.", None),
        ("Ilk condemned his attack.", None),
        # behind prepositions
        ("Ilk said to the minister that it rained.", "the minister"),
        ("“It rains,” Ilk said to reporters.", None),
        ("“It rains,” said an adviser to the premier.", None),
        ("“It rains,” said Ilk to the premier.", "the premier"),
        ("“It rains,” Ilk wrote in reply to a senator.", "a senator"),
        ("In reply to a senator, Ilk said it rained.", "a senator"),
        ("Replying to Oslo, Ilk said it rained.", "Oslo"),
        ("“It rains,” Ilk said in a call with Vorn.", "Vorn"),
        ("“It rains,” Ilk said in a talk with Vorn.", None),
        ("Ilk extended his condolences to the families.", "the families"),
        # of the verb above
        ("Ilk hit out at Oslo, saying it had lied.", "Oslo"),
        ("Ilk hit upon Oslo, saying it had lied.", None),
        ("Ilk met Vorn, saying it had rained.", None),
        ("Hitting back at Oslo, Ilk said it had lied.", "Oslo"),
        ("Meeting with Oslo, Ilk said it had lied.", None),
        ("Speaking to reporters, Ilk said it had lied.", None),
        # whoever speaks is none
        ("“It rains,” warned Ilk.", None),
        ("Ilk denied that Norway had lied.", None),
        ("Ilk spoke of Norway.", None),
    ],
)
def test_the_party_of_a_cue(text: str, target: str | None) -> None:
    assert targets(text)[0] == target


def test_each_cue_has_its_own() -> None:
    assert targets("Ilk accused Vorn of lying and called the plan “absurd”.") == ["Vorn", None]


@pytest.mark.parametrize("row", table("targets"), ids=lambda row: row["lemma"])
def test_a_row_is_of_a_cue_or_has_forms_and_its_places_are_known(row: dict[str, str]) -> None:
    lemmas = {entry.lemma for entries in cues().values() for entry in entries}
    assert row["forms"] or row["lemma"] in lemmas
    assert set(row["party"].split()) <= {*PLACES, "to", "at"}
