from __future__ import annotations

import pytest

from indexer.extraction.attribution.content_end import before_occasion, content_end
from tests.indexer.extraction.parsed import parsed, token


@pytest.mark.parametrize(
    "text",
    [
        "Ilk said {it rained}.",
        "Ilk said {it rained in the hills and by the sea}.",
        "Ilk said {it rained}, while others left.",
        "Ilk said {it rained in the hills}, adding that it poured.",
        "Ilk said {it rained} and warned of a flood.",
        "Just 28 percent said {they liked the mayor}, compared with 41 last year.",
        "Ilk said {28 towns were dry, compared with 41 last year}.",
    ],
)
def test_content_ends_where_the_journalist_goes_on(text: str) -> None:
    plain = text.replace("{", "").replace("}", "")
    sentence = parsed(plain)
    begin = next(each.i for each in sentence.doc if each.idx == text.index("{"))
    end = content_end(token(sentence, "said"), begin)
    assert sentence.doc[begin:end].text.removesuffix(",") == text[text.index("{") + 1 : text.index("}")]


def test_an_occasion_behind_quoted_words_is_not_said() -> None:
    doc = parsed("Ilk called the delay “absurd” in an interview.").doc
    assert doc[2 : before_occasion(doc, 2, len(doc))].text == "the delay “absurd”"
    assert before_occasion(doc, 2, 4) == 4
