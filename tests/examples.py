"""The articles of examples/, for tests that ask about them."""

from pathlib import Path

from indexer.pipeline.pipeline import Pipeline
from indexer.readers.dispatcher import read
from indexer.readers.files import find
from search.engine import Engine

EXAMPLES = Path(__file__).parents[1] / "examples"


def index_examples(engine: Engine) -> None:
    list(Pipeline(engine).run(read(find([EXAMPLES]).files)))
