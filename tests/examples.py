"""The articles of examples/, for tests that ask about them."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from indexer.pipeline.pipeline import Pipeline
from indexer.readers.dispatcher import read
from indexer.readers.files import find
from schemas.statement import SplitArticle
from search.engine import Engine
from search.opening import open_engine

EXAMPLES = Path(__file__).parents[1] / "examples"


def index_examples(engine: Engine) -> None:
    engine.replace(split_examples())


@cache
def split_examples() -> Sequence[SplitArticle]:
    """As `demarche index` stores them; split once a process."""
    with TemporaryDirectory() as folder, open_engine(f"embedded://{folder}/index") as engine:
        list(Pipeline(engine).run(read(find([EXAMPLES]).files)))
        return list(engine.every_article())
