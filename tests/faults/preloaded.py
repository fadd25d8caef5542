"""What `demarche index` imports and loads before its first article; see commands.py."""

import indexer.commands.index
import indexer.pipeline
import search.elastic.engine
import search.embedded.engine
from indexer.splitting import extracted
from schemas.article import Article

extracted([Article(text="Baku denied that a gate had been shut.")])
__all__ = ["indexer", "search"]
