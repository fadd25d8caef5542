"""From tokens to the tree, by recursive descent.

    query   = any
    any     = all (OR all)*
    all     = (AND? item)+
    item    = (NOT | "-") item | "(" any ")" | word | prefix* | "phrase"

Words stand for "all of them": OR binds less than that. Punctuation by itself is passed over, as it is in the texts.
luqum was tried and left: it knows Lucene's whole syntax, so that it takes "10:30" and every URL for fields, refuses
a backslash, knows no curly quotation marks, and its errors name a place only within a sentence.
"""

from __future__ import annotations

from search.analysis import stems, words
from search.errors import QueryError
from search.language.lexer import Kind, Lexeme, fault, lexemes
from search.language.tree import All, Either, Leaf, Node, Not, Phrase, Prefix, Words

MAX_LEAVES = 50
MAX_DEPTH = 20
MIN_PREFIX = 2  # characters: a shorter one stands for a good part of all words
STARTS = (Kind.WORD, Kind.PREFIX, Kind.PHRASE, Kind.NOT, Kind.OPEN, Kind.AND)


def parse(q: str) -> Node | None:
    """The tree of `q`, or None where it is blank, which asks for everything. Any text parses or raises QueryError."""
    found = list(lexemes(q))
    if not q.strip():
        return None
    parser = Parser(found)
    node = parser.either(0)
    if parser.at < len(found):
        hint = "open a group before it, or leave it out"
        raise fault("unbalanced-group", "this parenthesis closes no group", found[parser.at].position, hint)
    if node is None:
        start = len(q) - len(q.lstrip())
        raise fault("no-words", "there is no word in the query", start, "search for words of letters or digits")
    return node


class Parser:
    def __init__(self, found: list[Lexeme]):
        self.found = found
        self.at = 0
        self.leaves = 0

    def peek(self) -> Kind | None:
        return self.found[self.at].kind if self.at < len(self.found) else None

    def take(self) -> Lexeme:
        self.at += 1
        return self.found[self.at - 1]

    def either(self, depth: int) -> Node | None:
        branches = [self.all(depth)]
        operators = []
        while self.peek() is Kind.OR:
            operators.append(self.take())
            branches.append(self.all(depth))
        if operators:
            for operator, left, right in zip(operators, branches, branches[1:], strict=False):
                if left is None or right is None:
                    raise lone(operator)
        nodes = tuple(branch for branch in branches if branch is not None)
        return Either(nodes) if len(nodes) > 1 else next(iter(nodes), None)

    def all(self, depth: int) -> Node | None:
        nodes: list[Node] = []
        while self.peek() in STARTS:
            operator = self.take() if self.peek() is Kind.AND else None
            node = self.item(depth) if self.peek() in STARTS and self.peek() is not Kind.AND else None
            if operator and (node is None or not nodes):
                raise lone(operator)
            if node is not None:
                nodes.append(node)
        return All(tuple(nodes)) if len(nodes) > 1 else next(iter(nodes), None)

    def item(self, depth: int) -> Node | None:
        lexeme = self.take()
        if depth >= MAX_DEPTH:
            raise too_complex(lexeme, "the query is nested too deeply")
        match lexeme.kind:
            case Kind.NOT:
                node = self.item(depth + 1) if self.peek() in STARTS and self.peek() is not Kind.AND else None
                if node is None:
                    raise lone(lexeme)
                return Not(node)
            case Kind.OPEN:
                return self.group(lexeme, depth + 1)
        return self.leaf(lexeme)

    def group(self, opening: Lexeme, depth: int) -> Node:
        node = self.either(depth)
        if self.peek() is not Kind.CLOSE:
            raise fault("unbalanced-group", "this parenthesis is never closed", opening.position, "close it with )")
        self.take()
        if node is None:
            raise fault("empty-group", "there is no word in this group", opening.position, "leave the group out")
        return node

    def leaf(self, lexeme: Lexeme) -> Leaf | None:
        self.leaves += 1
        if self.leaves > MAX_LEAVES:
            raise too_complex(lexeme, f"the query has more than {MAX_LEAVES} words and phrases")
        match lexeme.kind:
            case Kind.PHRASE:
                return phrase(lexeme)
            case Kind.PREFIX:
                return prefix(lexeme)
        found = stems(lexeme.text)
        return Words(tuple(found)) if found else None


def phrase(lexeme: Lexeme) -> Phrase:
    found = words(lexeme.text)
    if not found:
        hint = "write words between the quotation marks, or leave them out"
        raise fault("empty-phrase", "there is no word between these quotation marks", lexeme.position, hint)
    return Phrase(tuple(found))


def prefix(lexeme: Lexeme) -> Prefix:
    found = words(lexeme.text)
    if len(found) != 1 or len(found[0]) < MIN_PREFIX:
        hint = "write two letters or more of one word before the asterisk"
        raise fault("bad-prefix", "this is no beginning of a word to search for", lexeme.position, hint)
    return Prefix(found[0])


def lone(operator: Lexeme) -> QueryError:
    name = operator.text
    sides = "after it" if operator.kind is Kind.NOT else "on both sides of it"
    hint = f"write a word {sides}" + (f', or "{name}" to search for the word' if name.isalpha() else "")
    return fault("lone-operator", f"{name} has nothing {sides}", operator.position, hint)


def too_complex(lexeme: Lexeme, detail: str) -> QueryError:
    return fault("too-complex", detail, lexeme.position, "use fewer words, phrases and groups")
