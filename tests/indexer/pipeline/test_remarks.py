from indexer.inputs.input import Origin
from indexer.inputs.result import Loaded
from indexer.pipeline.events import Replacement
from indexer.pipeline.remarks import NAMED, NAMES, Remarks
from schemas.article import Article


def test_a_few_are_named_and_the_others_counted() -> None:
    remarks = Remarks()
    for number in range(NAMED + 1200):
        remarks.replaced(Replacement(Article(f"{number}", "A\x1b[31m title"), Origin("a.ndjson", number)))
    assert len(remarks.replacements) == NAMED + 1
    assert remarks.replacements[0].endswith(" “A�[31m title” by a.ndjson:0")
    assert remarks.replacements[-1] == "and 1,200 more"


def test_names_are_bounded_in_number_and_length() -> None:
    remarks = Remarks()
    article = Article("a")
    readings = [Loaded(article, Origin("a"), 0, unused=(f"{number}{'x' * 100}",)) for number in range(10_000)]
    assert list(remarks.heard(readings)) == readings
    assert len(remarks.unused) == NAMES + 1
    (line,) = remarks.omissions
    assert line.endswith(", …")
    assert len(line) < 100 * NAMES
