"""What commands import and load before their first article or request; see forked.py.

Not prometheus_client, which looks for a folder of the server's own when it is imported.
"""

import distributed
import flask_limiter

import api.server.serve
import indexer.commands.index
import indexer.commands.watch
import indexer.pipeline.pipeline
import search.elastic.engine
import search.embedded.engine
from indexer.pipeline.worker import extract
from indexer.readers.articles.language import identifier
from indexer.readers.registry import readers
from schemas.article import Article

readers()
identifier()
extract([Article(text="Baku denied that a gate had been shut.")])
__all__ = ["api", "distributed", "flask_limiter", "indexer", "search"]
