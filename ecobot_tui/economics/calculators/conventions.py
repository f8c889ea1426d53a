"""What a question says only to fix a scale: «con año de 365 días», «(base 100)», «2016 = 100».

Such a number is no datum. Left in the question it would look for a place in a calculator, find none, and a question
told with more care than others would get no answer.
"""

import re

COMMERCIAL_YEAR = "ano comercial"
"""What stands in the folded text of a question that counts 360 days a year."""

_LEAD = (
    r"(?:[(,;.:]\s*|\b)(?:(?:con|usando|us[aá]|usar|tomando|tom[aá]r?|toma|considerando|consider[aá]|suponiendo|supon[eé]"
    r"|contando|sobre|y|para|en)\s+)*(?:un\s+|el\s+|una\s+|la\s+)?"
)
_YEAR = re.compile(
    rf"(?P<lead>{_LEAD})(?:base\s+(?:de\s+)?)?"
    r"(?:a[nñ]o\s+(?:comercial\s+|civil\s+|financiero\s+|bancario\s+)?(?:de\s+|\(|=\s*)?|base\s+(?:de\s+)?"
    r"|(?<=sobre )(?=36[05] d[ií]as))"
    r"(?P<days>360|365)(?:\s*d[ií]as)?\)?(?!\s*(?:[%$]|pesos|mil))",
    re.IGNORECASE,
)
_IS_A_TERM = re.compile(r"(?:^|\s)(?:en|por|durante|para)\s+(?:un\s+|el\s+)?$", re.IGNORECASE)
_INDEX_BASE = re.compile(
    r"(?<!cantidad )(?<!cantidades )(?<!precio )(?<!precios )(?<!costo )(?<!valor )(?<!sueldo )(?<!\bq )(?<!\bp )"
    r"(?P<base>\bbase\s*)(?:(?P<year>(?:en\s+|de\s+|año\s+|[a-z]+\s+(?:de\s+)?)?(?:19|20)\d\d)\s*)?"
    r"(?:=\s*|igual a\s+|de\s+)?100(?:,0+)?(?![\d.,]*\d|\s*%|\s*(?:pesos|mil|unidades|kilos))",
    re.IGNORECASE,
)
_EQUALS_BASE = re.compile(r"\((?:[a-z]+\s+(?:de\s+)?)?(?:19|20)\d\d\s*=\s*100\)", re.IGNORECASE)


def without_scales(question: str) -> str:
    """Return a question without the numbers that only fix a scale; a year of 360 days stays as words."""
    if "36" in question:
        question = _YEAR.sub(_year, question)
    if "100" in question:
        question = _EQUALS_BASE.sub(" ", _INDEX_BASE.sub(r"\g<base>", question))
    return question


def _year(found: re.Match[str]) -> str:
    if _IS_A_TERM.search(found["lead"]):
        return found[0]
    return f" , {COMMERCIAL_YEAR} " if found["days"] == "360" else " , "
