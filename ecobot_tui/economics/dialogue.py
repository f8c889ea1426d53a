"""One question after another: what «más», «un ejemplo», «¿y el payback?», «2» or «¿y si fuera 20 %?» refer to.

The brain answers a question that stands alone. Here a question that leans on the one before is made to stand alone, or
is answered from what was shown. What is remembered is an explicit value (`Memory`): the caller keeps one for each
conversation and hands it in with every question, so that nothing here belongs to anybody.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from importlib import resources

import msgspec

from ecobot_tui.economics.brain import Answer, Brain
from ecobot_tui.economics.calculators import CALCULATORS, Pending
from ecobot_tui.economics.knowledge import Concept
from ecobot_tui.economics.numbers import find_numbers
from ecobot_tui.economics.presentation import citation, present_example, present_formula, present_reading
from ecobot_tui.economics.words import split_words


class Memory(msgspec.Struct, frozen=True):
    """What a conversation is about. The empty one is where every conversation begins."""

    concept: str | None = None
    """Canonical name of the concept that was explained last."""
    choices: tuple[str, ...] = ()
    """Canonical names that were offered by number just now."""
    calculation: str = ""
    """The question of the last calculation, whole."""
    pending: Pending | None = None
    """A calculation that waits for the datum that was asked for just now."""


_THE = r"(?:el |la |los |las |un |una )?"
_THAT = r"(?: (?:eso|esto))?$"
_ALONE = rf"^(?:que (?:es|son|significan?) |defin\w+ |explic\w+ )?{_THE}(\w+)$"
_MORE = (
    r"^(?:y )?(?:(?:contame|decime|explicame|quiero|dame|algo) )*mas"
    r"(?: (?:detalles?|info(?:rmacion)?|sobre eso|de eso))?$"
)
_FORMULA = rf"^(?:y )?(?:cual es )?(?:como se (?:calcul|comput|mid|sac|obt)\w+|(?:la |su )?formula){_THAT}"
_EXAMPLE = r"^(?:y )?(?:(?:me )?(?:das|dame|tenes|mostrame|poneme|pone) )?(?:un |otro |algun )?ejemplo(?: \w+){0,2}$"
_READING = rf"^(?:y )?(?:como se (?:lee|interpreta)|para que sirve|que quiere decir|que significa){_THAT}"
_DIFFERENCE = (
    r"^(?:y )?(?:en que se diferencia|(?:cual es la |que |la )?diferencia(?: hay| tiene)?) (?:del?|con) "
    rf"{_THE}(.+)$"
)
_SIBLING = rf"^y (?:que es |que son )?{_THE}(.+)$"
_WHAT_IF = (
    r"^(?:y )?(?:que pasa(?:ria)? )?si (?:en vez de eso )?"
    r"(?:fuera|fuese|fueran|fuesen|es|son|seria|sube a|baja a|pongo)\b"
)

NOTHING_SAID = "¿Sobre qué concepto? Preguntame por uno y después te lo amplío."


class Dialogue:
    """Answers questions in the light of what was said before. Pure, as the brain is."""

    def __init__(self, brain: Brain) -> None:
        self._brain = brain
        self._meanings = _meanings(brain)

    @property
    def brain(self) -> Brain:
        """The brain behind it."""
        return self._brain

    def answer(self, question: str, memory: Memory) -> tuple[Answer | None, Memory]:
        """Return the answer, None where it takes a model or is not known, and what to remember."""
        words = " ".join(split_words(question))
        for follow in (self._chosen, self._completed, self._meaning, self._part, self._what_if, self._sibling):
            if (found := follow(question, words, memory)) is not None:
                return found
        return self._standing_alone(question, memory)

    def _standing_alone(self, question: str, memory: Memory) -> tuple[Answer | None, Memory]:
        answer = self._brain.answer(question)
        if answer is None:
            return None, Memory(memory.concept, calculation=memory.calculation)
        calculation = question if answer.route == "cálculo" and answer.pending is None else memory.calculation
        return answer, Memory(answer.concept or memory.concept, calculation=calculation, pending=answer.pending)

    def _chosen(self, question: str, words: str, memory: Memory) -> tuple[Answer | None, Memory] | None:
        """Take «2» after a numbered question."""
        if not memory.choices or not re.fullmatch(r"(?:la |el |opcion |numero )*\d{1,2}", words):
            return None
        number = int(words.split()[-1])
        if not 1 <= number <= len(memory.choices):
            return _said(f"Elegí un número entre 1 y {len(memory.choices)}.", "elección fuera de rango"), memory
        return self._standing_alone(memory.choices[number - 1], memory)

    def _completed(self, question: str, words: str, memory: Memory) -> tuple[Answer | None, Memory] | None:
        """Take the datum that was asked for."""
        pending = memory.pending
        if pending is None or len(words.split()) > 8 or len(find_numbers(question)) != 1:
            return None
        calculator = next((one for one in CALCULATORS if one.id == pending.calculator), None)
        if calculator is None:
            return None
        whole = f"{pending.question}, {calculator.input(pending.missing).name} {question}"
        answer = self._brain.answer(whole)
        if answer is None or answer.route != "cálculo" or answer.pending is not None:
            return None
        return answer, Memory(memory.concept, calculation=whole)

    def _meaning(self, question: str, words: str, memory: Memory) -> tuple[Answer | None, Memory] | None:
        """Ask back a word alone that means several things."""
        alone = re.match(_ALONE, words)
        word, choices = self._meanings.get(alone.group(1), ("", ())) if alone else ("", ())
        if not choices:
            return None
        options = "\n".join(f"{number}. {name}" for number, name in enumerate(choices, start=1))
        text = f"«{word.capitalize()}» puede ser varias cosas. ¿Cuál?\n{options}\nRespondé con el número."
        return _said(text, f"palabra con varios sentidos: {word}"), Memory(memory.concept, choices)

    def _part(self, question: str, words: str, memory: Memory) -> tuple[Answer | None, Memory] | None:
        """Answer «más», «un ejemplo», «¿cómo se calcula?»."""
        wants_more = re.match(_MORE, words)
        part = next((part for pattern, part in _PARTS if re.match(pattern, words)), None)
        if not wants_more and part is None:
            return None
        entry = self._brain.entry(memory.concept) if memory.concept else None
        if entry is None:
            return _said(NOTHING_SAID, "ampliación sin concepto"), memory
        text = part(entry) if part else self._brain.more(entry.name) or present_example(entry)
        kept = Memory(entry.name, calculation=memory.calculation)
        return Answer("local", f"más sobre {entry.name}", text, citation(entry), sure=True, concept=entry.name), kept

    def _what_if(self, question: str, words: str, memory: Memory) -> tuple[Answer | None, Memory] | None:
        """Answer «¿y si fuera 20 %?»: the last calculation, with that datum."""
        numbers = find_numbers(question)
        if not memory.calculation or len(numbers) != 1 or not re.match(_WHAT_IF, words):
            return None
        datum = numbers[0]
        alike = [one for one in find_numbers(memory.calculation) if one.percent == datum.percent]
        if len(alike) != 1:
            return None
        old, new = alike[0], question[datum.start : datum.end]
        changed = memory.calculation[: old.start] + new + memory.calculation[old.end :]
        return self._standing_alone(changed, memory)

    def _sibling(self, question: str, words: str, memory: Memory) -> tuple[Answer | None, Memory] | None:
        """Answer «¿y el payback?», «¿en qué se diferencia del bono?»."""
        if memory.concept and (difference := re.match(_DIFFERENCE, words)):
            found = self._standing_alone(f"diferencia entre {memory.concept} y {difference.group(1)}", memory)
        elif sibling := re.match(_SIBLING, words):
            found = self._standing_alone(sibling.group(1), memory)
        else:
            return None
        return found if found[0] is not None and found[0].sure else None


def _said(text: str, reason: str) -> Answer:
    return Answer("local", reason, text, "", sure=True)


_PARTS: tuple[tuple[str, Callable[[Concept], str]], ...] = (
    (_FORMULA, present_formula),
    (_EXAMPLE, present_example),
    (_READING, present_reading),
)


class _Word(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: tuple[str, ...]
    meanings: tuple[str, ...]


def _meanings(brain: Brain) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return each ambiguous word by its folded form, with its meanings that have an entry."""
    file = resources.files("ecobot_tui.economics").joinpath("meanings.toml")
    listed = msgspec.convert(tomllib.loads(file.read_text("utf-8"))["word"], list[_Word])
    return {
        " ".join(split_words(word)): (word, tuple(name for name in one.meanings if brain.entry(name) is not None))
        for one in listed
        for word in one.words
    }
