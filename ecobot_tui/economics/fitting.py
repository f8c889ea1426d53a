"""How well a concept's name fits a question: how much of each the other holds, and what settles a tie."""

import msgspec

from ecobot_tui.economics.words import stem

_CANONICAL_BONUS = 0.02
_LITERAL_BONUS = 0.01
_UNBROKEN_BONUS = 0.03


class Match(msgspec.Struct, frozen=True):
    """A concept that a question may be about."""

    concept: str
    alias: str
    alias_coverage: float
    """Share of the name's weight that stands in the question, 0 to 1."""
    question_coverage: float
    """Share of the question's weight that the name explains, 0 to 1."""
    score: float
    """What orders the matches; it does not decide whether one is good enough."""
    literal: bool = False
    """The question has the very words of the name, but for gender and number; otherwise only their stems."""
    exact: bool = False
    """The question is this name and nothing else, but for the words around it."""
    qualified: bool = False
    """A word that no name holds may make it something else («depresión posparto»), or a correction is far-fetched."""
    corrections: tuple[tuple[str, str], ...] = ()
    """Misspelt words of the question and what they were taken for."""


class Alias(msgspec.Struct, frozen=True):
    """One name of a concept, as the search sees it."""

    concept: str
    text: str
    stems: tuple[str, ...]
    """In alphabetical order, so that weights always add up in the same order and to the same last digit."""
    literal: frozenset[str]
    weight: float
    canonical: bool
    unbroken: str
    """The words of the name as a question holds them when nothing stands in between, between blanks."""
    is_figure: bool
    """It holds nothing but digits."""
    half: float
    """Half its weight."""


class Question(msgspec.Struct, frozen=True):
    """A question as stems: those that count always, and those that count where a name holds them."""

    words: frozenset[str]
    content: frozenset[str]
    framing: frozenset[str]
    weight: float
    text: str
    """All words, between blanks."""
    qualified: bool
    corrections: tuple[tuple[str, str], ...]


class Scored(msgspec.Struct, frozen=True):
    """A name with its figures for one question."""

    alias: Alias
    alias_coverage: float
    question_coverage: float
    score: float
    literal: bool

    def rank(self) -> tuple[float, str, str]:
        """Return what sorts the best first; ties go by name."""
        return (-self.score, self.alias.concept, self.alias.text)

    def match(self, question: Question, *, qualified: bool) -> Match:
        """Return the match in full."""
        alias = self.alias
        used = tuple((wrong, right) for wrong, right in question.corrections if stem(right) in alias.stems)
        return Match(
            alias.concept,
            alias.text,
            round(self.alias_coverage, 9),
            round(self.question_coverage, 9),
            round(self.score, 9),
            literal=self.literal,
            qualified=qualified or question.qualified,
            corrections=used,
        )


def score(alias: Alias, shared: float, explained: float, framed: float, question: Question) -> Scored:
    """Weigh a name against a question: the weight they share, and how much of the question and its frame that is."""
    if question.content:
        # Where the question has a subject, the words around it do not make one («… en economía»).
        question_coverage = (explained + framed) / (question.weight + framed) if explained else 0.0
    else:
        question_coverage = 1.0
    alias_coverage = shared / alias.weight
    literal = alias.literal <= question.words
    score = 0.6 * alias_coverage + 0.4 * question_coverage
    if alias.canonical:
        score += _CANONICAL_BONUS
    if literal:
        # Stems let «capitalismo» meet «capital»; the name with the very words wins.
        score += _LITERAL_BONUS
    if len(alias.stems) > 1 and alias.unbroken in question.text:
        # In «regla fiscal de déficit cero» the words of «déficit fiscal» stand apart.
        score += _UNBROKEN_BONUS
    return Scored(alias, alias_coverage, question_coverage, score, literal)
