"""Average costs as they are typed, «CVMe = 30 − 6Q + 0,5Q²», «CMe = 100/Q + 10», as the total costs they belong to."""

import re

from ecobot_tui.economics import rx

_NUMBER = r"\d{1,12}(?:[.,]\d{1,9})?"
_Q = r"[Qq](?:\s?(?:\^|\*\*)\s?[12]|²)?"
_TERM = rf"(?:{_NUMBER}\s?/\s?[Qq]|(?:{_NUMBER})?\s?[*·]?\s?{_Q}|{_NUMBER})"
_AVERAGE = re.compile(
    r"(?<!\w)(?P<left>C(?P<kind>V|T)?Me|costos? (?:(?P<word>variables?|totale?s?) )?medios?(?: de \w+)?)"
    r"(?:\s?\(\s?[Qq]\s?\))?"
    rf"(?:\s?[=:]\s?|\s+es\s+)(?P<right>[-−–]?\s?{_TERM}(?:\s?[-−–+]\s?{_TERM}){{0,3}})"
    r"(?![\w²³^(]|\s?[-−–+*·/^]\s?[\w(])",
    re.IGNORECASE,
)
_ONE = re.compile(
    rf"(?P<sign>[-−–+])?\s?(?:(?P<over>{_NUMBER})\s?/\s?[Qq]|(?P<size>{_NUMBER})?\s?[*·]?\s?(?P<power>{_Q})"
    rf"|(?P<alone>{_NUMBER}))"
)


def mark_averages(question: str) -> str:
    """Return the question with each average cost written as the total cost of so many units."""
    if not rx.search(r"me\b|medio", question, re.IGNORECASE):
        return question
    return _AVERAGE.sub(_total, question)


def _total(found: re.Match[str]) -> str:
    """Return an average cost times the quantity; what has no quantity in it stays."""
    if not rx.search(r"[Qq]", found["right"]):
        return found[0]
    terms = []
    for one in _ONE.finditer(found["right"]):
        sign = "-" if (one["sign"] or "+") in "-−–" else "+"
        if one["over"]:
            terms.append(f"{sign} {one['over']}")
        elif one["alone"]:
            terms.append(f"{sign} {one['alone']}Q")
        else:
            power = 3 if one["power"].rstrip()[-1] in "2²" else 2
            terms.append(f"{sign} {one['size'] or ''}Q^{power}")
    is_variable = (found["kind"] or found["word"] or "").lower().startswith("v")
    # What it is an average of is told on, so that the question still asks of averages.
    return f"{found['left']}, {'CV' if is_variable else 'CT'} = {' '.join(terms).removeprefix('+ ')}"
