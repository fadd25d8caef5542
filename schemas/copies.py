"""Other articles that carry the text of one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from schemas.page import Total
from schemas.statement import ArticleHead

DEFAULT_COPIES = 20


class Likeness(StrEnum):
    """Same: word for word, whatever the headline and the address. Otherwise much of the text is the same: a version in
    the same outlet; near in another outlet, or in one that is not known.
    """

    SAME = "same"
    VERSION = "version"
    NEAR = "near"


@dataclass(frozen=True, slots=True)
class ArticleCopy:
    """`share` tells how much of the shorter of both texts is in the other too: of its runs of three words, 0 to 1."""

    article: ArticleHead
    likeness: Likeness
    share: float


@dataclass(frozen=True, slots=True)
class Copies:
    """The same ones first, by date of publication, then the others, those that share most first."""

    data: tuple[ArticleCopy, ...]
    total: Total
