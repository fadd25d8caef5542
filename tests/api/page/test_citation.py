"""Citations, read back by a Markdown parser and by counting BibTeX's braces."""

import json
import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from api.page.citation import bibtex, citations, citations_of_article, csl_json, markdown, plain
from schemas.article import Source
from schemas.statement import FoundStatement, Kind, Sentence, Span, SplitArticle
from search.documents.serialization import head
from tests.api.corpus import BORDER, CORRIDOR, HOSTILE, UNDATED

NAMED = CORRIDOR.extraction.statements[0].speaker
ADDRESS = "https://demarche.example/statements/x-01"


def found(article: SplitArticle, place: int = 0) -> FoundStatement:
    return FoundStatement(article.extraction.statements[place], head(article.article))


def saying(text: str, title: str = "Friday talks", **more: object) -> FoundStatement:
    one = found(CORRIDOR)
    told = {"text": text, "parts": (text,), "sentence": None, "speaker": NAMED} | more
    statement = replace(one.statement, **told)  # type: ignore[arg-type]
    return FoundStatement(statement, replace(one.article, title=title))


def test_reported_speech_says_so_and_has_no_quotation_marks() -> None:
    assert plain(found(CORRIDOR), ADDRESS) == (
        "Orhan Demirsoy, foreign minister (Türkiye), on 8 May 2024: Orhan Demirsoy said that the corridor must stay "
        "open to every convoy (reported). “Friday talks”, Lowland Gazette, 10 May 2024. "
        f"https://gazette.example/friday-talks (via Demarche: {ADDRESS})"
    )


def test_the_speakers_own_words_stand_in_quotation_marks() -> None:
    told = plain(found(CORRIDOR, 1), ADDRESS)
    assert told.startswith("Probably Anna Petrosjan, ambassador (Armenia), said in May 2024: “We will never close")
    assert "the corridors,” … “and our guards know it.” “Friday talks”" in told
    assert "(partly quoted)" in plain(found(BORDER), ADDRESS)


def test_the_comma_before_the_outlet_goes_on_is_not_cited() -> None:
    told = plain(saying("We will stay,", kind=Kind.DIRECT), ADDRESS)
    assert "said on 8 May 2024: “We will stay”. “Friday talks”" in told


def test_what_is_shorter_than_a_clause_is_cited_in_its_sentence() -> None:
    sentence = Sentence("Petrosjan called the offer “a farce,” and left.", Span(0, 47))
    told = plain(saying("a farce,", kind=Kind.DIRECT, sentence=sentence, spans=(Span(28, 36),)), ADDRESS)
    assert "on 8 May 2024: Petrosjan called the offer “a farce,” and left (quoted). “Friday talks”" in told


def test_without_its_sentence_the_verb_that_reports_it_is_cited() -> None:
    told = plain(saying("the corridor must stay open"), ADDRESS)
    assert "said on 8 May 2024: the corridor must stay open (reported)." in told


def test_what_is_not_known_is_left_out_and_not_made_up() -> None:
    one = found(UNDATED)
    one = FoundStatement(replace(one.statement, speaker=None, cue=None), replace(one.article, title=""))
    assert plain(one, ADDRESS) == (
        "Nobody named: Anna Petrosjan said a line was drawn at 10:30 in the morning (reported). “Untitled article”, "
        f"undated. (via Demarche: {ADDRESS})"
    )
    assert "year" not in bibtex(one, ADDRESS)
    assert "howpublished" not in bibtex(one, ADDRESS)


def test_only_web_addresses_of_articles_are_cited() -> None:
    for citation in citations(found(HOSTILE), ADDRESS):
        assert "javascript:" not in citation.text


def test_bibtex_has_the_fields_of_bibtex_and_of_biblatex() -> None:
    assert bibtex(found(CORRIDOR), ADDRESS) == (
        f"@misc{{demarche-{CORRIDOR.article.id}-01,\n"
        "  title = {{Friday talks}},\n"
        "  howpublished = {Lowland Gazette},\n"
        "  date = {2024-05-10},\n"
        "  year = {2024},\n"
        "  month = may,\n"
        "  url = {https://gazette.example/friday-talks},\n"
        "  note = {Orhan Demirsoy, foreign minister (Türkiye), on 8 May 2024: Orhan Demirsoy said that the corridor "
        f"must stay open to every convoy (reported). \\url{{{ADDRESS}}}}},\n"
        "}"
    )


def test_what_tex_would_take_for_its_own_is_escaped() -> None:
    told = bibtex(saying(r"100 % of {R&D} costs_ #1 $5 ~ ^ \bye"), ADDRESS)
    assert (
        r"100 \% of \textbraceleft{}R\&D\textbraceright{} costs\_ \#1 \$5 "
        r"\textasciitilde{} \textasciicircum{} \textbackslash{}bye"
    ) in told


def test_an_address_can_end_no_link() -> None:
    one = found(CORRIDOR)
    odd = FoundStatement(one.statement, replace(one.article, url="https://gazette.example/a_(b)?c={d} e"))
    assert "](https://gazette.example/a_%28b%29?c=%7Bd%7D%20e)" in markdown(odd, ADDRESS)


def test_what_runs_from_right_to_left_moves_nothing_beside_it() -> None:
    """Each piece stands between isolates, which Unicode has for this; BibTeX's fields stand by themselves."""
    one = saying("לא נסגור!", "שלום (7)", kind=Kind.DIRECT)
    assert one.statement.speaker
    speaker = replace(one.statement.speaker, name="דוד לוי")
    one = FoundStatement(
        replace(one.statement, speaker=speaker), replace(one.article, source=Source.named("עיתון"), url=None)
    )
    assert plain(one, ADDRESS) == (
        "\u2068דוד לוי\u2069, foreign minister (Türkiye), said on 8 May 2024: \u2068“לא נסגור!”\u2069 "
        f"\u2068“שלום (7)”\u2069, \u2068עיתון\u2069, 10 May 2024. (via Demarche: {ADDRESS})"
    )
    assert "> “לא נסגור\\!”\n" in markdown(one, ADDRESS)
    assert "— \u2068דוד לוי\u2069, foreign minister" in markdown(one, ADDRESS)
    assert "\u2068שלום (7)\u2069, \u2068עיתון\u2069, 10 May 2024" in markdown(one, ADDRESS)
    assert "note = {דוד לוי, foreign minister (Türkiye), said on 8 May 2024: “לא נסגור!” \\url" in bibtex(one, ADDRESS)


def test_what_turns_the_order_of_characters_ends_with_its_piece() -> None:
    assert "“Friday \u202etalks”\u2069, Lowland Gazette" in plain(saying("yes", "Friday \u202etalks"), ADDRESS)


def rendered(source: str) -> str:
    """The text that a reader of the Markdown sees, and the links' targets in angle brackets."""
    seen = []
    for block in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(source):
        assert block.type in {
            *("blockquote_open", "blockquote_close", "paragraph_open", "paragraph_close", "inline"),
        }
        for piece in block.children or ():
            assert piece.type in {"text", "text_special", "link_open", "link_close"}
            seen.append(piece.content)
    return " ".join("".join(seen).split())


texts = st.text(st.sampled_from("ab 1.)(-+=*_`~#>|[]{}<>&;!\\\"'“”$%^\n\té"), max_size=30)


@given(texts, texts, st.sampled_from(Kind))
def test_whatever_was_said_markdown_shows_it_as_it_was(said: str, title: str, kind: Kind) -> None:
    shown = rendered(markdown(saying(said, title, kind=kind), ADDRESS))
    assert "".join(said.split()).removesuffix(",") in shown.replace(" ", "")
    assert "".join(title.split()) in shown.replace(" ", "")


@given(texts, texts)
def test_whatever_was_said_a_bibtex_entry_ends_where_it_should(said: str, title: str) -> None:
    depth = 0
    entry = bibtex(saying(said, title), ADDRESS)
    for place, character in enumerate(entry):
        depth += (character == "{") - (character == "}")
        assert depth > 0 or place < entry.index("{") or place == len(entry) - 1
    assert depth == 0
    assert not re.search(r"(?<!\\)[%&#$_^~]", entry.partition("note = ")[2].partition(r"\url")[0])


def test_csl_json_is_read_back() -> None:
    (item,) = json.loads(csl_json(found(CORRIDOR, 1), ADDRESS))
    statement_id = CORRIDOR.extraction.statements[1].id
    assert (item["id"], item["type"], item["title"]) == (
        f"demarche-{statement_id}",
        "article-newspaper",
        "Friday talks",
    )
    assert item["container-title"] == "Lowland Gazette"
    assert item["issued"] == {"date-parts": [[2024, 5, 10]]}
    assert item["URL"] == "https://gazette.example/friday-talks"
    assert item["note"].startswith("Probably Anna Petrosjan, ambassador (Armenia), said in May 2024: “We will never")
    assert item["note"].endswith(ADDRESS)


def test_csl_json_has_no_member_for_what_is_not_known() -> None:
    (item,) = json.loads(csl_json(found(UNDATED), ADDRESS))
    assert "issued" not in item
    assert "container-title" not in item
    assert item["URL"] == ADDRESS


def test_a_whole_article_is_cited_without_words() -> None:
    address = "https://demarche.example/articles/x"
    plain, markdown, bibtex, csl = (each.text for each in citations_of_article(head(CORRIDOR.article), address))
    assert plain == (
        f"“Friday talks”, Lowland Gazette, 10 May 2024. https://gazette.example/friday-talks (via Demarche: {address})"
    )
    assert markdown == (
        f"[Friday talks](https://gazette.example/friday-talks), Lowland Gazette, 10 May 2024, [Demarche]({address})"
    )
    assert bibtex.startswith(f"@misc{{demarche-{CORRIDOR.article.id},\n  title = {{{{Friday talks}}}},")
    assert f"note = {{\\url{{{address}}}}}" in bibtex
    assert json.loads(csl)[0]["URL"] == "https://gazette.example/friday-talks"
    assert json.loads(csl)[0]["note"] == address
