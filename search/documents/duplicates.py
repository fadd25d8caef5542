"""Which articles carry the text of another: its copies, wire copy that was edited or cut, earlier and later versions.

An engine looks up those with the same text, and for the rest candidates, which share a band
(search/text/shingles.py). Each candidate's text is then compared itself, so that bands decide what is looked at and
never what is told. Nothing is compared when an article is written: in whatever order articles come, the answer is the
same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from schemas.article import Article
from schemas.copies import ArticleCopy, Copies, Likeness
from schemas.page import Relation, Total
from schemas.statement import ArticleHead
from search import budget
from search.documents.index_fields import sort_keys
from search.documents.serialization import StoredArticle
from search.text.shingles import Shingled

CANDIDATES = 200  # looked at, those with the most bands in common first
CANDIDATES_AT_ONCE = 25
MOST_CHARACTERS = 5_000_000  # of candidates' texts, so that a few hundred of the longest don't take a minute
# Of the shorter text's shingles. Of 40,000 pairs of news articles the highest share without one being a copy was 0.29;
# a text in which one word in ten was replaced keeps 0.72.
ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Asked:
    """The article whose copies are asked for."""

    article: ArticleHead
    shingled: Shingled

    @classmethod
    def of(cls, stored: StoredArticle) -> Asked:
        return cls(stored.head, Shingled.of(Article(stored.text, stored.title)))


def copies(
    asked: Asked,
    same: Iterable[StoredArticle],
    same_total: int,
    candidates: Iterable[StoredArticle],
    found: int,
    limit: int,
) -> Copies:
    """The first `limit` of all. `same` are stored articles of the same text in their order; of the others `candidates`,
    out of `found` that there are, in the order in which they are to be looked at.
    """
    near, looked_at = alike(asked, candidates)
    identical = [ArticleCopy(stored.head, Likeness.SAME, 1.0) for stored in same]
    relation = Relation.EXACT if looked_at == found else Relation.AT_LEAST
    return Copies(tuple([*identical, *near][:limit]), Total(same_total + len(near), relation))


def alike(asked: Asked, candidates: Iterable[StoredArticle]) -> tuple[list[ArticleCopy], int]:
    """Those of the candidates that carry much the same text, those that share most first; how many were looked at."""
    found: list[ArticleCopy] = []
    looked_at = characters = 0
    for stored in candidates:
        budget.check()
        characters += len(stored.text)
        if characters > MOST_CHARACTERS:
            break
        looked_at += 1
        share = asked.shingled.share(Shingled.of(Article(stored.text, stored.title)))
        if share >= ALIKE:
            found.append(ArticleCopy(stored.head, likeness(asked.article, stored.head), round(share, 2)))
    return sorted(found, key=order), looked_at


def likeness(one: ArticleHead, other: ArticleHead) -> Likeness:
    same_outlet = one.source is not None and other.source is not None and one.source.id == other.source.id
    return Likeness.VERSION if same_outlet else Likeness.NEAR


def order(copy: ArticleCopy) -> tuple[float, int, str]:
    """By share, then as lists of articles stand: oldest first, unknown days last."""
    article = copy.article
    key = sort_keys("published", article.published_on, article.id, 0)["published_oldest"]
    return -copy.share, -key, article.id
