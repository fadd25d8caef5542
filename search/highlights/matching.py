"""Where the leaves of a query stand in a text, as both engines find them. Takes time linear in the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

from rapidfuzz.distance.OSA import distance as edits_between

from search.language import Fuzzy, Near, Phrase, Prefix, Words
from search.language.tree import Leaf
from search.text.analysis import Located, stem
from search.text.compounds import Compound, compounds

Range = tuple[int, int]


class Forms:
    """Stems or words of a text in their order, and which of its words have them."""

    def __init__(self, forms: Sequence[str], of: Sequence[int]):
        self.forms = forms
        self.of = of

    @cached_property
    def joined(self) -> str:
        return f" {' '.join(self.forms)} "

    @cached_property
    def begins(self) -> list[int]:
        """Where in `joined` each begins."""
        places = [1]
        for form in self.forms:
            places.append(places[-1] + len(form) + 1)
        return places

    def runs(self, wanted: Sequence[str]) -> Iterator[Range]:
        """Where these stand next to each other: the places of the first and the last among the forms.

        Several are looked for as one text, which takes linear time whatever repeats in it.
        """
        if len(wanted) == 1:
            yield from ((at, at) for at in self.places_of(wanted[0]))
            return
        text, at = f" {' '.join(wanted)} ", -1
        while (at := self.joined.find(text, at + 1)) >= 0:
            first = bisect_left(self.begins, at + 1)
            yield first, first + len(wanted) - 1

    def places_of(self, wanted: str) -> Iterator[int]:
        at = -1
        for _ in range(self.forms.count(wanted)):
            at = self.forms.index(wanted, at + 1)
            yield at

    def words(self, runs: Iterable[Range]) -> set[Range]:
        """As the places of the text's words."""
        return {(self.of[first], self.of[last]) for first, last in runs}


class Analysed:
    def __init__(self, text: str):
        self.text = text
        self.located = Located(text)

    @cached_property
    def words(self) -> Forms:
        return Forms(self.located.words, range(len(self.located.words)))

    @cached_property
    def stems(self) -> Forms:
        """Without those of possessives, which have none."""
        stems = self.located.stems
        if "" not in stems:
            return Forms(stems, range(len(stems)))
        having = [at for at, form in enumerate(stems) if form]
        return Forms([stems[at] for at in having], having)

    @cached_property
    def compounds(self) -> list[Compound]:
        return list(compounds(self.text))

    def spans(self, leaf: Leaf) -> list[Range]:
        """Where the leaf matches, in code points."""
        found = [self.between(*run) for run in self.runs(leaf)]
        if isinstance(leaf, Words) and (one := leaf.joined or (leaf.stems[0] if len(leaf.stems) == 1 else "")):
            found += [(each.start, each.end) for each in self.compounds if stem(each.word) == one]
        return found

    def between(self, first: int, last: int) -> Range:
        """From the beginning of one word to the end of another."""
        places = self.located.places
        return places[first].start(), places[last].end()

    def runs(self, leaf: Leaf) -> set[Range]:
        """The first and the last of the text's words where the leaf matches."""
        match leaf:
            case Prefix(start):
                return {(at, at) for at, word in enumerate(self.located.words) if word.startswith(start)}
            case Fuzzy(wanted, edits):
                return {(at, at) for at, word in enumerate(self.located.words) if is_spelling(word, wanted, edits)}
            case Words(wanted, joined):
                one_word = self.stems.runs([joined]) if joined else ()
                return self.stems.words([*self.stems.runs(wanted), *one_word])
            case Phrase(wanted):
                return self.words.words(self.words.runs(wanted))
            case Near(Words(stems=left), Words(stems=right)):
                return near(self.stems, left, right, leaf.distance)
            case Near(Phrase(left), Phrase(right)):
                return near(self.words, left, right, leaf.distance)
        raise AssertionError("the parser puts two of one kind together")


@lru_cache(maxsize=1 << 16)
def is_spelling(word: str, wanted: str, edits: int) -> bool:
    return abs(len(word) - len(wanted)) <= edits and edits_between(word, wanted, score_cutoff=edits) <= edits


def near(forms: Forms, left: Sequence[str], right: Sequence[str], distance: int) -> set[Range]:
    """Those of both with one of the other so many words before or behind: the later begins at most `distance` words
    behind the last of the earlier one.
    """
    ours, theirs = list(forms.runs(left)), list(forms.runs(right))
    return forms.words([*close(ours, theirs, distance), *close(theirs, ours, distance)])


def close(these: Sequence[Range], others: Sequence[Range], distance: int) -> Iterator[Range]:
    """Both in order."""
    firsts, lasts = [first for first, _ in others], [last for _, last in others]
    for first, last in these:
        behind = bisect_left(firsts, last + 1)
        before = bisect_left(lasts, first - distance)
        if (behind < len(firsts) and firsts[behind] <= last + distance) or (
            before < len(lasts) and lasts[before] < first
        ):
            yield first, last
