"""Macroeconomía: desempleo, actividad y empleo como los mide el INDEC, y la ley de Okun."""

from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.formulas import macro
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution

AREA = "Macroeconomía"
_USUAL_OKUN = 2.0


def _rate(part: float, whole: float, inside: str) -> float:
    """Return a part of a whole in per cent; CalculationError, naming it, where the part is the larger one."""
    if part < 0 or whole <= 0:
        raise CalculationError("Las cantidades de personas tienen que ser positivas.")
    if part > whole:
        raise CalculationError(f"Los datos no cierran: {inside}.")
    return 100 * part / whole


def _unemployment(g: Given) -> Solution:
    force = g["u"] + g["o"]
    rate = _rate(g["u"], force, "hay más desocupados que población activa")
    return _unemployed(rate, g.fill(f"{{u}} / ({{u}} + {{o}}) = {percent(rate)}"))


def _unemployment_of_force(g: Given) -> Solution:
    rate = _rate(g["u"], g["p"], "hay más desocupados que población activa (PEA)")
    return _unemployed(rate, g.fill(f"{{u}} / {{p}} = {percent(rate)}"))


def _unemployment_from_employed(g: Given) -> Solution:
    rate = 100 - _rate(g["o"], g["p"], "hay más ocupados que población activa (PEA)")
    return _unemployed(rate, g.fill(f"({{p}} − {{o}}) / {{p}} = {percent(rate)}"))


def _unemployed(rate: float, worked: str) -> Solution:
    return Solution(
        rate,
        f"La tasa de desempleo es {percent(rate)}.",
        worked,
        f"De cada 100 personas que trabajan o buscan trabajo, {number(rate)} buscan y no encuentran.",
        ("como el INDEC: desocupados sobre la población económicamente activa (PEA), no sobre la población total",),
    )


def _activity(g: Given) -> Solution:
    rate = _rate(g["p"], g["n"], "la PEA es mayor que la población")
    return Solution(
        rate,
        f"La tasa de actividad es {percent(rate)}.",
        g.fill(f"{{p}} / {{n}} = {percent(rate)}"),
        f"De cada 100 habitantes, {number(rate)} trabajan o buscan trabajo.",
        ("como el INDEC: sobre la población total",),
    )


def _employment(g: Given) -> Solution:
    rate = _rate(g["o"], g["n"], "hay más ocupados que población")
    return Solution(
        rate,
        f"La tasa de empleo es {percent(rate)}.",
        g.fill(f"{{o}} / {{n}} = {percent(rate)}"),
        f"De cada 100 habitantes, {number(rate)} tienen trabajo.",
        ("como el INDEC: sobre la población total",),
    )


def _okun(g: Given) -> Solution:
    given = "b" in g
    beta = g["b"] if given else _USUAL_OKUN
    gap = macro.okun_gap(g["u"], g["n"], beta)
    side = "por debajo de" if gap < 0 else "por encima de" if gap > 0 else "justo en"
    return Solution(
        gap,
        f"Según la ley de Okun, la brecha de producto es {percent(gap)}.",
        g.fill(f"−{number(beta)} × ({{u}} % − {{n}} %) = {percent(gap)}"),
        f"Con ese desempleo, el producto está {side} su potencial.",
        ()
        if given
        else ("coeficiente de Okun 2, el de los manuales; en cada país y época es otro, y la relación es aproximada",),
    )


_UNEMPLOYED = Input("u", "la cantidad de desocupados", Kind.NUMBER)
_EMPLOYED = Input("o", "la cantidad de ocupados", Kind.NUMBER)
_FORCE = Input("p", "la PEA", Kind.NUMBER)
_PEOPLE = Input("n", "la población total", Kind.NUMBER)
_U = (
    r"{u} (?:m )?(?:de )?(?:personas )?(?:estan )?(?:desocupad[oa]s|desemplead[oa]s|parad[oa]s)",
    r"(?:desocupad[oa]s|desemplead[oa]s)(?: (?:son|hay|de))* {u}",
    r"{u} (?:m )?(?:de )?(?:personas )?(?:que )?buscan (?:trabajo|empleo)",
)
_O = (
    r"{o} (?:m )?(?:de )?(?:personas )?(?:estan )?(?:ocupad[oa]s|emplead[oa]s)",
    r"(?:ocupad[oa]s|emplead[oa]s)(?: (?:son|hay|de))* {o}",
    r"{o} (?:m )?(?:de )?(?:personas )?(?:que )?(?:trabajan|tienen (?:trabajo|empleo))",
)
_P = (
    r"(?:pea|poblacion (?:economicamente )?activa|fuerza laboral|activos)(?: (?:es|de|son|pea|total))* {p}",
    r"{p} (?:m )?(?:de )?(?:personas )?(?:de |en la )?(?:pea|activos|poblacion (?:economicamente )?activa)",
)
_N = (
    r"poblacion(?: (?:total|es|de|son|urbana))* {n}",
    r"{n} (?:m )?(?:de )?(?:habitantes|personas|poblacion total|poblacion(?! (?:activa|economicamente)))",
    r"(?:pea|ocupados|activos) (?:de )?#\d+ (?:m )?(?:de|sobre) {n}",
)
_ALSO = (
    "tasa poblacion economicamente activa pea desempleo desocupacion personas trabajo empleo total fuerza laboral"
    " habitantes buscan trabajan pais"
)
_ODD = (
    r"%\d|@\d|\$\d|edad|adult|subocup|inactiv|subi|\bbaj[oa]\b|paso|inflacion|salari|sueldo|fabrica|empresa|product"
    r"|public|privad"
)

CALCULATORS = (
    Calculator(
        id="tasa_desempleo",
        name="la tasa de desempleo",
        area=AREA,
        formula="desocupados / (ocupados + desocupados)",
        inputs=(_UNEMPLOYED, _EMPLOYED),
        keys="desocupados desocupadas desempleados desempleadas desempleo desocupacion",
        when=(r"desocup|desemple|buscan", r"\bocupad|\bemplead|trabajan|tienen"),
        unless=_ODD + r"|habitante|\bpea\b [#$]|poblacion (?:economicamente )?(?:activa|total) (?:de |es )*#",
        wordings=(*_U, *_O),
        also=_ALSO + " ocupados ocupadas empleados",
        work=_unemployment,
    ),
    Calculator(
        id="tasa_desempleo_pea",
        name="la tasa de desempleo",
        area=AREA,
        formula="desocupados / PEA",
        inputs=(_UNEMPLOYED, _FORCE),
        keys="desocupados desocupadas desempleados desempleadas desempleo desocupacion",
        when=(r"desocupad|desemplead|buscan", r"\bpea\b|activ|fuerza laboral"),
        unless=_ODD + r"|habitante|actividad|poblacion total|\bocupad[oa]s (?:son )?#|#\d+ (?:m )?(?:de )?ocupad",
        wordings=(*_U, *_P),
        also=_ALSO + " activos",
        work=_unemployment_of_force,
        asks=False,
    ),
    Calculator(
        id="tasa_desempleo_ocupados",
        name="la tasa de desempleo",
        area=AREA,
        formula="(PEA − ocupados) / PEA",
        inputs=(_EMPLOYED, _FORCE),
        keys="desempleo desocupacion desocupados",
        when=(r"desemple|desocup", r"\bocupad|\bemplead", r"\bpea\b|activ|fuerza laboral"),
        unless=_ODD + r"|habitante|actividad|poblacion total|desocupados #|#\d+ (?:de )?desocupad",
        wordings=(*_P, *_O),
        also=_ALSO + " activos ocupados ocupadas",
        work=_unemployment_from_employed,
        asks=False,
    ),
    Calculator(
        id="tasa_actividad_empleo",
        name="la tasa de actividad",
        area=AREA,
        formula="PEA / población total",
        inputs=(_FORCE, _PEOPLE),
        keys="pea activa actividad",
        when=(r"\bpea\b|poblacion (?:economicamente )?activa|tasa de actividad",),
        unless=_ODD + r"|ocupad|desemple",
        wordings=(*_P, *_N),
        also=_ALSO + " indec",
        work=_activity,
        asks=False,
    ),
    Calculator(
        id="tasa_empleo",
        name="la tasa de empleo",
        area=AREA,
        formula="ocupados / población total",
        inputs=(_EMPLOYED, _PEOPLE),
        keys="ocupados ocupadas empleo",
        when=(r"\bocupad|tasa de empleo", r"poblacion|habitante|empleo"),
        unless=_ODD + r"|desocup|desemple|\bpea\b|activ",
        wordings=(*_O, *_N),
        also=_ALSO + " indec",
        work=_employment,
        asks=False,
    ),
    Calculator(
        id="ley_okun",
        name="la brecha según la ley de Okun",
        area=AREA,
        formula="−β(u − u*)",
        inputs=(
            Input("u", "el desempleo", Kind.RATE, above=0, below=100),
            Input("n", "el desempleo natural", Kind.RATE, above=0, below=100),
            Input("b", "el coeficiente de Okun", Kind.NUMBER, optional=True, above=0),
        ),
        keys="okun",
        when=(r"okun", r"natural|nairu"),
        unless=r"crec|baj|cay|sub",
        wordings=(
            r"(?:natural|nairu)(?: (?:es|de|del))* {n}",
            r"coeficiente(?: (?:de|okun|es))* {b}",
            r"(?:desempleo|desocupacion|observado|efectivo|actual)(?: (?:es|de|del))* {u}",
        ),
        also="ley regla desempleo desocupacion tasa brecha producto pbi coeficiente potencial",
        work=_okun,
    ),
)
