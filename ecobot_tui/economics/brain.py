"""The local brain: answers a question from the knowledge base or a calculator, or leaves it to others."""

from collections.abc import Sequence
from itertools import islice
from typing import Literal

import msgspec

from ecobot_tui.economics.calculation import Calculation, CalculationError
from ecobot_tui.economics.calculators import Pending, complete, find_calculation
from ecobot_tui.economics.calculators import prepare as prepare_calculators
from ecobot_tui.economics.charts import Chart, answer_chart
from ecobot_tui.economics.comparison import pairs_compared
from ecobot_tui.economics.definitions import LEAST_COVERAGE, Definitions
from ecobot_tui.economics.explanations import Explanations, asks_for_aspect
from ecobot_tui.economics.figures import holds_other_numbers, is_figure
from ecobot_tui.economics.fitting import Match
from ecobot_tui.economics.interpretation import asks_for_reading, interpret
from ecobot_tui.economics.knowledge import Concept, Knowledge, load_knowledge
from ecobot_tui.economics.lexicon import Lexicon, Mended, load_lexicon
from ecobot_tui.economics.numbers import find_numbers
from ecobot_tui.economics.percentages import calculate_percentage
from ecobot_tui.economics.presentation import (
    citation,
    present_calculation,
    present_comparison,
    present_concept,
    present_explanation,
    present_guess,
    present_more,
    present_without_data,
)
from ecobot_tui.economics.publishers import publisher, without_data
from ecobot_tui.economics.questions import (
    asks_beyond_definition,
    asks_for_live_data,
    asks_for_name,
    asks_for_relation,
    familiar_subject,
    is_complex,
    is_too_long,
    without_live_words,
)
from ecobot_tui.economics.search import MOST_MATCHES, Index
from ecobot_tui.economics.spoken_arithmetic import calculate
from ecobot_tui.economics.words import COMMON_WORDS, fold, split_words

WHOLE_NAME = 0.95
"""Share of a concept's name that a question must hold to be about it."""
PART_OF_A_NAME = 0.6
"""Share of a name that is enough for a guess where the question holds nothing else."""
SURE = 0.5
"""Share of a question that a name must explain to answer without a doubt."""
LIKELY = 0.3
"""Share from which an answer is given with the doubt said."""
CLEARLY_DESCRIBED = 0.8
"""Share of a description that a definition must hold to be preferred to a doubtful name."""
SURE_IN_COMPARISON = SURE / 2
_NEAR = 5
_MOST_PAIRS = 12
_LONGEST_COMPARED = 12
"""In words, with what frames a name."""
_FIRST_QUESTIONS = ("inflasion", "el Gini es 0,4, ¿qué significa?", "15 % de 200", "por qué hay inflación")
"""What loads the parts that are loaded late: spelling, readings, percentages, ready answers."""


class Answer(msgspec.Struct, frozen=True):
    """A local answer to one question."""

    route: Literal["local", "cálculo"]
    reason: str
    """Why this answer, in a few Spanish words for the operator."""
    text: str
    """The whole answer in logical lines, not wrapped; the last one says where it comes from."""
    source: str
    """Where it comes from, without the words «Fuente:» or «Calculado localmente:»."""
    sure: bool
    """False where the answer says «Creo que preguntás por …»; a model may do better then."""
    concept: str | None = None
    """Canonical name of the concept explained, for `Brain.more`; None for a calculation."""
    chart: Chart | None = None
    """The chart that `text` shows, as data, for a client that draws it at its own width."""
    pending: Pending | None = None
    """The calculation that waits for the datum which the text asks for."""


class Brain:
    """Everything EcoBot can answer without a model. Pure: same question, same answer; safe in several threads."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._index = Index(knowledge.headings)
        self._definitions = Definitions(knowledge)
        self._explanations = Explanations()
        self._lexicon: Lexicon = load_lexicon(knowledge.headings)

    @classmethod
    def load(cls) -> "Brain":
        """Read the knowledge of this package; KnowledgeError when a file of it is malformed.

        Takes about a tenth of a second and may run in a background thread.
        """
        return cls(load_knowledge())

    def prepare(self) -> None:
        """Build now what the first questions would wait for, about half a second; for a background thread."""
        prepare_calculators()
        for question in _FIRST_QUESTIONS:
            self.answer(question)
        self._explanations.prepare()
        self._definitions.prepare()

    @property
    def concept_count(self) -> int:
        """How many concepts there are."""
        return len(self._knowledge)

    def answer(self, question: str) -> Answer | None:
        """Answer a question in Spanish, or return None where it takes a model or is not known."""
        if not split_words(question):
            return None
        mended = self._lexicon.mend(question)
        if (figured := self._figured(mended)) is not None:
            return figured
        answer = self._in_words(question)
        around = all(fold(meant) in COMMON_WORDS for _, meant in mended.corrections)
        if mended.corrections and around and (answer is None or not answer.sure):
            # The search mends terms; a slip in the words around them («qué oasa si …») is mended here. Any other word
            # may be one that nobody has heard of, and making a known term of it would answer what was not asked.
            answer = self._in_words(mended.text) or answer
        return answer

    def _in_words(self, question: str) -> Answer | None:
        """Answer what asks for no figure: an honest word on live data, a comparison, a reason, a definition."""
        if is_too_long(question):
            return None
        explained = self._explained(question)
        if is_complex(question) and not self.is_name(question):
            return explained
        answered = self._without_data(question) or self._comparison(question)
        if answered or (explained and explained.sure):
            return answered or explained
        named = self._explanation(question)
        return named if explained is None or (named and named.sure) else explained

    def _figured(self, mended: Mended) -> Answer | None:
        """Answer with a chart, a calculation or the meaning of a figure, whose words must all be spelt right."""
        if (drawn := answer_chart(mended.text)) is not None:
            return Answer("cálculo", drawn.reason, drawn.text, "", sure=True, chart=drawn.chart)
        if not find_numbers(mended.text) and self.is_name(mended.text):
            return None
        if asks_for_reading(mended.text) and (read := self._read(mended)) is not None:
            return read
        try:
            calculation = _calculation(mended.text)
        except CalculationError as error:
            return _impossible(error)
        return self._read(mended) if calculation is None else _calculated(calculation, mended)

    def _read(self, mended: Mended) -> Answer | None:
        """Say what a given figure means."""
        if (found := interpret(mended.text)) is not None:
            concept = found.concept if found.concept in self._knowledge else None
            return Answer("local", found.reason, found.text, found.source, sure=True, concept=concept)
        return None

    def complete(self, pending: Pending, datum: str) -> Answer | None:
        """Go on with a calculation that waited for a datum; None where a text is none."""
        mended = self._lexicon.mend(datum)
        try:
            calculation = complete(pending, mended.text)
        except CalculationError as error:
            return _impossible(error)
        return None if calculation is None else _calculated(calculation, mended)

    def entry(self, concept: str) -> Concept | None:
        """Return a concept's entry, by canonical name; None if there is no such concept."""
        return self._knowledge.concept(concept) if concept in self._knowledge else None

    def more(self, concept: str) -> str | None:
        """Return what «más» shows of a concept, by canonical name; None if there is no such concept."""
        if concept not in self._knowledge:
            return None
        entry = self._knowledge.concept(concept)
        others = (self._knowledge.concept(name) for name in entry.related if name in self._knowledge)
        mirrored = [pair.difference for other in others for pair in other.contrast if pair.other == concept]
        return present_more(entry, mirrored)

    def nearest(self, question: str, count: int = 3) -> list[str]:
        """Return up to `count` names of concepts near the question, best first; empty if nothing is near."""
        return [match.concept for match in self._index.search(question, count)]

    def is_name(self, question: str) -> bool:
        """Tell whether a question is a concept's name and nothing else, but for the words around it."""
        return self._index.is_name(question)

    def _without_data(self, question: str) -> Answer | None:
        if not asks_for_live_data(question):
            return None
        subject = without_live_words(question)
        match = _best(self._index.search(subject)) or _best(self._index.search(familiar_subject(subject)))
        if match is None or match.question_coverage < LIKELY:
            if any(is_figure(question, number) for number in find_numbers(subject)):
                return None
            return Answer("local", "dato en tiempo real", without_data(question), "", sure=True)
        if holds_other_numbers(subject, match):
            return None
        concept = self._knowledge.concept(match.concept)
        text = present_without_data(concept, publisher(concept, question))
        reason = f"dato en tiempo real: {concept.name}"
        return Answer("local", reason, text, citation(concept), sure=True, concept=concept.name)

    def _comparison(self, question: str) -> Answer | None:
        # A long text with many joints can be cut in a hundred ways, and no comparison needs more than a few of them.
        pairs = list(islice(pairs_compared(question), _MOST_PAIRS))
        if pairs and self.is_name(question):
            # «Diferencia entre tasa activa y pasiva» may itself be a name.
            return None
        for first_name, second_name in pairs:
            if max(len(first_name.split()), len(second_name.split())) > _LONGEST_COMPARED:
                continue
            # An exact name needs no weighing of all others.
            first = _best(self._index.search(first_name, 1 if self.is_name(first_name) else _NEAR))
            second = _best(self._index.search(second_name, 1 if self.is_name(second_name) else _NEAR))
            if first is None and second is not None:
                first = self._sibling(second.concept, first_name)
            elif first is not None and second is None:
                second = self._sibling(first.concept, second_name)
            if first is None or second is None or first.concept == second.concept:
                continue
            if not (_is_literal(first) and _is_literal(second)):
                continue
            if min(first.question_coverage, second.question_coverage) < SURE_IN_COMPARISON:
                continue
            if holds_other_numbers(question, first, second):
                continue
            return self._compared(self._knowledge.concept(first.concept), self._knowledge.concept(second.concept))
        return None

    def _sibling(self, concept: str, name: str) -> Match | None:
        """Return the relative of a concept that a cut name stands for, as «cuota» does beside «arancel»."""
        near = [match for match in self._index.search(name, MOST_MATCHES) if match.question_coverage >= WHOLE_NAME]
        contrasted = (match for match in near if self._are_contrasted(concept, match.concept))
        related = (match for match in near if self._are_related(concept, match.concept))
        return next(contrasted, None) or next(related, None)

    def _are_contrasted(self, one: str, other: str) -> bool:
        first, second = self._knowledge.concept(one), self._knowledge.concept(other)
        return any(pair.other == other for pair in first.contrast) or any(pair.other == one for pair in second.contrast)

    def _are_related(self, one: str, other: str) -> bool:
        return other in self._knowledge.concept(one).related or one in self._knowledge.concept(other).related

    def _compared(self, first: Concept, second: Concept) -> Answer:
        differences = [
            pair.difference
            for one, other in ((first, second), (second, first))
            for pair in one.contrast
            if pair.other == other.name
        ]
        text = present_comparison(first, second, differences[0] if differences else None)
        source = f"{citation(first)}; {citation(second)}"
        reason = f"comparación: {first.name} y {second.name}"
        return Answer("local", reason, text, source, sure=True, concept=first.name)

    def _explained(self, question: str) -> Answer | None:
        """Answer why, who, and what happens if, where the answer stands ready."""
        is_name = self.is_name(question)
        if is_name and not asks_for_aspect(question):
            return None
        found = self._explanations.find(question)
        if found is None or found.entry.concept not in self._knowledge:
            return None
        if is_name and not (found.same_question and self.nearest(question, 1) == [found.entry.concept]):
            # «¿Qué es la inflación?» asks for the entry, «¿por qué hay inflación?» for a reason; both hold just a name.
            return None
        concept = self._knowledge.concept(found.entry.concept)
        text = present_explanation(concept, found.text) if found.text else present_concept(concept)
        reason = f"explicación: {concept.name} (cercanía {round(found.nearness * 100)} %)"
        if not found.sure:
            text = f"Creo que preguntás por «{concept.name}».\n{text}"
        return Answer("local", reason, text, citation(concept), sure=found.sure, concept=concept.name)

    def _explanation(self, question: str) -> Answer | None:
        if asks_for_name(question) and not self.is_name(question):
            return self._described(question) or self._named(question)
        named = self._named(question)
        if named is not None and (named.sure or self.is_name(question)):
            return named
        # A name within a description («el que usa un bien público sin pagar») is weaker than the whole description.
        clear = self._described(question, LEAST_COVERAGE if named is None else CLEARLY_DESCRIBED)
        return clear or named

    def _described(self, question: str, least: float = LEAST_COVERAGE) -> Answer | None:
        """Guess the concept whose definition a question resembles."""
        if any(is_figure(question, number) for number in find_numbers(question)):
            return None
        if asks_for_relation(question) and not asks_for_name(question):
            return None
        described = self._definitions.find(question)
        if not described or described[0].coverage < least:
            return None
        concept, *others = (self._knowledge.concept(found.concept) for found in described)
        text = present_guess(concept, [other.name for other in others])
        reason = f"concepto: {concept.name} (por su definición), con dudas"
        return Answer("local", reason, text, citation(concept), sure=False, concept=concept.name)

    def _named(self, question: str) -> Answer | None:
        # A name that is the whole question is found without weighing all others.
        matches = self._index.search(question, 1 if self.is_name(question) else 5)
        match = _best(matches) or _nearly(matches)
        if match is None or holds_other_numbers(question, match):
            return None
        if match.question_coverage < (LIKELY if match.literal else SURE):
            return None
        relates = match.question_coverage < 1 and asks_for_relation(question)
        if relates and _best(self._index.search(self._index.leftover(question, match))) is not None:
            # How one concept acts on another is more than the definition of either.
            return None
        concept = self._knowledge.concept(match.concept)
        reason = f"concepto: {concept.name} ({_how(match)})"
        whole = match.alias_coverage >= WHOLE_NAME and match.literal and not match.qualified
        beyond = relates or asks_beyond_definition(self._index.leftover(question, match))
        if whole and match.question_coverage >= SURE and not beyond:
            text = present_concept(concept)
            return Answer("local", reason, text, citation(concept), sure=True, concept=concept.name)
        others = [other.concept for other in self._index.search(question) if other.concept != concept.name][:2]
        text = present_guess(concept, others)
        return Answer("local", f"{reason}, con dudas", text, citation(concept), sure=False, concept=concept.name)


def _calculation(question: str) -> Calculation | Pending | None:
    if not find_numbers(question):
        return None
    return find_calculation(question) or calculate_percentage(question) or calculate(question)


def _impossible(error: CalculationError) -> Answer:
    return Answer("cálculo", "cálculo imposible", str(error), str(error), sure=True)


def _calculated(calculation: Calculation | Pending, mended: Mended) -> Answer:
    if isinstance(calculation, Pending):
        return _asked(calculation)
    # Whoever reads «cuánto» in «cáunto» needs not be told; a word that decides what is calculated is another matter.
    read = [(wrong, right) for wrong, right in mended.corrections if fold(right) not in COMMON_WORDS]
    remarks = tuple(f"Leí «{wrong}» como «{right}»." for wrong, right in read)
    text = present_calculation(msgspec.structs.replace(calculation, remarks=calculation.remarks + remarks))
    return Answer("cálculo", calculation.subject, text, calculation.formula, sure=True)


def _asked(pending: Pending) -> Answer:
    reason = f"falta un dato: {pending.calculator}"
    return Answer("cálculo", reason, pending.text, pending.calculator, sure=True, pending=pending)


def _best(matches: Sequence[Match]) -> Match | None:
    """Return the first match whose name stands whole in the question."""
    return next((match for match in matches if match.alias_coverage >= WHOLE_NAME), None)


def _nearly(matches: Sequence[Match]) -> Match | None:
    """Return the first match whose name the question is the better part of, as «punto de equilibrio» is."""
    return next(
        (
            match
            for match in matches
            if match.alias_coverage >= PART_OF_A_NAME and match.question_coverage >= WHOLE_NAME
        ),
        None,
    )


def _is_literal(match: Match) -> bool:
    """Tell whether the question has the very words of the name, or of the part of it that it holds."""
    return match.literal or match.alias_coverage < WHOLE_NAME


def _how(match: Match) -> str:
    if match.corrections:
        return ", ".join(f"corregido «{wrong}» a «{right}»" for wrong, right in match.corrections)
    if match.exact:
        return "nombre exacto" if match.alias == match.concept else f"alias exacto «{match.alias}»"
    return f"por «{match.alias}», cubre {round(match.question_coverage * 100)} % de la pregunta"
