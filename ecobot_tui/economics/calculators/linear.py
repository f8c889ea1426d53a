"""Linear demand and supply as they are typed: «Qd=100−2P» becomes `zdq 100 ; -2`, so that no sign gets lost.

The marker tells demand, supply or unsaid (d, s, u) and the variable on the left (q, p). What is no such line stays.
"""

import re

_NUMBER = r"\d+(?:[.,]\d+)*"
_LINE = re.compile(
    r"(?<![\w+\-−–*/^])(?:(?P<word>demanda|oferta)(?: es| lineal| inversa|:)*\s+)?"
    r"(?P<left>[QP])(?P<side>[dso])?\s?(?:\([QP]\))?\s*=\s*"
    rf"(?:(?P<a>[-−–]?\s?{_NUMBER})\s*(?P<sign>[-−–+])\s*(?P<k>{_NUMBER})?\s?[*·.×]?\s?(?P<var>[QP])"
    rf"|(?P<k2>[-−–]?\s?(?:{_NUMBER})?)\s?[*·×]?\s?(?P<var2>[QP])\s*(?P<sign2>[-−–+])\s*(?P<a2>{_NUMBER}))"
    r"[dso]?(?![\w²³^]|\s*[-−–+*/·×^=]|[.,]\d)",
    re.IGNORECASE,
)
_MINUS = re.compile(r"[-−–]\s?")


def mark_lines(question: str) -> str:
    """Return the question with a marker, the constant and the slope in the place of each linear function."""
    return _LINE.sub(_marked, question) if "=" in question else question


def _marked(found: re.Match[str]) -> str:
    left, right = found["left"].lower(), (found["var"] or found["var2"]).lower()
    if left == right:
        return found[0]
    word = (found["word"] or "").lower()
    side = {"d": "d", "s": "s", "o": "s"}.get((found["side"] or "").lower(), "")
    said = {"demanda": "d", "oferta": "s"}.get(word, "")
    if side and said and side != said:
        return found[0]
    if found["a"]:
        constant, slope = found["a"], ("" if found["sign"] == "+" else "-") + (found["k"] or "1")
    else:
        constant = ("" if found["sign2"] == "+" else "-") + found["a2"]
        slope = found["k2"].strip()
        slope = slope + "1" if slope in ("", "-", "−", "–") else slope
    return f" z{side or said or 'u'}{left} {_MINUS.sub('-', constant)} ; {_MINUS.sub('-', slope)} "
