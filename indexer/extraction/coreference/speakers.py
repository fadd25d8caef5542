"""Speakers: from what the cast of an article says of a mention to name, role, organisation and countries."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from rapidfuzz.fuzz import partial_ratio

from indexer.extraction.annotation.places.cities import city
from indexer.extraction.coreference.entities import Entity, Sort
from indexer.extraction.coreference.locations import ARTICLE, Locations
from indexer.extraction.coreference.resolution import PRONOUNS, Resolution
from indexer.extraction.document.layout import HEADLINE, OPENING, without_dateline
from indexer.extraction.lang.en.places import CLUES
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.annotation import Annotations, Place, ToponymKind
from indexer.extraction.model.attribution import Attribution
from indexer.extraction.model.document import Document
from schemas.statement import Kind, Span, Speaker

STATE_WORDS = word_list("words-of-state")
NEAR = 400  # characters between two quotes of one speaker
ALIKE = 75  # rapidfuzz partial ratio: a headline drops words of the quote, and keeps the rest in its order
SENT = re.compile(r"\b(?:ambassador|envoy|representative|rapporteur|high commissioner)\b", re.IGNORECASE)
OF_A_STATE = frozenset("ministry government army navy military parliament presidency cabinet junta police".split())
ARMED = frozenset(("Army", "Force", "Forces", "Guard"))
DOCUMENT = re.compile(
    r"\A(?:an? |the )?(?:\w+ ){0,2}?(?:statement|letter|note|report|post|message|communiqué|press release|document)"
    r" (?:of|by|from|issued by|released by|published by|signed by) ",
    re.IGNORECASE,
)
# What speaks for the country that stands beside it, though it is neither an office nor a body.
SIDES = re.compile(
    r"\b(?:side|leadership|troops|soldiers|sources?|negotiators?|camp|team|capital"
    r"|state (?:media|television|tv|radio|news agency|broadcaster))\b",
    re.IGNORECASE,
)
OFFICIALS_OF_A_TOWN = re.compile(
    r"\b(?i:officials?|authorities|police|administration|commanders?|officers?) in "
    r"(?P<town>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"
)
# Offices that only one state has by that name, where its name is left out.
AT_HOME = (
    (
        re.compile(
            r"\b(?:senator|sen|rep|house speaker|governor|congress(?:wo)?man|treasury secretary"
            r"|secretary of state|defen[sc]e secretary|attorney general|press secretary)\b",
            re.IGNORECASE,
        ),
        "US",
    ),
    (
        re.compile(
            r"\b(?:foreign secretary|home secretary|chancellor of the exchequer|defence secretary)\b", re.IGNORECASE
        ),
        "GB",
    ),
    (re.compile(r"\b(?:pope|pontiff)\b", re.IGNORECASE), "VA"),
    (re.compile(r"\b(?:taoiseach|tánaiste)\b", re.IGNORECASE), "IE"),
)


class Speakers:
    """Answers for each report of one article who speaks."""

    def __init__(
        self,
        document: Document,
        annotations: Annotations,
        attributions: Sequence[Attribution],
    ):
        self.text = document.text
        self.annotations = annotations
        mentions = [attribution.mention for attribution in attributions if attribution.mention is not None]
        hidden = [span for attribution in attributions if attribution.kind is Kind.DIRECT for span in attribution.spans]
        self.paragraph_starts = [paragraph.span.start for paragraph in document.paragraphs]
        starts = [sentence.start for sentence in document.sentences]
        self._locations: dict[int, Locations] = {}  # by the paragraph's number
        self.counts = Counter(code for place in annotations.places for code in place.codes)
        self.home = self._home(annotations.title_places)
        self.resolution = Resolution(self.annotations, mentions, hidden, starts, self.home)

    def of_attributions(self, attributions: Sequence[Attribution]) -> list[Speaker | None]:
        """For each of `reports`, which are in the order of the text.

        A quote that names nobody and has no cue goes on with the one before it; a headline that is all quotation has
        the speaker of the quote that it shortens.
        """
        speakers: list[Speaker | None] = []
        for index, attribution in enumerate(attributions):
            speaker = self.speaker(attribution.mention)
            if speaker is None and attribution.mention is None and attribution.cue is None:
                if index and self._goes_on(attributions[index - 1], attribution):
                    speaker = speakers[-1]
                elif attribution.spans[0].start < HEADLINE:
                    speaker = self._shortened(attribution, attributions[index + 1 :])
            speakers.append(speaker)
        return speakers

    def _goes_on(self, before: Attribution, attribution: Attribution) -> bool:
        between = self.text[before.spans[-1].end : attribution.spans[0].start]
        return len(between) < NEAR and between.count("\n\n") < 2

    def _shortened(self, attribution: Attribution, later: Sequence[Attribution]) -> Speaker | None:
        words = " ".join(span.of(self.text) for span in attribution.spans).lower()
        for other in later:
            said = " ".join(span.of(self.text) for span in other.spans).lower()
            if other.mention is not None and partial_ratio(words, said) >= ALIKE:
                return self.speaker(other.mention)
        return None

    def is_present(self, mention: Span | None) -> bool:
        """Whether a person or a body speaks, who can be at a meeting, and not a state by its name or capital."""
        entity = self.resolution.at(mention) if mention is not None else None
        return entity is None or entity.sort is not Sort.STATE

    def speaker(self, mention: Span | None) -> Speaker | None:
        """None where nobody is named, or a pronoun has nobody to stand for."""
        words = " ".join(mention.of(self.text).split()) if mention is not None else ""
        if mention is None or not words:
            return None
        entity = self.resolution.at(mention)
        words = without_dateline(words, Span(0, len(words))).of(words)
        if entity is not None and entity.sort is not Sort.STATE:
            words = DOCUMENT.sub("", words)
        plain = ARTICLE.sub("", words, count=1) or words
        if entity is None:
            if words.lower() in PRONOUNS:
                return None
            return Speaker(plain, mention, countries=self._of_a_side(mention, words))
        name = entity.name
        if (entity.sort is Sort.STATE and words.lower() not in PRONOUNS) or (not entity.parts and name in plain):
            name = plain
        codes = entity.codes or self._inherited(entity, mention, words)
        return Speaker(
            ARTICLE.sub("", name, count=1) or name,
            mention,
            entity.role,
            entity.organisation,
            () if entity.nobody else tuple(sorted(codes)),
        )

    def _of_a_side(self, mention: Span, words: str) -> tuple[str, ...]:
        """ "The Polish side", "Iranian sources"."""
        side = SIDES.search(self.text, *mention)
        if side is None:
            return ()
        return tuple(
            sorted({code for place in self.annotations.places_in(mention.start, side.start()) for code in place.codes})
        )

    def _inherited(self, entity: Entity, mention: Span, words: str) -> set[str]:
        """Whose office it is where the text leaves it out: that of the dateline, of the house or the town at hand."""
        if entity.territories or entity.nobody:
            return set()
        if entity.sort is Sort.BODY and entity.name.split()[-1].lower() in OF_A_STATE and not entity.plural:
            return self._of_the_paragraph(entity.first) or set(self.home)
        if entity.sort is not Sort.PERSON:
            return set()
        town = OFFICIALS_OF_A_TOWN.search(words)
        if town is not None:
            countries = {code for place in self.annotations.places_in(*mention) for code in place.codes}
            code = city(town["town"])
            return countries or ({code} if code else set())
        if not entity.official or entity.plural or _has_a_name_of_its_own(entity.organisation or ""):
            return set()
        if SENT.search(entity.role or "") and not entity.organisation:
            return set()  # at home elsewhere, or sent by several states
        for pattern, code in AT_HOME:
            at_home = code in self.counts or (code == "US" and self._is_american)
            if pattern.search(entity.role or entity.name) and at_home:
                return {code}
        return self._of_the_paragraph(entity.first) or set(self.home)

    @cached_property
    def _is_american(self) -> bool:
        return CLUES["US"].search(self.text) is not None

    def _of_the_paragraph(self, position: int) -> set[str]:
        """From a house of state, or from where the paragraph's earlier sentences are set."""
        index = max(0, bisect_right(self.paragraph_starts, position) - 1)
        if index not in self._locations:
            start = self.paragraph_starts[index] if self.paragraph_starts else 0
            end = self.paragraph_starts[index + 1] if index + 1 < len(self.paragraph_starts) else len(self.text)
            self._locations[index] = Locations.of(self.text, start, self.annotations.places_in(start, end))
        sentences = self.resolution.sentence_starts
        number = bisect_right(sentences, position)
        begin = sentences[max(0, number - 1)] if sentences else 0
        close = sentences[number] if number < len(sentences) else len(self.text)
        return self._locations[index].codes(position, begin, close)

    def _home(self, in_title: Sequence[Place]) -> tuple[str, ...]:
        """The country of the dateline, else the first of the title, else the only one named."""
        for place in self.annotations.places_in(0, OPENING):
            opens = place.span.start == 0 or self.text[place.span.start - 1] == "\n"
            if place.kind is ToponymKind.CAPITAL and not place.stands and opens:
                return place.codes
        for place in in_title:
            if place.codes:
                return place.codes
        return tuple(self.counts) if len(self.counts) == 1 else ()


def _has_a_name_of_its_own(organisation: str) -> bool:
    """ "Rapid Support Forces", "Karen National Army": armed, but not known to be a state's."""
    *before, last = organisation.split() or [""]
    return last in ARMED and any(word[0].isupper() and word.lower() not in STATE_WORDS for word in before)
