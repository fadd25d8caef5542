from indexer.extraction.assembly.contexts import LONGEST, contexts
from indexer.extraction.document.reading import read_document
from schemas.article import Article
from schemas.statement import Context
from tests.indexer.extraction.marked import marked


def around(text: str) -> list[Context]:
    plain, attributions = marked(text)
    return list(contexts(read_document(Article(plain)), attributions))


def test_the_sentences_before_and_behind() -> None:
    assert around("It rained. Then [[Ilk]] said {{no}}. It stopped. It thawed.") == [
        Context("It rained.", "It stopped.")
    ]


def test_nothing_at_the_edges() -> None:
    assert around("[[Ilk]] said {{no}}.") == [Context("", "")]


def test_the_cue_belongs_to_the_statement() -> None:
    assert around("It rained. “{{No.}}” So [[Ilk]] <<said>>. It stopped.") == [Context("It rained.", "It stopped.")]


def test_of_a_long_sentence_the_part_next_to_it() -> None:
    long = f"{'very ' * LONGEST}long"
    (context,) = around(f"It was {long}. [[Ilk]] said {{{{no}}}}. It was {long}.")
    assert context.before.startswith("… ")
    assert context.before.endswith("very long.")
    assert context.after.startswith("It was very")
    assert context.after.endswith(" …")
    assert max(len(context.before), len(context.after)) <= LONGEST + 2
