"""What `demarche index` imports and loads before its first article; see commands.py."""

import indexer.commands.index
import indexer.pipeline.pipeline
import search.elastic.engine
import search.embedded.engine
from indexer.pipeline.worker import extract
from schemas.article import Article

extract([Article(text="Baku denied that a gate had been shut.")])
__all__ = ["indexer", "search"]
