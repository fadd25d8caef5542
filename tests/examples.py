"""The articles of examples/, for tests that ask about them."""

from pathlib import Path

from indexer.pipeline import Indexing
from indexer.readers.finding import find
from indexer.readers.opening import read
from search.engine import Engine

EXAMPLES = Path(__file__).parents[1] / "examples"


def index_examples(engine: Engine) -> None:
    list(Indexing(engine).run(read(find([EXAMPLES]).files)))
