"""How a concept or a calculation reads in a terminal: plain logical lines, which the server wraps.

A teacher's own entry may have nothing but a definition, of several paragraphs; what it lacks gets no line.
"""

import re
from collections.abc import Sequence

from ecobot_tui.economics.calculation import Calculation
from ecobot_tui.economics.knowledge import Concept

_BLANK_LINES = re.compile(r"\n\s*\n")
VOLATILE_NOTE = "Depende de normas o valores que cambian: revisado el {day:02}/{month:02}/{year}."


def present_concept(concept: Concept) -> str:
    """Return what is shown of a concept: definition, formula, example and, last, the source."""
    lines = [*explanation(concept), source_line(concept)]
    return "\n".join(lines)


def explanation(concept: Concept) -> list[str]:
    """Return the lines on a concept without the one that cites it."""
    lines = _paragraphs(concept.definition)
    if concept.formula:
        lines.append(f"Fórmula: {_one_line(concept.formula)}")
    lines += _labelled("Ejemplo", concept.example)
    if concept.volatile:
        day = concept.reviewed
        lines.append(VOLATILE_NOTE.format(day=day.day, month=day.month, year=day.year))
    return lines


def present_more(concept: Concept, contrasts: Sequence[str] = ()) -> str:
    """Return what «más» shows: reading, common mistake, contrasts and related concepts.

    `contrasts` are sentences that stand with other entries but tell them apart from this one.
    """
    lines = _reading(concept)
    differences = [contrast.difference for contrast in concept.contrast] + list(contrasts)
    lines.extend(f"Diferencia: {_one_line(difference)}" for difference in differences)
    if concept.related:
        lines.append(f"Relacionados: {', '.join(concept.related)}.")
    return "\n".join([*(lines or [f"No tengo más sobre «{concept.name}»."]), source_line(concept)])


def present_formula(concept: Concept) -> str:
    """Return how a concept is computed, with its example."""
    formula = f"Fórmula: {_one_line(concept.formula)}" if concept.formula else f"«{concept.name}» no tiene fórmula."
    return "\n".join([formula, present_example(concept)])


def present_example(concept: Concept) -> str:
    """Return a concept's example."""
    lines = _labelled("Ejemplo", concept.example) or [f"«{concept.name}» no tiene ejemplo."]
    return "\n".join([*lines, source_line(concept)])


def present_reading(concept: Concept) -> str:
    """Return how a concept is read, and the mistake that is often made."""
    lines = _reading(concept) or [f"«{concept.name}» no tiene lectura."]
    return "\n".join([*lines, source_line(concept)])


def present_comparison(first: Concept, second: Concept, difference: str | None) -> str:
    """Return both definitions, the sentence that tells the two apart if there is one, and both sources."""
    lines = [*_paragraphs(first.definition), *_paragraphs(second.definition)]
    if difference:
        lines.append(f"Diferencia: {_one_line(difference)}")
    lines.append(f"Fuente: {citation(first)}; {citation(second)}")
    return "\n".join(lines)


def present_explanation(concept: Concept, text: str) -> str:
    """Return a ready answer with the source of the concept that it belongs to."""
    return "\n".join([*_paragraphs(text), source_line(concept)])


def present_guess(concept: Concept, alternatives: Sequence[str]) -> str:
    """Return a concept shown with the doubt said aloud, and what else may have been meant."""
    lines = [f"Creo que preguntás por «{concept.name}».", *explanation(concept)]
    if alternatives:
        lines.append(f"Si no era eso, quizás: {', '.join(alternatives)}.")
    return "\n".join([*lines, source_line(concept)])


def present_without_data(concept: Concept, where: str) -> str:
    """Return a concept for a question about its present value, which EcoBot does not know."""
    first = f"No tengo datos en tiempo real: el valor del momento miralo en {where}."
    return "\n".join([first, *_paragraphs(concept.definition), source_line(concept)])


def present_calculation(calculation: Calculation) -> str:
    """Return result and interpretation, how ambiguous numbers were read, and, last, the calculation itself."""
    return "\n".join([calculation.result, *calculation.remarks, calculation_line(calculation)])


def calculation_line(calculation: Calculation) -> str:
    """Return the last line of a calculated answer."""
    return f"Calculado localmente: {calculation.formula}"


def source_line(concept: Concept) -> str:
    """Return the last line of an answer from the knowledge base."""
    return f"Fuente: {citation(concept)}"


def citation(concept: Concept) -> str:
    """Return where a concept comes from, as in «base local › Macroeconomía › Inflación (Mankiw, cap. 30)»."""
    return f"base local › {capitalised(concept.area)} › {capitalised(concept.name)} ({_short(concept.source)})"


def capitalised(text: str) -> str:
    """Return the text with its first letter in upper case and the rest as it is."""
    return text[:1].upper() + text[1:]


def _reading(concept: Concept) -> list[str]:
    return [*_labelled("Lectura", concept.reading), *_labelled("Error común", concept.mistake)]


def _labelled(label: str, text: str) -> list[str]:
    """Return the line of a field, none where it is empty."""
    return [f"{label}: {_one_line(text)}"] if text else []


def _short(source: str) -> str:
    """Leave out books' titles where author and chapter say enough; sources are parted by semicolons."""
    return "; ".join(_short_one(one) for one in source.split("; "))


def _short_one(source: str) -> str:
    parts = source.split(", ")
    if len(parts) > 2 and parts[-1].startswith("cap"):
        return f"{parts[0]}, {parts[-1]}"
    return source


def _paragraphs(text: str) -> list[str]:
    return [_one_line(paragraph) for paragraph in _BLANK_LINES.split(text)]


def _one_line(text: str) -> str:
    return " ".join(text.split())
