"""From tokens to the tree, by recursive descent.

    query   = any
    any     = all (OR all)*
    all     = (AND? item)+
    item    = (NOT | "-") item | "(" any ")" | prefix* | fuzzy~ | field:value | text (NEAR text)*
    text    = word | "phrase"

Words stand for "all of them": OR binds less than that. Punctuation by itself is passed over, as it is in the texts.
luqum was tried and left: it knows Lucene's whole syntax, so that it takes "10:30" and every URL for fields, refuses
a backslash, knows no curly quotation marks, and its errors name a place only within a sentence.
"""

from __future__ import annotations

from search.errors import QueryError
from search.language.faults import fault, lone, too_complex
from search.language.field_values import filter_of
from search.language.lexer import Kind, Lexeme, lexemes
from search.language.tree import All, Either, Fuzzy, Near, Node, Not, Phrase, Prefix, Words
from search.text.analysis import stems, words
from search.text.compounds import joined_stem

MAX_LEAVES = 50
MAX_NEARS = 10  # each is looked for in both orders, in texts and titles
MAX_LOOSE = 10  # prefixes and other spellings: each stands for any number of words
MAX_DEPTH = 10  # groups: each may take two of the 30 levels that Elasticsearch allows
MAX_DISTANCE = 20  # words; nothing is near beyond a sentence
MIN_PREFIX = 2  # characters: a shorter one stands for a good part of all words
MIN_FUZZY = {1: 3, 2: 5}  # characters by edits, for the same reason
TEXTS = (Kind.WORD, Kind.PHRASE)
STARTS = (*TEXTS, Kind.PREFIX, Kind.FUZZY, Kind.FIELD, Kind.NOT, Kind.OPEN, Kind.AND)


def parse(q: str) -> Node | None:
    """The tree of `q`, or None where it is blank, which asks for everything. Any text parses or raises QueryError."""
    found = list(lexemes(q))
    if not q.strip():
        return None
    parser = Parser(found)
    node = parser.either(0)
    if parser.at < len(found):
        parser.refuse_rest()
    if node is None:
        start = len(q) - len(q.lstrip())
        raise fault("no-words", "there is no word in the query", start, "search for words of letters or digits")
    return node


class Parser:
    def __init__(self, found: list[Lexeme]):
        self.found = found
        self.at = 0
        self.leaves = 0
        self.nears = 0
        self.loose = 0

    def peek(self) -> Kind | None:
        return self.found[self.at].kind if self.at < len(self.found) else None

    def take(self) -> Lexeme:
        self.at += 1
        return self.found[self.at - 1]

    def refuse_rest(self) -> None:
        """What no rule took: a parenthesis too many, or a NEAR that has no text before it."""
        lexeme = self.found[self.at]
        if lexeme.kind is Kind.NEAR:
            raise bad_operand(lexeme) if self.at else lone_operator(lexeme)
        hint = "open a group before it, or leave it out"
        raise fault("unbalanced-group", "this parenthesis closes no group", lexeme.position, hint)

    def either(self, depth: int) -> Node | None:
        branches = [self.all(depth)]
        operators = []
        while self.peek() is Kind.OR:
            operators.append(self.take())
            branches.append(self.all(depth))
        if operators:
            for operator, left, right in zip(operators, branches, branches[1:], strict=False):
                if left is None or right is None:
                    raise lone_operator(operator)
        nodes = tuple(branch for branch in branches if branch is not None)
        return Either(nodes) if len(nodes) > 1 else next(iter(nodes), None)

    def all(self, depth: int) -> Node | None:
        nodes: list[Node] = []
        while self.peek() in STARTS:
            operator = self.take() if self.peek() is Kind.AND else None
            node = self.item(depth) if self.peek() in STARTS and self.peek() is not Kind.AND else None
            if operator and (node is None or not nodes):
                raise lone_operator(operator)
            if node is not None:
                nodes.append(node)
        return All(tuple(nodes)) if len(nodes) > 1 else next(iter(nodes), None)

    def item(self, depth: int) -> Node | None:
        lexeme = self.take()
        if depth >= MAX_DEPTH:
            raise too_complex("the query is nested too deeply", lexeme.position)
        match lexeme.kind:
            case Kind.NOT:
                node = self.item(depth + 1) if self.peek() in STARTS and self.peek() is not Kind.AND else None
                if node is None:
                    raise lone_operator(lexeme)
                return Not(node)
            case Kind.OPEN:
                return self.group(lexeme, depth + 1)
        self.count(lexeme)
        match lexeme.kind:
            case Kind.PREFIX:
                return prefix(lexeme)
            case Kind.FUZZY:
                return fuzzy(lexeme)
            case Kind.FIELD:
                return filter_of(lexeme.text, ((value.text, value.position) for value in lexeme.values))
        return self.text(lexeme)

    def group(self, opening: Lexeme, depth: int) -> Node:
        node = self.either(depth)
        if self.peek() is not Kind.CLOSE:
            if self.peek() is Kind.NEAR:
                self.refuse_rest()
            raise fault("unbalanced-group", "this parenthesis is never closed", opening.position, "close it with )")
        self.take()
        if node is None:
            raise fault("empty-group", "there is no word in this group", opening.position, "leave the group out")
        return node

    def text(self, first: Lexeme) -> Node | None:
        """A word or phrase, or several with NEAR between: then each is near the next."""
        if self.peek() is not Kind.NEAR:
            return text(first)
        pairs: list[Near] = []
        left = first
        while self.peek() is Kind.NEAR:
            operator = self.take()
            if self.peek() is None:
                raise lone_operator(operator)
            if self.peek() not in TEXTS:
                raise bad_operand(operator)
            right = self.take()
            self.count(right)
            self.nears += 1
            if self.nears > MAX_NEARS:
                raise too_complex(f"the query has NEAR more than {MAX_NEARS} times", operator.position)
            pairs.append(near(left, operator, right))
            left = right
        return All(tuple(pairs)) if len(pairs) > 1 else pairs[0]

    def count(self, leaf: Lexeme) -> None:
        self.leaves += 1
        if self.leaves > MAX_LEAVES:
            raise too_complex(f"the query has more than {MAX_LEAVES} words and phrases", leaf.position)
        self.loose += leaf.kind in (Kind.PREFIX, Kind.FUZZY)
        if self.loose > MAX_LOOSE:
            raise too_complex(f"the query has more than {MAX_LOOSE} words with * or ~", leaf.position)


def text(lexeme: Lexeme) -> Words | Phrase | None:
    if lexeme.kind is Kind.PHRASE:
        return phrase(lexeme)
    found = stems(lexeme.text)
    return Words(tuple(found), joined_stem(lexeme.text) if len(found) > 1 else "") if found else None


def phrase(lexeme: Lexeme) -> Phrase:
    found = words(lexeme.text)
    if not found:
        hint = "write words between the quotation marks, or leave them out"
        raise fault("empty-phrase", "there is no word between these quotation marks", lexeme.position, hint)
    return Phrase(tuple(found))


def near(left: Lexeme, operator: Lexeme, right: Lexeme) -> Near:
    """With one of them quoted both are taken as they are written, since stems are counted apart from words."""
    if not 1 <= operator.number <= MAX_DISTANCE:
        detail = f"NEAR takes a number of words from 1 to {MAX_DISTANCE}"
        raise fault("bad-distance", detail, operator.position, "write NEAR/5, or NEAR by itself")
    exact = Kind.PHRASE in (left.kind, right.kind)
    sides = [quoted(side) if exact else text(side) for side in (left, right)]
    if sides[0] is None or sides[1] is None:
        raise lone_operator(operator)
    return Near(sides[0], sides[1], operator.number)


def quoted(lexeme: Lexeme) -> Phrase | None:
    if lexeme.kind is Kind.PHRASE:
        return phrase(lexeme)
    found = words(lexeme.text)
    return Phrase(tuple(found)) if found else None


def prefix(lexeme: Lexeme) -> Prefix:
    found = words(lexeme.text)
    if len(found) != 1 or len(found[0]) < MIN_PREFIX:
        hint = "write two letters or more of one word before the asterisk"
        raise fault("bad-prefix", "this is no beginning of a word to search for", lexeme.position, hint)
    return Prefix(found[0])


def fuzzy(lexeme: Lexeme) -> Fuzzy:
    found = words(lexeme.text)
    at = lexeme.position + len(lexeme.text)
    if lexeme.number not in MIN_FUZZY:
        raise fault("bad-fuzzy", "a word can be one or two letters off", at, "write ~1 or ~2 behind the word")
    shortest = MIN_FUZZY[lexeme.number]
    if len(found) != 1 or len(found[0]) < shortest:
        hint = f"write one word of {shortest} letters or more before ~{lexeme.number}"
        raise fault("bad-fuzzy", "this is no word to search for with other spellings", lexeme.position, hint)
    return Fuzzy(found[0], lexeme.number)


def lone_operator(operator: Lexeme) -> QueryError:
    sides = "after it" if operator.kind is Kind.NOT else "on both sides of it"
    return lone(operator.text, operator.position, sides)


def bad_operand(operator: Lexeme) -> QueryError:
    hint = 'write "grain corridor" NEAR/5 closed, or near in small letters to search for the word'
    return fault("bad-operand", "NEAR stands between two words or phrases", operator.position, hint)
