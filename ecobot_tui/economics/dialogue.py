"""One question after another: what «más», «un ejemplo», «¿y el payback?», «2» or «¿y si fuera 20 %?» refer to.

The brain answers a question that stands alone. Here a question that leans on the one before is made to stand alone, or
is answered from what was shown. What is remembered is an explicit value (`Memory`): the caller keeps one for each
conversation and hands it in with every question, so that nothing here belongs to anybody.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

from ecobot_tui.economics import rx
from ecobot_tui.economics.brain import Answer, Brain
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators import Calculator, Pending, Solution, data_of, solution_of
from ecobot_tui.economics.calculators.model import Kind
from ecobot_tui.economics.calculators.quantities import read_question
from ecobot_tui.economics.homonyms import NOT_OURS, is_homonym
from ecobot_tui.economics.knowledge import Concept
from ecobot_tui.economics.languages import IN_SPANISH, in_spanish, other_language
from ecobot_tui.economics.meanings import Meaning, load_meanings
from ecobot_tui.economics.numbers import find_numbers
from ecobot_tui.economics.presentation import citation, present_example, present_formula, present_reading
from ecobot_tui.economics.refusals import refuse
from ecobot_tui.economics.spelling import Corrector
from ecobot_tui.economics.words import fold, split_words

_LEADING_AND = re.compile(r"^[¿\s]*y\s+", re.IGNORECASE)


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
_ALONE = rf"^(?:que (?:es|son|significan?) |defin\w+ |explic\w+ )?{_THE}(.+)$"
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
_SAME_DATA = (
    r"\bdel? (?:\w+ )?(?:mism[oa]|anterior)\b|\bdel? (?:es[ea]|est[ea]) \w+\b"
    r"|\b(?:con|de|para) (?:l[oa]s |es[oa]s |est[oa]s )?(?:mism[oa]s )?(?:datos|numeros|flujos)(?: anteriores)?\b"
)
_WHAT_IF = (
    r"^(?:y )?(?:que pasa(?:ria)? )?si (?:en vez de eso )?"
    r"(?:fuera|fuese|fueran|fuesen|es|son|seria|sube a|baja a|pongo)\b"
)

_LONGEST_DATUM = 8
NOTHING_SAID = "¿Sobre qué concepto? Preguntame por uno y después te lo amplío."


class Dialogue:
    """Answers questions in the light of what was said before. Pure, as the brain is."""

    def __init__(self, brain: Brain) -> None:
        self._brain = brain
        self._meanings = load_meanings(lambda name: brain.entry(name) is not None)
        self._corrector = Corrector(dict.fromkeys(self._meanings, 1))

    @property
    def brain(self) -> Brain:
        """The brain behind it."""
        return self._brain

    def answer(self, question: str, memory: Memory) -> tuple[Answer | None, Memory]:
        """Return the answer, None where it takes a model or is not known, and what to remember."""
        if (refusal := refuse(question)) is not None:
            return _said(refusal.text, f"{refusal.kind}: {refusal.reason}"), memory
        if is_homonym(question):
            return _said(NOT_OURS, "palabra de economía en otro sentido"), memory
        if other_language(question) is not None:
            return self._translated(question, memory)
        found = self._in_spanish(question, memory)
        # A foreign term alone («¿qué es unemployment?») stands in a Spanish question.
        return found if found[0] is not None else self._translated(question, memory)

    def _translated(self, question: str, memory: Memory) -> tuple[Answer | None, Memory]:
        """Answer a question that is not in Spanish, in Spanish, where it can be read so."""
        spanish = in_spanish(question)
        answer, kept = self._in_spanish(spanish, memory) if spanish else (None, memory)
        if answer is None:
            return None, Memory(memory.concept, calculation=memory.calculation)
        return msgspec.structs.replace(answer, text=f"{IN_SPANISH}\n{answer.text}"), kept

    def _in_spanish(self, question: str, memory: Memory) -> tuple[Answer | None, Memory]:
        words = " ".join(split_words(question))
        for follow in (
            self._chosen,
            self._completed,
            self._meaning,
            self._part,
            self._what_if,
            self._other_result,
            self._sibling,
        ):
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
        if not memory.choices or not rx.fullmatch(r"(?:la |el |opcion |numero )*\d{1,2}", words):
            return None
        number = int(words.split()[-1])
        if not 1 <= number <= len(memory.choices):
            return _said(f"Elegí un número entre 1 y {len(memory.choices)}.", "elección fuera de rango"), memory
        return self._standing_alone(memory.choices[number - 1], memory)

    def _completed(self, question: str, words: str, memory: Memory) -> tuple[Answer | None, Memory] | None:
        """Take the datum that was asked for."""
        pending = memory.pending
        if pending is None or len(words.split()) > _LONGEST_DATUM:
            return None
        answer = self._brain.complete(pending, question)
        if answer is None:
            return None
        if answer.pending is not None:
            return answer, Memory(memory.concept, pending=answer.pending)
        return answer, Memory(memory.concept, calculation=f"{pending.question}, {pending.wanted} {question}")

    def _meaning(self, question: str, words: str, memory: Memory) -> tuple[Answer | None, Memory] | None:
        """Ask back a word alone that means several things."""
        alone = rx.match(_ALONE, words)
        meaning = self._meaning_of(alone.group(1)) if alone else None
        if meaning is None:
            return None
        reason = f"palabra con varios sentidos: {meaning.word}"
        return _said(meaning.ask(), reason), Memory(memory.concept, meaning.concepts)

    def _meaning_of(self, word: str) -> Meaning | None:
        """Return the meanings of a word, also with a slip in it where it is no other concept's name."""
        if word in self._meanings:
            return self._meanings[word]
        meant = self._corrector.correct(word, 1)
        return self._meanings[meant] if meant and not self._brain.is_name(word) else None

    def _part(self, question: str, words: str, memory: Memory) -> tuple[Answer | None, Memory] | None:
        """Answer «más», «un ejemplo», «¿cómo se calcula?»."""
        wants_more = rx.match(_MORE, words)
        part = next((part for pattern, part in _PARTS if rx.match(pattern, words)), None)
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
        if not memory.calculation or not rx.match(_WHAT_IF, words):
            return None
        asked, last = read_question(question), read_question(memory.calculation)
        if asked is None or last is None or len(asked.quantities) != 1:
            return None
        datum = asked.quantities[0]
        alike = [one.number for one in last.quantities if one.mark == datum.mark]
        if len(alike) != 1:
            return None
        old, new = alike[0], question[datum.number.start : datum.number.end]
        changed = memory.calculation[: old.start] + new + memory.calculation[old.end :]
        return self._standing_alone(changed, memory)

    def _other_result(self, question: str, words: str, memory: Memory) -> tuple[Answer | None, Memory] | None:
        """Answer «¿y la TIR?», «el saldo luego de la cuota 6 del anterior»: another result from the last data."""
        last, sibling, folded = _solved(memory.calculation), rx.match(_SIBLING, words), fold(question)
        if last is None or not (sibling or rx.search(_SAME_DATA, folded)):
            return None
        wanted = sibling.group(1) if sibling else rx.sub(_SAME_DATA, " ", folded)
        # A TIR needs no rate, though the VAN before it had one; a demand and a supply are more than their numbers.
        by_name, rateless = data_of(memory.calculation), data_of(memory.calculation, without=Kind.RATE)
        for data in (by_name, rateless, memory.calculation):
            whole = f"{wanted}: {data}"
            found = _solved(whole)
            if found is not None and found[0].id != last[0].id:
                return self._standing_alone(whole, memory)
        return None

    def _sibling(self, question: str, words: str, memory: Memory) -> tuple[Answer | None, Memory] | None:
        """Answer «¿y el payback?», «¿en qué se diferencia del bono?»."""
        if memory.concept and (difference := rx.match(_DIFFERENCE, words)):
            found = self._standing_alone(f"diferencia entre {memory.concept} y {difference.group(1)}", memory)
        elif sibling := rx.match(_SIBLING, words):
            # With figures it stands by itself, and the bare words have lost their signs and commas.
            alone = _LEADING_AND.sub("", question) if find_numbers(question) else sibling.group(1)
            found = self._standing_alone(alone, memory)
        else:
            return None
        return found if found[0] is not None and found[0].sure else None


def _solved(question: str) -> tuple[Calculator, Solution] | None:
    """Return the calculator that answers a question and its solution; None where there is none, or no answer."""
    try:
        return solution_of(question) if question else None
    except CalculationError:
        return None


def _said(text: str, reason: str) -> Answer:
    return Answer("local", reason, text, "", sure=True)


_PARTS: tuple[tuple[str, Callable[[Concept], str]], ...] = (
    (_FORMULA, present_formula),
    (_EXAMPLE, present_example),
    (_READING, present_reading),
)
