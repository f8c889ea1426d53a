"""Functions of two goods or two factors as they are typed: «U = x²·y», «Q = 10·L^0,5·K^0,5», «Q = min(2L, 3K)».

Each becomes a marker, its two letters and its numbers: `zfp l k 10 ; 0,5 ; 0,5` is a product of powers (the scale and
the exponents), `zfs l k 4 ; 2` a sum and `zfm l k 2 ; 3` the smaller of two, each with what stands before the letters.
"""

import re

from ecobot_tui.economics import rx

_NUMBER = r"\d{1,9}(?:[.,]\d{1,9})?"
_LETTER = r"(?:[XYZKLTNABxyzkltnab](?:_?[12])?)"
_EXPONENT = rf"(?:{_NUMBER}(?:\s?/\s?{_NUMBER})?)"
_POWER = rf"(?:\s?(?:\^|\*\*)\s?(?:\(\s?{_EXPONENT}\s?\)|\{{\s?{_EXPONENT}\s?\}}|{_NUMBER}(?:/{_NUMBER})?|½|¼)|[²³½¼])?"
_TIMES = r"\s?(?:[*·×∙•.]|\bpor\b|(?<=\s)x(?=\s))?\s?"
_LEFT = (
    r"(?:(?<![\w^])(?:U|Q|F|Y|PT|UT|TU)(?:\s?\(\s?\w{1,2}\s?[,;]\s?\w{1,2}\s?\))?\s?(?:=|:|\bes\b)\s?"
    r"|(?:utilidad|producci[oó]n|preferencias)(?: es| son| de la forma| del tipo| dadas? por|:| u| q| =)*\s+(?:=\s?)?)"
)
_END = r"(?![\w²³^(]|\s?[-−–+*·×^/]\s?[\w(]|[.,]\d)"
_FACTOR = rf"{_LETTER}{_POWER}"
_PRODUCT = re.compile(
    rf"{_LEFT}(?:(?P<scale>{_NUMBER}){_TIMES}|A{_TIMES}(?=\w))?(?P<one>{_LETTER})(?P<p>{_POWER}){_TIMES}"
    rf"(?P<other>{_LETTER})(?P<q>{_POWER}){_END}",
    re.IGNORECASE,
)
_SUM = re.compile(
    rf"{_LEFT}(?P<p>{_NUMBER})?{_TIMES}(?P<one>{_LETTER})\s?(?:\+|\bm[aá]s\b)\s?(?P<q>{_NUMBER})?{_TIMES}"
    rf"(?P<other>{_LETTER}){_END}",
    re.IGNORECASE,
)
_LEAST = re.compile(
    rf"{_LEFT}(?:el )?m[ií]n(?:imo)?\.?(?: de| entre)?\s?[({{\[]?\s?(?P<p>{_NUMBER})?{_TIMES}(?P<one>{_LETTER})"
    rf"(?:\s?/\s?(?P<under>{_NUMBER}))?\s?[,;y]\s?(?P<q>{_NUMBER})?{_TIMES}(?P<other>{_LETTER})"
    rf"(?:\s?/\s?(?P<below>{_NUMBER}))?\s?[)}}\]]?",
    re.IGNORECASE,
)
_ROOT_OF_BOTH = re.compile(
    rf"(?:√|ra[ií]z(?: cuadrada)?(?: de)?|sqrt)\s?\(?\s?(?P<one>{_LETTER})\s?[*·×.]?\s?(?P<other>{_LETTER})(?!\w)"
    r"(?:\s?\))?",
    re.IGNORECASE,
)
_ROOT = re.compile(
    rf"(?:√|ra[ií]z(?: cuadrada)?(?: de)?|sqrt)\s?\(?\s?(?P<one>{_LETTER})(?!\w)(?:\s?\))?", re.IGNORECASE
)
_ANY_TERM = rf"(?:(?:{_NUMBER})?{_TIMES}[LKNT](?:\s?(?:\^|\*\*)\s?[123]|[²³])?|{_NUMBER})(?![\w^])"
_POLYNOMIAL = re.compile(
    rf"(?<![\w^])(?:Q|PT|F|q)(?:\s?\(\s?[LKNT]\s?\))?\s?[=:]\s?(?P<right>[-−–]?\s?{_ANY_TERM}"
    rf"(?:\s?[-−–+]\s?{_ANY_TERM}){{1,3}})(?!\s?[-−–+*·×^/]\s?[\w(])"
)
_ONE_TERM = re.compile(
    rf"(?P<sign>[-−–+])?\s?(?:(?P<size>{_NUMBER})?{_TIMES}(?P<letter>[LKNT])(?P<power>\s?(?:\^|\*\*)\s?[123]|[²³])?"
    rf"|(?P<alone>{_NUMBER}))"
)
_SINGLE = re.compile(
    rf"(?<![\w^])(?:Q|PT|F|Y|q)(?:\s?\(\s?[LKNT]\s?\))?\s?[=:]\s?(?P<size>{_NUMBER})?{_TIMES}(?P<letter>[LKNT])"
    rf"(?P<power>\s?(?:\^|\*\*)\s?(?:\(\s?{_EXPONENT}\s?\)|{_EXPONENT}|½)|[²³½])(?![\w(]|\s?[-−–+*·×^]\s?[\w(]|\s?[A-Z])"
)
_PAIR = re.compile(r"\((\d+),(\d+)\)")
_MAY_HOLD = re.compile(r"(?<![\w^])(?:[UQFYuqfy]|PT|UT|TU)(?:\s?\(\w)?\W|utilidad|producci|preferencias", re.IGNORECASE)
_HALVES = {"½": "0,5", "¼": "0,25", "²": "2", "³": "3"}


def mark_powers(question: str) -> str:
    """Return the question with a marker, two letters and the numbers in the place of a function of two variables."""
    if not _MAY_HOLD.search(question):
        return question
    rooted = question
    if rx.search(r"√|ra[ií]z|sqrt", question, re.IGNORECASE):
        rooted = _ROOT.sub(r"\g<one>^0,5", _ROOT_OF_BOTH.sub(r"\g<one>^0,5·\g<other>^0,5", question))
    for pattern, marked in _READERS:
        for found in pattern.finditer(rooted):
            text = marked(found)
            if text:
                # Behind such a function «(4,10)» is a point, and its comma parts two numbers.
                return rooted[: found.start()] + text + _PAIR.sub(r"(\1; \2)", rooted[found.end() :])
    return question


def _letters(found: re.Match[str]) -> str | None:
    one, other = (found[name].lower().replace("_", "") for name in ("one", "other"))
    return None if one == other else f"{one} {other}"


def _marked_product(found: re.Match[str]) -> str | None:
    letters = _letters(found)
    if letters is None:
        return None
    numbers = (found["scale"] or "1", _exponent(found["p"]), _exponent(found["q"]))
    return f" zfp {letters} {' ; '.join(numbers)} "


def _marked_sum(found: re.Match[str]) -> str | None:
    letters = _letters(found)
    return letters and f" zfs {letters} {found['p'] or '1'} ; {found['q'] or '1'} "


def _marked_least(found: re.Match[str]) -> str | None:
    letters = _letters(found)
    one = _quotient(found["p"] or "1", found["under"])
    other = _quotient(found["q"] or "1", found["below"])
    return letters and f" zfm {letters} {one} ; {other} "


def _exponent(written: str) -> str:
    """Return an exponent as a plain number: «^(1/3)», «²», «½», or none."""
    digits = written.strip(" ^*(){}")
    if not digits:
        return "1"
    if digits in _HALVES:
        return _HALVES[digits]
    above, _, below = digits.partition("/")
    return _quotient(above, below)


def _quotient(above: str, below: str | None) -> str:
    if not below:
        return above
    under = float(below.replace(",", ".")) or 1.0
    digits = f"{float(above.replace(',', '.')) / under:.12f}".rstrip("0").rstrip(".").replace(".", ",")
    # Three decimals might be taken for thousands and asked about.
    return digits + "0" if rx.search(r",\d{3}$", digits) else digits


def _marked_polynomial(found: re.Match[str]) -> str | None:
    """Return the marker of a function of one factor, its coefficients by rising power."""
    sizes: dict[int, float] = {}
    letters: set[str] = set()
    for one in _ONE_TERM.finditer(found["right"]):
        sign = -1.0 if (one["sign"] or "+") in "-−–" else 1.0
        if one["alone"]:
            power, size = 0, float(one["alone"].replace(",", "."))
        else:
            letters.add(one["letter"].lower())
            digit = (one["power"] or "1").strip()[-1]
            power = {"²": 2, "³": 3}.get(digit) or int(digit)
            size = float(one["size"].replace(",", ".")) if one["size"] else 1.0
        sizes[power] = sizes.get(power, 0.0) + sign * size
    if len(letters) != 1 or max(sizes) < 2:
        return None
    return f" zgl {letters.pop()} {' ; '.join(_quotient(_plain(sizes.get(one, 0.0)), '1') for one in range(4))} "


def _plain(value: float) -> str:
    return f"{value:.12f}"


def _marked_single(found: re.Match[str]) -> str | None:
    return f" zgr {found['letter'].lower()} {found['size'] or '1'} ; {_exponent(found['power'])} "


_READERS = (
    (_LEAST, _marked_least),
    (_PRODUCT, _marked_product),
    (_SUM, _marked_sum),
    (_POLYNOMIAL, _marked_polynomial),
    (_SINGLE, _marked_single),
)
