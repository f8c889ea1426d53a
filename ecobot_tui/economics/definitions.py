"""Finding a concept by what it means, where a question describes it without its name.

«¿Cómo se llama cuando …?» shares words with a definition rather than with a name. What is found so is a guess: the
words of a description belong to many definitions. The words are indexed when they are first needed, so that starting
costs nothing.
"""

import re
from collections import Counter
from collections.abc import Iterable

import msgspec

from ecobot_tui.economics.holding import Holding
from ecobot_tui.economics.knowledge import Knowledge
from ecobot_tui.economics.spelling import Corrector
from ecobot_tui.economics.words import COMMON_WORDS, EMPTY_WORDS, fold, root, split_words

LEAST_COVERAGE = 0.58
"""Share of a description's weight that an entry must hold to be offered."""
_LEAST_WORDS = 3
_HEAVIEST = 5.5
_READING_WEIGHT = 0.7
_BASIC_BONUS = 0.06
_MEDIUM_BONUS = 0.03
_DENSITY_BONUS = 0.3

# Everyday words and the ones that definitions use for the same.
_SYNONYMS = {
    "plata": "dinero",
    "guita": "dinero",
    "gobierno": "estado",
    "laburo": "trabajo",
    "empleo": "trabajo",
    "sueldo": "salario",
    "fabrica": "empresa",
    "firma": "empresa",
    "negocio": "empresa",
    "dolar": "moneda",
    "dolares": "moneda",
    "divisa": "moneda",
    "suben": "aumento",
    "sube": "aumento",
    "subir": "aumento",
    "suba": "aumento",
    "bajan": "caida",
    "baja": "caida",
    "bajar": "caida",
    "gente": "personas",
    "afuera": "exterior",
    "extranjero": "exterior",
    "extra": "adicional",
    "cobra": "paga",
    "cobran": "paga",
    "cobrar": "paga",
}
# What frames a description and tells nothing about the concept.
_FRAME = frozenset(
    {"llama", "llaman", "dice", "dicen", "nombre", "denomina", "denominan", "recibe", "conoce", "concepto", "termino"}
    | {"palabra", "economia", "economica", "economico", "che", "significa", "explica", "explicame", "cosa", "cosas"}
    | {"pasa", "tipo", "como"}
)
# «Empecé a laburar hace poco, ¿qué es el aguinaldo?»: what stands behind the question word, whatever went before.
_CLAUSE = re.compile(
    r"(?P<told>.*)\b(?:que|q) (?:es|son|fue|fueron|era|eran|seria|significan?|quiere decir) ?"
    r"(?P<asked>(?:(?! (?:y|e|o) (?:por que|para que|como|cual|que|quien|cuando|donde|de que|en que|a quien)\b)"
    r"[^,.;:?!])*+)"
)
_POINTING = frozenset({"eso", "esto", "esa", "ese", "aquello", "bien", "exactamente", "realmente"})
_LONGEST_NAME = 7
"""In words."""
_TELLS_NOTHING = EMPTY_WORDS | _FRAME


class Described(msgspec.Struct, frozen=True):
    """A concept whose text a description resembles."""

    concept: str
    coverage: float
    """Share of the description's weight that the entry holds, 0 to 1."""


class Definitions:
    """The words of all definitions and readings."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._words: _Words | None = None

    def prepare(self) -> None:
        """Index the words now, so that the first question need not wait for it."""
        self._indexed()

    def find(self, question: str, count: int = 3) -> list[Described]:
        """Return up to `count` concepts that the question describes well enough to guess them, best first."""
        words = [word for word in split_words(question) if word not in _TELLS_NOTHING]
        described = self._indexed().find(words, count) if len(words) >= _LEAST_WORDS else []
        return described or self._within(question)

    def _within(self, question: str) -> list[Described]:
        """Find the name that a question asks for at its end, after a story that a search would weigh as well."""
        found = _CLAUSE.search(" ".join(fold(question).split()))
        if found is None:
            return []
        names = self._indexed().names
        asked = [word for word in split_words(found["asked"]) if word not in EMPTY_WORDS and word not in _POINTING]
        if asked:
            name = names.get(tuple(asked))
        else:
            told = [word for word in split_words(found["told"]) if word not in EMPTY_WORDS]
            runs = (
                tuple(told[start : start + length])
                for length in range(_LONGEST_NAME, 0, -1)
                for start in range(len(told) - length, -1, -1)
            )
            name = next((names[run] for run in runs if run in names and not COMMON_WORDS.issuperset(run)), None)
        return [Described(name, LEAST_COVERAGE)] if name is not None else []

    def _indexed(self) -> "_Words":
        words = self._words
        if words is None:
            # Two threads may both build it for the first time; they store equal indexes.
            words = self._words = _Words(self._knowledge)
        return words


class _Words:
    """For each word, the concepts whose text holds it and how much it tells there."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._concepts: list[str] = []
        texts: list[dict[str, float]] = []
        self._bonus: list[float] = []
        self._sizes: list[int] = []
        uses: Counter[str] = Counter()
        for heading in knowledge.headings:
            name = heading.name
            own = split_words(" ".join((name, *heading.aliases, knowledge.wording(name, "definition"))))
            uses.update(own)
            roots = _roots(own)
            words = dict.fromkeys(_roots(split_words(knowledge.wording(name, "reading"))), _READING_WEIGHT)
            texts.append(words | dict.fromkeys(roots, 1.0))
            self._concepts.append(name)
            self._sizes.append(len(roots))
            level = knowledge.wording(name, "level").strip().strip('"')
            self._bonus.append({"básico": _BASIC_BONUS, "medio": _MEDIUM_BONUS}.get(level, 0.0))
        self.names = {
            tuple(word for word in split_words(alias) if word not in EMPTY_WORDS): heading.name
            for heading in knowledge.headings
            for alias in (*heading.aliases, heading.name)
        }
        """Each name without its empty words, and the concept that it stands for."""
        self._holding = Holding(texts, _HEAVIEST)
        self._corrector = Corrector(uses)

    def _meant(self, word: str) -> str:
        """Return the root of a word, mended where no text holds it."""
        known = root(_SYNONYMS.get(word, word))
        if known in self._holding:
            return known
        word = self._corrector.correct(word, 1) or word
        return root(_SYNONYMS.get(word, word))

    def find(self, words: Iterable[str], count: int) -> list[Described]:
        roots = sorted({self._meant(word) for word in words})
        whole = self._holding.whole(roots)
        good: list[tuple[float, str, float]] = []
        for place, score in self._holding.find(roots, LEAST_COVERAGE).items():
            shared = self._holding.shared(roots, place)
            if shared >= _LEAST_WORDS:
                # For an entry that says little else: a long text holds a description's words more easily by chance.
                rank = score / whole + self._bonus[place] + _DENSITY_BONUS * shared / self._sizes[place]
                good.append((-rank, self._concepts[place], score / whole))
        return [Described(concept, round(coverage, 9)) for _, concept, coverage in sorted(good)[:count]]


def _roots(words: Iterable[str]) -> set[str]:
    return {root(_SYNONYMS.get(word, word)) for word in words if word not in _TELLS_NOTHING}
