"""Reading the numbers of an answer, and whether one of them is the expected result.

This reader is the evaluation's own: it must not share a mistake with the one under test.
"""

import re

# An answer may round to two decimals, or to four significant digits when it is large.
ABSOLUTE_TOLERANCE = 0.0051
RELATIVE_TOLERANCE = 0.0005

# A dash is a sign only where it cannot be a minus between terms.
_NUMBER = re.compile(
    r"""
    (?:(?<=^)|(?<=[\s(=:≈$%*×/]))(?P<sign>[-−–])?[ ]?(?:US\$|u\$s|\$)?[ ]?
    (?P<whole>\d{1,3}(?:\.\d{3})+(?!\d)|\d+)(?:,(?P<fraction>\d+))?
    (?:[ ](?P<scale>mil[ ]millones|millones|millón|billones|billón|mil)\b)?
    """,
    re.VERBOSE,
)
_SCALES = {"mil": 1e3, "millón": 1e6, "millones": 1e6, "mil millones": 1e9, "billón": 1e12, "billones": 1e12}
_DOWN = re.compile(
    r"p[eé]rd|pierd|ca[eíy]|baj|disminu|menor|menos|negativ|d[eé]ficit|rojo|retroced|inel[aá]stic|apreci|faltan",
    re.IGNORECASE,
)


def numbers_in(text: str) -> list[float]:
    """Every number of a text in es-AR form (`1.500,75`), with its sign and its scale in words."""
    found = []
    for match in _NUMBER.finditer(text):
        value = float(match["whole"].replace(".", "") + "." + (match["fraction"] or "0"))
        if match["scale"]:
            found.append(_signed(match, value))  # «2 millones» may be a count of millions
            value *= _SCALES[match["scale"]]
        found.append(_signed(match, value))
    return found


def _signed(match: re.Match[str], value: float) -> float:
    """Take a dash as a sign when it touches the number or its currency: «a - 3» is a subtraction."""
    if not match["sign"] or match[0][1:2] == " ":
        return value
    return -value


def close(shown: float, expected: float) -> bool:
    """Whether a number that was shown is the expected one, rounded."""
    return abs(shown - expected) <= max(ABSOLUTE_TOLERANCE, RELATIVE_TOLERANCE * abs(expected))


def shows(text: str, expected: float) -> bool:
    """Whether the answer gives the expected number; a fall may be told in words with its size."""
    shown = numbers_in(text)
    if any(close(number, expected) for number in shown):
        return True
    return expected < 0 and _DOWN.search(text) is not None and any(close(number, -expected) for number in shown)
