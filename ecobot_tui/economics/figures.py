"""Which numbers of a question are figures: data that a definition would not answer."""

from ecobot_tui.economics.fitting import Match
from ecobot_tui.economics.numbers import FoundNumber, find_numbers
from ecobot_tui.economics.words import split_words


def holds_other_numbers(question: str, *matches: Match) -> bool:
    """Tell whether the question holds figures that are no part of a name: then a definition would not answer it."""
    names = {word for match in matches for word in split_words(match.alias)}
    return any(
        not names.issuperset(split_words(_whole_word(question, number)))
        for number in find_numbers(question)
        if is_figure(question, number)
    )


def _whole_word(question: str, number: FoundNumber) -> str:
    """Return the number with the letters that touch it, as in «2SLS»."""
    end = number.end
    while end < len(question) and question[end].isalnum():
        end += 1
    return question[number.start : end]


def is_figure(question: str, number: FoundNumber) -> bool:
    """Leave out small numbers in words, which count things («los dos tipos de costos»)."""
    written = question[number.start : number.end]
    return any(letter.isdigit() for letter in written) or number.percent or abs(number.value) > 10
