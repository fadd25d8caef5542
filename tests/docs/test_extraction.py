"""docs/extraction.md names files that are there, each once, and its example comes out as it says."""

import re
from pathlib import Path

from indexer.extraction.annotation.annotate import annotate
from indexer.extraction.document.reading import read_document
from indexer.extraction.extractor import Extractor
from schemas.article import Article
from schemas.dates.partial_dates import PartialDate

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/extraction.md").read_text("utf-8")
PICTURE = (ROOT / "docs/extraction/layers.svg").read_text("utf-8")
EXTRACTION = ROOT / "indexer/extraction"
WAY = PAGE.partition("## The way of an article")[2].partition("\n## ")[0]
LAYERS = re.split(r"^\d\. ", WAY, flags=re.MULTILINE)[1:]
FILE = re.compile(r"`([\w/]+(?:\.py|/))`")
EXAMPLE = re.search(r"^> (CALDERA.*)$", WAY, re.MULTILINE)


def files_of(layer: str) -> list[Path]:
    """Within the folder of the layer, which the first of them names."""
    named = FILE.findall(layer.partition("\n\n")[0])
    folder = EXTRACTION / named[0].partition("/")[0]
    return [EXTRACTION / named[0], *(folder / name for name in named[1:])]


def test_each_layer_is_followed_through_files_that_are_there() -> None:
    assert len(LAYERS) == 7
    files = [file for layer in LAYERS for file in files_of(layer)]
    assert [str(file) for file in files if not file.exists()] == []
    assert len(files) == len(set(files))


def test_no_module_of_a_layer_is_left_out() -> None:
    shapes = {"shapes.py", "tokens.py", "__init__.py"}
    for layer in LAYERS:
        files = files_of(layer)
        folder = files[0].parent
        there = {file for file in folder.glob("*.py") if file.name not in shapes}
        there |= {file.parent for file in folder.glob("*/*.py")}
        assert there == set(files), folder


def test_the_picture_names_functions_that_are_there() -> None:
    code = "".join(path.read_text("utf-8") for path in EXTRACTION.rglob("*.py"))
    functions = re.findall(r'class="fn"[^>]*>([\w.]+)<', PICTURE)
    assert len(functions) == 7
    for function in functions:
        assert f"def {function.rpartition('.')[2]}(" in code
    for folder in re.findall(r'class="name"[^>]*>([\w/.]+)<', PICTURE):
        assert (EXTRACTION / folder).exists()


def test_the_example_comes_out_as_the_page_says() -> None:
    assert EXAMPLE is not None
    article = Article(EXAMPLE[1], published_on=PartialDate.parse("2026-03-03"))
    (explained,) = Extractor().explain_many([article])
    document = read_document(article)
    said = " ".join(WAY.split())
    for folded in document.folded:
        assert f"“{folded.text}”" in said
    for statement, attribution in zip(explained.extraction.statements, explained.attributions, strict=True):
        assert attribution.mention is not None
        assert statement.cue is not None
        assert statement.speaker is not None
        source = attribution.mention.of(article.text)
        assert f"“{statement.text}”, cue “{statement.cue.text}”, source “{source}”" in said
        assert (statement.speaker.name, statement.speaker.role) == ("Ana Vorel", "Foreign Minister")
        assert statement.speaker.countries == ()
        assert str(statement.said_on) == "2026-03-02"
    annotations = annotate(document, explained.attributions)
    assert [phrase.span.of(article.text) for phrase in annotations.role_phrases] == ["Foreign Minister"]
    assert "Ana Vorel" in [name.span.of(article.text) for name in annotations.names]
    assert [date.span.of(article.text) for date in annotations.dates] == ["March 3", "Monday"]
