"""Macroeconomía: desempleo, actividad y empleo como los mide el INDEC: cualquiera de ellos desde los demás."""

from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.identities import Magnitude, System, calculator, rule
from ecobot_tui.economics.calculators.model import Kind

AREA = "Macroeconomía"
_WHO = r"(?:(?:de )?(?:personas|gente|trabajadores|habitantes|mexicanos|argentinos|chilenos|espanoles)(?: que)? )?"
_MILLION = 1e6
_JOB = r"(?:trabajo|empleo|laburo|chamba|pega|curro)"

RATES = System(
    id="tasas_de_empleo",
    name="las tasas de actividad, empleo y desempleo",
    area=AREA,
    formula="desempleo = desocupados / PEA; actividad = PEA / población; empleo = ocupados / población",
    magnitudes=(
        Magnitude(
            "n",
            "población",
            "la población",
            r"poblacion(?: (?:total|urbana|mayor|de referencia|del pais|en edad de trabajar|adulta))*|habitantes"
            r"|personas(?: (?:mayores|en edad de trabajar))?|viven"
            r"|(?:mexicanos|argentinos|chilenos|espanoles|colombianos|uruguayos|peruanos|adultos)"
            r"|(?:personas )?en edad (?:de trabajar|laboral)|pet|(?<=\d )(?:m )?(?:de|sobre)(?= #\d+(?: m)?$)"
            r"|(?<=\d )sobre(?: una poblacion de| un total de)?(?= #)",
            Kind.NUMBER,
            above=0,
            meaning="Es la población con la que cierran los otros datos.",
        ),
        Magnitude(
            "p",
            "PEA",
            "la PEA",
            r"(?:personas (?:en|de|que (?:forman|integran)) la )?(?:pea|poblacion (?:economicamente )?activa(?: pea)?"
            r"|fuerza (?:laboral|de trabajo))"
            r"|(?:poblacion )?economicamente activ[oa]s?|activ[oa]s|masa laboral|poblacion activa"
            rf"|trabajan? (?:o|y los que|u) (?:que )?busc\w+(?: {_JOB})?|busc\w+ o trabajan",
            Kind.NUMBER,
            least=0,
            meaning="La población económicamente activa es la que trabaja o busca trabajo.",
        ),
        Magnitude(
            "o",
            "ocupados",
            "los ocupados",
            rf"{_WHO}(?:estan )?(?:ocupad|emplead)[oa]s|poblacion ocupada|trabajan|{_WHO}(?:tienen"
            rf"|con) (?:un )?{_JOB}|tiene {_JOB}|trabajando",
            Kind.NUMBER,
            least=0,
        ),
        Magnitude(
            "u",
            "desocupados",
            "los desocupados",
            rf"{_WHO}(?:estan )?(?:desocupad|desemplead|parad|cesante)[oa]?s|poblacion desocupada"
            rf"|{_WHO}(?:que )?(?:busc\w+|estan buscando)(?: (?:activamente|un))*(?: {_JOB})?(?: (?:sin|y no) \w+)?"
            rf"|sin (?:{_JOB}|encontrar)|desocupad[oa]s|sin {_JOB}"
            rf"|no (?:consig\w+|encuentr\w+|hall\w+|tienen?|encontr\w+)(?: {_JOB})?(?: (?:y|pero"
            rf"|aunque) (?:lo )?busc\w+)?",
            Kind.NUMBER,
            least=0,
            meaning="Son los que no tienen trabajo y lo buscan.",
        ),
        Magnitude(
            "k",
            "inactivos",
            "los inactivos",
            rf"inactiv[oa]s|poblacion inactiva|(?:ni|no) trabajan ni (?:buscan|busca)(?: {_JOB})?"
            rf"|no (?:trabajan ni )?buscan(?: {_JOB})?|jubilados y estudiantes|estudiantes y jubilados"
            rf"|fuera de la (?:pea|fuerza laboral)",
            Kind.NUMBER,
            least=0,
            meaning="Son los que no trabajan ni buscan trabajo; no cuentan en la tasa de desempleo.",
        ),
        Magnitude(
            "a",
            "tasa de actividad",
            "la tasa de actividad",
            r"(?:tasa|indice|porcentaje|nivel) (?:(?:bruta |neta )?de )?(?:actividad|participacion)(?: (?:laboral"
            r"|economica))*|participacion (?:laboral|economica)|actividad",
            Kind.RATE,
            most=100,
            least=0,
            meaning="De cada 100 habitantes, es cuántos trabajan o buscan trabajo.",
        ),
        Magnitude(
            "e",
            "tasa de empleo",
            "la tasa de empleo",
            r"(?:tasa|indice|porcentaje|nivel) (?:de )?(?:empleo|ocupacion)|empleo|ocupacion",
            Kind.RATE,
            most=100,
            least=0,
            meaning="De cada 100 habitantes, es cuántos tienen trabajo.",
        ),
        Magnitude(
            "d",
            "tasa de desempleo",
            "la tasa de desempleo",
            r"(?:tasa|indice|porcentaje|nivel) (?:de )?(?:desempleo|desocupacion|paro|desocupados|desempleados"
            r"|cesantia)|tasa(?= (?:es |era |del? |da )*%)|desempleo|desocupacion|paro|cesantia|tasas de desempleo",
            Kind.RATE,
            most=100,
            least=0,
            meaning="De cada 100 personas que trabajan o buscan trabajo, es cuántas buscan y no encuentran.",
        ),
        Magnitude(
            "s",
            "subocupados",
            "los subocupados",
            r"subocupad[oa]s|subemplead[oa]s|trabajan (?:menos|pocas) \w+(?: \w+)*? mas",
            Kind.NUMBER,
            least=0,
        ),
        Magnitude(
            "t",
            "tasa de subocupación",
            "la tasa de subocupación",
            r"(?:tasa (?:de )?)?(?:subocupacion|subempleo)",
            Kind.RATE,
            most=100,
            least=0,
            meaning="De cada 100 activos, es cuántos trabajan menos de 35 horas y querrían trabajar más.",
        ),
    ),
    rules=(
        rule("p", "{o} + {u}", lambda o, u: o + u),
        rule("p", "{n} − {k}", lambda n, k: n - k),
        rule("p", "{n} × {a} %", lambda n, a: n * a / 100),
        rule("u", "{p} − {o}", lambda p, o: p - o),
        rule("o", "{p} − {u}", lambda p, u: p - u),
        rule("u", "{p} × {d} %", lambda p, d: p * d / 100),
        rule("o", "{n} × {e} %", lambda n, e: n * e / 100),
        rule("k", "{n} − {p}", lambda n, p: n - p),
        rule("n", "{p} + {k}", lambda p, k: p + k),
        rule("p", "{u} / ({d} / 100)", lambda u, d: 100 * u / d),
        rule("p", "{o} / (1 − {d} %)", lambda o, d: o / (1 - d / 100)),
        rule("n", "{p} / ({a} / 100)", lambda p, a: 100 * p / a),
        rule("n", "{o} / ({e} / 100)", lambda o, e: 100 * o / e),
        rule("a", "{p} / {n} × 100", lambda p, n: 100 * p / n),
        rule("e", "{o} / {n} × 100", lambda o, n: 100 * o / n),
        rule("d", "{u} / {p} × 100", lambda u, p: 100 * u / p),
        rule("t", "{s} / {p} × 100", lambda s, p: 100 * s / p),
        rule("s", "{p} × {t} %", lambda p, t: p * t / 100),
        rule("e", "{a} × (1 − {d} %)", lambda a, d: a * (1 - d / 100)),
        rule("d", "(1 − {e} / {a}) × 100", lambda e, a: 100 * (1 - e / a)),
        rule("a", "{e} / (1 − {d} %)", lambda e, d: e / (1 - d / 100)),
    ),
    keys=(
        "desocupados desocupadas desempleados desempleadas desempleo desocupacion pea activa actividad ocupados"
        " ocupadas empleo"
    ),
    names=r"^(?=.*(?:desocup|desemple|\bpea\b|\bparo\b|\bparad[oa]s|economicamente activa|poblacion activa"
    r"|fuerza (?:laboral|de trabajo)|tasa de (?:actividad|empleo|participacion)|participacion (?:laboral"
    r"|economica)|subocup|subempl"
    r"|\bocupad[oa]s\b|inactiv|cesant|buscan (?:trabajo|empleo)|sin (?:trabajo|empleo)(?=.*activ)"
    r"|tasa de ocupacion|en edad de trabajar|fuera de la pea)).*",
    unless=r"\$\d|@\d+ (?:mes|dia)|okun|natural|phillips|inflacion|salari|sueldo|costo|pbi|pib|brecha|potencial"
    r"|curva|oferta|seguro|encuest|\bpaso\b|\bsubi|\bbaj[oa]\b"
    r"|fabrica|indemniz|produc|public|probab|sacrificio|consult",
    default="d a e p",
    adjust=lambda text, values: _close(values),
    assumptions=(
        "como el INDEC: el desempleo se mide sobre la población económicamente activa (PEA), no sobre la población"
        " total",
    ),
)


def _close(values: dict[str, float]) -> None:
    """CalculationError where a part is larger than its whole; «30 millones, activos 18» counts both in millions."""
    counts = [symbol for symbol in ("n", "p", "o", "u", "k", "s") if symbol in values]
    if counts and max(values[symbol] for symbol in counts) >= _MILLION:
        values.update((symbol, values[symbol] * _MILLION) for symbol in counts if 0 < values[symbol] < 1_000)
    for part, whole, said in (
        ("u", "p", "no puede haber más desocupados que población activa (PEA)"),
        ("o", "p", "no puede haber más ocupados que población activa (PEA)"),
        ("p", "n", "la PEA es mayor que la población, y eso no puede ser"),
        ("o", "n", "no puede haber más ocupados que población"),
        ("u", "n", "no puede haber más desocupados que población"),
    ):
        if part in values and whole in values and values[part] > values[whole]:
            raise CalculationError(f"Los datos no cierran: {said}.")


CALCULATORS = (calculator(RATES),)
