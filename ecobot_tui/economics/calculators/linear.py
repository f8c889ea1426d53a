"""Functions as they are typed: «Qd=100−2P», «la demanda es 100 menos 2P», «CT = 50 + 10q + q²».

Each becomes a marker and its coefficients, so that no sign gets lost: `zdq 100 ; -2` is a demand that gives a quantity.
The marker of a line tells demand, supply (d, s) and the variable on its left (q, p); that of a cost or an income which
one it is (zct, zcv, zcm, zce, zit, zim), and its coefficients rise with the power. What is no such function stays.

Patterns take what they have read for good (`(?>…)`, `*+`), so that no text makes them try a thing again and again.
"""

import re
from collections.abc import Iterable

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculators.average_costs import mark_averages
from ecobot_tui.economics.calculators.powers import mark_powers

_MOST_FUNCTIONS = 8
"""So many functions are looked for in a question; nobody writes more."""
_LONGEST_LEFT = 90
"""How many letters before an expression may say what it is of."""
_LARGEST = 1e15
"""No coefficient is larger, and none but zero is smaller than its inverse."""
_NUMBER = r"\d++(?:[.,]\d++)*+"
_FRACTION = rf"\(?\s?{_NUMBER}\s?/\s?{_NUMBER}\s?\)?"
_QUANTITY_LETTER, _PRICE_LETTER = "qxln", "pw"
_VARIABLE = r"(?:[QP](?:[_^]?[dsox])?|[XLNW](?:[_^]?[dso])?)(?![A-Za-z0-9_])"
_POWER = r"\s?(?:(?:\^|\*\*)\s?[123]|[²³])"
_TERM = (
    rf"(?:(?:{_FRACTION}|{_NUMBER})?\s?[*·×x]?\s?(?:{_VARIABLE}|\({_VARIABLE}\))(?:{_POWER})?(?:\s?/\s?{_NUMBER})?"
    rf"|{_FRACTION}|{_NUMBER})"
)
_SIGN = r"(?:[-−–+]|\bm[aá]s\b|\bmenos\b)"
_EXPRESSION = re.compile(
    rf"(?:(?<=[\s=:,(])|^)(?:[-−–+]\s?)?(?>{_TERM})(?>\s*{_SIGN}\s*{_TERM}){{0,6}}"
    rf"(?![\w²³^/]|\s*=|\s*[-−–+*·×^]\s*[\w(]|\s*/\s*[\d(]|[.,]\d)",
    re.IGNORECASE,
)
_ONE_TERM = re.compile(
    rf"(?P<sign>{_SIGN})?\s*(?:(?P<number>{_FRACTION}|{_NUMBER})?\s?[*·×x]?\s?\(?(?P<variable>{_VARIABLE})\)?"
    rf"(?P<power>{_POWER})?(?:\s?/\s?(?P<over>{_NUMBER}))?|(?P<alone>{_FRACTION}|{_NUMBER}))",
    re.IGNORECASE,
)
_EQUALS = (
    r"(?:\s*\(\s?[a-z]\s?\))?(?:\s*(?:=|:)\s*|\s+(?:(?>es|son|era|sea|viene|esta|est[aá]|pasa(?: a ser)?|igual a"
    r"|dad[ao] por|dada|por|a ser|de|a|=|:)\s*+){1,5})$"
)
_NEXT_TO = rf"(?:\s+$|{_EQUALS})"
_QUALIFIERS = (
    r"(?:\s+(?>de(?:l)?|la|el|los|las|mercado|trabajo|inversa|lineal|total|mensual|diaria|semanal|anual|agregada"
    r"|inicial|original|nueva|ahora|individual|\w+(?=\s+(?:es|son|viene|est[aá])\b))){0,6}"
)
_LEFTS = tuple(
    (marker, re.compile(rf"(?:{name}){_EQUALS if marker == 'line' else _NEXT_TO}", re.IGNORECASE))
    for marker, name in (
        ("ce", r"(?<!\w)(?:CT?Me|costos? (?:total(?:es)? )?medios?)"),
        ("cm", r"(?<!\w)(?:CMg?|C[' ]?mg|MC|costos? marginal(?:es)?)(?: de (?!c\w?\b|costo)\w+)?"),
        ("cv", r"(?<!\w)(?:CVT?|costos? variables?(?: totales?)?)"),
        ("im", r"(?<!\w)(?:IMg|ingresos? marginal(?:es)?)"),
        ("it", r"(?<!\w)(?:IT|ingresos? total(?:es)?)"),
        ("ct", r"(?<!\w)(?:CT|C|TC|costos?(?: total(?:es)?)?)"),
        ("d", rf"(?<!\w)(?:demanda|dem\.?|demandan|compradores|consumidores){_QUALIFIERS}|(?<![\w^])D"),
        ("s", rf"(?<!\w)(?:oferta|of\.?|ofrecen|vendedores|productores){_QUALIFIERS}|(?<![\w^])[SO]"),
        ("quantity", r"(?<!\w)cantidad(?:es)? (?P<side>demandada|ofrecida|ofertada)s?"),
        (
            "line",
            r"(?<!\w)(?P<letter>[QPXLNW])(?:\s?[_^]?\s?(?P<side>d(?:em)?|s|o(?:f|fr)?)?)?(?:[xX_]|\d(?!\d)|_?[ABCJM](?!\w))?",
        ),
    )
)
_COSTS = frozenset({"ce", "cm", "cv", "im", "it", "ct"})
_SAYS_SIDE = re.compile(
    r"(?<!\w)(?:(demanda|dem\.?)|(oferta|of\.?))(?: es| son| lineal| inversa|:"
    r"| de mercado| del mercado)*\s*$",
    re.IGNORECASE,
)
_SIDES = {"d": "d", "dem": "d", "demandada": "d", "s": "s", "o": "s", "of": "s", "ofr": "s", "ofrecida": "s"}
_SIDES["ofertada"] = "s"


def mark_lines(question: str) -> str:
    """Return the question with a marker and the coefficients in the place of each function."""
    if not rx.search(r"q_?1", question, re.IGNORECASE) and rx.search(r"\bc[tv]?\b|costo", question, re.IGNORECASE):
        # «2q2 + 50q»: where no firm has the number 1, a digit behind the letter is a power.
        question = _TYPED_POWER.sub(r"\1^\2", question)
    question = mark_averages(mark_powers(question))
    if not any(letter in question for letter in "=:") and not rx.search(
        r"\d\s?[qpwQPW]\b|(?:menos|m[aá]s)\s+[qpQP]\b", question
    ):
        return question
    if rx.search(r"q_?1", question, re.IGNORECASE):
        for pattern, instead in _OF_FIRMS:
            question = pattern.sub(instead, question)
    question = _IMPLICIT.sub(_explicit, question)
    pieces: list[str] = []
    position = 0
    looked_at = 0
    for found in _EXPRESSION.finditer(question):
        read = _coefficients(found[0])
        if read is None:
            continue
        looked_at += 1
        if looked_at > _MOST_FUNCTIONS:
            break
        floor = max(position, found.start() - _LONGEST_LEFT)
        marked = _marked(question[floor : found.start()], found[0], *read)
        if marked is None:
            continue
        start, text = marked
        pieces += question[position : floor + start], text
        position = found.end()
    return "".join(pieces) + question[position:] if pieces else question


_TYPED_POWER = re.compile(r"(?<=[\d\s=+*·−-])([qQ])([23])(?=\s*(?:[-+−–,.;:?)]|$|\s[a-z]))")
_OF_FIRMS = tuple(
    (re.compile(source, re.IGNORECASE), instead)
    for source, instead in (
        # «P = 120 − (q1 + q2)», «P = 120 − 2q1 − 2q2»
        (r"\(\s?q_?1\s?\+\s?q_?2\s?\)", "Q"),
        (rf"(?<=[-−–])(?P<k>\s?{_NUMBER}|)\s?[*·]?\s?q_?1\s?[-−–](?P=k)\s?[*·]?\s?q_?2(?!\w)", r"\1Q"),
        # «CT1 = 100 + 20q1»
        (
            rf"\b(CT|CMg|C)_?[12](?:\s?\(\s?q_?[12]\s?\))?\s?=\s?((?:{_NUMBER}\s?[-−–+]\s?)?{_NUMBER}\s?[*·]?\s?)"
            r"q_?[12](?!\w)",
            r"\1 = \2q",
        ),
    )
)
"""What each of two firms makes is told as q1 and q2; what stands for it is one quantity."""
_ALONE = r"(?<![\w=+*/·^−–-])(?<![=+*/·^−–-] )"
_LETTER = "[QPXLW]"
_IMPLICIT = re.compile(
    # «3P + Q = 60»
    rf"{_ALONE}(?P<k>{_NUMBER})?\s?[*·×]?\s?(?P<one>{_LETTER})\s*(?P<sign>[-−–+])\s*(?P<m>{_NUMBER})?\s?[*·×]?\s?"
    rf"(?P<other>{_LETTER})(?![\w²³])\s*=\s*(?P<sum>{_NUMBER})(?![\w*·×²³]|\s*[-−–+*/·×^])"
    # «2Q = 100 − 4P»
    rf"|{_ALONE}(?P<k2>{_NUMBER})\s?[*·×]?\s?(?P<left>{_LETTER})(?P<side>[dso])?\s*=\s*"
    rf"(?P<right>[^=:;\n]{{0,30}}?{_VARIABLE}(?:\s*[-−–+]\s*{_NUMBER})?)(?![\w²³^]|\s*[-−–+*/·×^]\s*[\w(])",
    re.IGNORECASE,
)


def _explicit(found: re.Match[str]) -> str:
    """Return «3P + Q = 60» and «2Q = 100 − 4P» with the quantity alone on the left."""
    if found["sum"]:
        first, second, total = _value(found["k"] or "1"), _value(found["m"] or "1"), _value(found["sum"])
        second = second if found["sign"] == "+" else -second
        one, other = found["one"], found["other"]
        if _kind(one) == _kind(other):
            return found[0]
        if _kind(one) == "p":
            one, other, first, second = other, one, second, first
        if not _is_usable((total, first, second)) or first == 0:
            return found[0]
        return _solved(one, other, total / first, -second / first)
    read = _coefficients(found["right"])
    if read is None or len(read[1]) != 2 or _kind(read[0]) == _kind(found["left"]):
        return found[0]
    by = _value(found["k2"])
    if by == 0 or not _is_usable((by,)):
        return found[0]
    return _solved(found["left"] + (found["side"] or ""), read[0], read[1][0] / by, read[1][1] / by)


def _is_usable(coefficients: Iterable[float]) -> bool:
    """Tell whether all of them are numbers of a size that anybody writes."""
    return all(one == 0 or 1 / _LARGEST < abs(one) < _LARGEST for one in coefficients)


def _solved(left: str, right: str, constant: float, slope: float) -> str:
    return f"{left} = {_digits(constant)} {'-' if slope < 0 else '+'} {_digits(abs(slope))}{right}"


def _marked(before: str, expression: str, variable: str, coefficients: list[float]) -> tuple[int, str] | None:
    """Return where the left side of a function begins in what stands before it, and what stands for the whole."""
    if not any(letter.isdigit() for letter in expression) and before.rstrip()[-1:] not in ("=", ":"):
        # «La cantidad demandada de X» names a good.
        return None
    kind = _kind(variable)
    for marker, pattern in _LEFTS:
        left = pattern.search(before)
        if left is None:
            continue
        if marker in _COSTS:
            if kind != "q":
                return None
            return left.start(), _written(f"zc{marker[1]}" if marker[0] == "c" else f"zi{marker[1]}", coefficients, 3)
        if marker == "line":
            of = _kind(left["letter"])
            if of == kind:
                return None
        else:
            of = "p" if kind == "q" else "q"
        if len(coefficients) > 2 and any(coefficients[2:]):
            return None
        said = _SAYS_SIDE.search(before[: left.start()])
        side = marker if marker in "ds" else _SIDES.get((left["side"] or "").lower(), "")
        word = "" if said is None else "d" if said[1] else "s"
        if side and word and side != word:
            return None
        side = side or word or ("d" if coefficients[1] < 0 else "s")
        return left.start() if said is None or word == "" else said.start(), _written(f"z{side}{of}", coefficients, 2)
    return None


def _kind(variable: str) -> str:
    return "q" if variable[0].lower() in _QUANTITY_LETTER else "p"


def _coefficients(expression: str) -> tuple[str, list[float]] | None:
    """Return the variable and the coefficients by rising power; None for what has no variable, several, or no size."""
    terms: dict[int, float] = {}
    variables: set[str] = set()
    for term in _ONE_TERM.finditer(expression):
        sign = -1.0 if (term["sign"] or "+")[0] in "-−–" or (term["sign"] or "").lower() == "menos" else 1.0
        if term["alone"]:
            power, value = 0, _value(term["alone"])
        else:
            variables.add(term["variable"][0].lower())
            power = _power(term["power"])
            value = _value(term["number"]) if term["number"] else 1.0
            value /= (_value(term["over"]) or 1.0) if term["over"] else 1.0
        terms[power] = terms.get(power, 0.0) + sign * value
    if len(variables) != 1 or not _is_usable(terms.values()):
        return None
    return variables.pop(), [terms.get(power, 0.0) for power in range(max(terms) + 1)]


def _power(written: str | None) -> int:
    if not written:
        return 1
    return {"²": 2, "³": 3}.get(written.strip()[-1]) or int(written.strip()[-1])


def _value(written: str) -> float:
    """Return a number as typed, or a fraction of two; 0 below the bar counts as 1, so that nothing breaks."""
    above, _, below = written.strip("() ").partition("/")
    return _plain(above) / ((_plain(below) or 1.0) if below else 1.0)


def _plain(written: str) -> float:
    digits = written.strip()
    if "," in digits and "." in digits:
        decimal = max(digits.rfind(","), digits.rfind("."))
        return float(rx.sub(r"[.,]", "", digits[:decimal]) + "." + digits[decimal + 1 :])
    if rx.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+", digits):
        return float(digits.replace(".", ""))
    if len(rx.findall(r"[.,]", digits)) > 1:
        # «1,2,3» are several numbers and no coefficient; whatever it gives, no variable stands beside it.
        return float(rx.sub(r"[.,]", "", digits))
    return float(digits.replace(",", "."))


def _written(marker: str, coefficients: list[float], least: int) -> str:
    """Return a marker with at least so many coefficients, in digits that every reader of numbers understands alike."""
    padded = coefficients + [0.0] * (least - len(coefficients))
    return f" {marker} {' ; '.join(_digits(one) for one in padded)} "


def _digits(value: float) -> str:
    text = f"{value:.15f}".rstrip("0").rstrip(".") if value != int(value) else str(int(value))
    text = text.replace(".", ",")
    # Three decimals might be taken for thousands and asked about.
    return text + "0" if rx.search(r",\d{3}$", text) else text
