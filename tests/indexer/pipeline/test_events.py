"""What a run counts."""

from indexer.pipeline.events import Tally


def test_each_article_read_is_counted_once_and_statements_are_no_articles() -> None:
    assert Tally(added=1, updated=2, unchanged=4, superseded=8, refused=16, statements=100).read == 31
