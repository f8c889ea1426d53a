"""Ratios de una empresa: rentabilidad, liquidez, endeudamiento y rotación, y cualquier dato del balance desde ellos."""

from ecobot_tui.economics.calculators.identities import Magnitude, System, calculator, rule
from ecobot_tui.economics.calculators.model import Kind

AREA = "Proyectos y bonos"
_NET = r"(?:netas?|netos?|del (?:ano|ejercicio|periodo)|final(?:es)?|despues de impuestos|anual(?:es)?|por)"
_TOTAL = r"(?: (?:total(?:es)?|promedio|medio|medios|contable|neto))*"
_HAS = (
    r"\broe\b|\broa\b|rentabilidad (?:del|sobre|de) (?:los |el )?(?:patrimonio|activos?|capital propio"
    r"|recursos propios|fondos propios|ventas)"
)


def _ratio(symbol: str, short: str, name: str, labels: str, meaning: str, kind: Kind = Kind.NUMBER) -> Magnitude:
    return Magnitude(symbol, short, name, labels, kind, meaning=meaning)


_NET_INCOME = Magnitude(
    "u",
    "ganancia neta",
    "la ganancia neta",
    rf"(?:ganancia|utilidad|beneficio|resultado|ingreso neto|ganancias|utilidades|beneficios)(?: {_NET})*"
    rf"|gan(?:o|a|e|amos|ar|aron)"
    r"|ganancia de|net income|lucro",
    meaning="Es lo que queda para los dueños después de todos los gastos, intereses e impuestos.",
)
_EQUITY = Magnitude(
    "e",
    "patrimonio neto",
    "el patrimonio neto",
    r"patrimonio(?: neto| promedio)*|capital (?:propio|contable|social)|pn|equity|(?:recursos|fondos) propios"
    r"|capital de los (?:duenos|socios|accionistas)|capital",
    meaning="Es lo que queda para los dueños: activo menos pasivo.",
)
_ASSETS = Magnitude(
    "a",
    "activo total",
    "el activo total",
    rf"activos?{_TOTAL}|total (?:de|del) activos?|bienes",
    above=0,
)
_DEBT = Magnitude(
    "d",
    "pasivo total",
    "el pasivo total",
    rf"pasivos?{_TOTAL}|total (?:de|del) pasivos?|deudas?(?: totales| total)?|obligaciones|debe",
    meaning="Es todo lo que la empresa debe.",
)
_SALES = Magnitude(
    "v",
    "ventas",
    "las ventas",
    r"ventas?(?: netas| anuales| totales)*|vend[ei]\w*|factur\w+|ingresos(?: por ventas| totales)?",
    above=0,
)

RETURNS = System(
    id="rentabilidad_de_la_empresa",
    name="la rentabilidad de la empresa",
    area=AREA,
    formula="ROE = ganancia neta / patrimonio; ROA = ganancia neta / activo; margen neto = ganancia neta / ventas",
    magnitudes=(
        _ratio(
            "re",
            "ROE",
            "el ROE",
            r"roe|rentabilidad (?:del|sobre(?: el)?) (?:patrimonio(?: neto)?|capital propio)|rentabilidad (?:de|sobre)"
            r" (?:los )?(?:recursos|fondos) propios|rentabilidad financiera|return on equity",
            "Es lo que gana la empresa por cada 100 que pusieron sus dueños.",
            Kind.RATE,
        ),
        _ratio(
            "ra",
            "ROA",
            "el ROA",
            r"roa|rentabilidad (?:de|del|sobre(?: el| los)?) (?:los )?(?:activos?(?: total(?:es)?)?)"
            r"|rentabilidad economica|return on assets",
            "Es lo que gana la empresa por cada 100 de activos, sin importar quién los financió.",
            Kind.RATE,
        ),
        _ratio(
            "m",
            "margen neto",
            "el margen neto",
            r"margen (?:de (?:la )?)?(?:neto|net[oa]|utilidad(?: neta)?|beneficio(?: neto)?|ganancia neta)"
            r"|margen sobre (?:las )?ventas|rentabilidad sobre (?:las )?ventas|margen",
            "De cada 100 de ventas, es lo que queda como ganancia.",
            Kind.RATE,
        ),
        _ratio(
            "t",
            "rotación",
            "la rotación de activos",
            r"rotacion(?: (?:de|del|los|el|activos?|total(?:es)?))*",
            "Es cuántos pesos se venden por cada peso de activos.",
        ),
        _ratio(
            "l",
            "apalancamiento",
            "el apalancamiento",
            r"apalancamiento(?: financiero)?|multiplicador (?:del|de) capital|leverage",
            "Es cuántas veces entra el patrimonio en el activo.",
        ),
        _NET_INCOME,
        _EQUITY,
        _ASSETS,
        _DEBT,
        _SALES,
    ),
    rules=(
        rule("re", "{u} / {e} × 100", lambda u, e: 100 * u / e),
        rule("ra", "{u} / {a} × 100", lambda u, a: 100 * u / a),
        rule("m", "{u} / {v} × 100", lambda u, v: 100 * u / v),
        rule("t", "{v} / {a}", lambda v, a: v / a),
        rule("e", "{a} − {d}", lambda a, d: a - d),
        rule("a", "{d} + {e}", lambda d, e: d + e),
        rule("l", "{a} / {e}", lambda a, e: a / e),
        rule("u", "{re} % × {e}", lambda re, e: re * e / 100),
        rule("u", "{ra} % × {a}", lambda ra, a: ra * a / 100),
        rule("u", "{m} % × {v}", lambda m, v: m * v / 100),
        rule("ra", "{m} × {t}", lambda m, t: m * t),
        rule("re", "{ra} × {l}", lambda ra, lever: ra * lever),
        rule("re", "{m} × {t} × {l}", lambda m, t, lever: m * t * lever),
        rule("l", "{re} / {ra}", lambda re, ra: re / ra),
        rule("e", "{u} / {re} %", lambda u, re: 100 * u / re),
        rule("a", "{u} / {ra} %", lambda u, ra: 100 * u / ra),
        rule("v", "{u} / {m} %", lambda u, m: 100 * u / m),
        rule("t", "{ra} / {m}", lambda ra, m: ra / m),
    ),
    keys="roe roa rentabilidad margen dupont",
    names=rf"{_HAS}|margen (?:de (?:utilidad|ganancia) )?net[oa]|margen de utilidad"
    r"|rentabilidad (?:financiera|economica)|du ?pont"
    r"|rotacion de (?:los )?activos?|multiplicador del? capital|margen sobre (?:las )?ventas",
    unless=r"precio|costo (?:unitario|variable|marginal)|unidades|interes neto|margen neto de interes|pbi|bono|cartera",
    assumptions=("los saldos del balance son los del período",),
)
_CURRENT = r"(?:corrientes?|circulantes?|de corto plazo|a corto plazo|a corto)"
SOLVENCY = System(
    id="liquidez_y_endeudamiento",
    name="la liquidez y el endeudamiento de la empresa",
    area=AREA,
    formula="liquidez = activo corriente / pasivo corriente; endeudamiento = pasivo / patrimonio",
    magnitudes=(
        _ratio(
            "lc",
            "liquidez corriente",
            "la liquidez corriente",
            r"(?:razon |ratio |indice |coeficiente |prueba |relacion )?(?:de )?(?:la )?"
            r"(?:liquidez(?: (?:corriente|general|circulante))?|solvencia corriente|razon (?:corriente|circulante))"
            r"|(?:razon|ratio) (?:corriente|circulante)|current ratio",
            "Por cada peso que vence en el año, es cuántos pesos hay en activos que se hacen efectivo en el año.",
        ),
        _ratio(
            "pa",
            "prueba ácida",
            "la prueba ácida",
            r"(?:razon |ratio |indice |prueba |liquidez |coeficiente )?(?:de )?(?:la )?(?:prueba )?(?:acid[oa]|seca)"
            r"|acid test|quick ratio|test acido|liquidez seca",
            "Es la liquidez sin contar los inventarios, que tardan en venderse.",
        ),
        Magnitude(
            "ct",
            "capital de trabajo",
            "el capital de trabajo",
            r"capital de trabajo(?: neto)?|fondo de maniobra|working capital|capital circulante",
            meaning="Es lo que queda del activo corriente después de pagar las deudas del año.",
        ),
        _ratio(
            "en",
            "endeudamiento",
            "el endeudamiento (pasivo sobre patrimonio)",
            r"(?:razon|ratio|indice|nivel|coeficiente|grado|relacion) (?:de )?(?:endeudamiento|apalancamiento"
            r"|deuda ?/? ?(?:a |sobre )?(?:el )?(?:patrimonio|capital))|endeudamiento|apalancamiento(?: financiero)?"
            r"|debt to equity|deuda (?:sobre|a) (?:el )?(?:patrimonio|capital)|leverage",
            "Por cada peso de los dueños, es cuánto debe la empresa.",
        ),
        _ratio(
            "da",
            "pasivo / activo",
            "la parte del activo que se debe",
            r"(?:razon|ratio|indice|relacion) (?:de )?deuda(?: (?:sobre|a|total))*(?: activos?)?|deuda sobre (?:el )?"
            r"activos?|pasivo sobre (?:el )?activo|(?:porcentaje|parte) del activo",
            "De cada 100 de activo, es cuánto financian terceros.",
            Kind.RATE,
        ),
        _ratio(
            "so",
            "solvencia",
            "la solvencia (activo sobre pasivo)",
            r"(?:razon |ratio |indice )?(?:de )?solvencia",
            "Por cada peso que se debe, es cuántos pesos de activo hay.",
        ),
        _ratio(
            "co",
            "cobertura",
            "la cobertura de intereses",
            r"cobertura(?: de (?:los )?intereses)?|cuantas veces cubre",
            "Es cuántas veces alcanza el resultado operativo para pagar los intereses.",
        ),
        Magnitude(
            "ac",
            "activo corriente",
            "el activo corriente",
            rf"activos? {_CURRENT}|activo (?:liquido|disponible)",
        ),
        Magnitude(
            "pc",
            "pasivo corriente",
            "el pasivo corriente",
            rf"(?:pasivos?|deudas?|obligaciones) {_CURRENT}|(?:deudas?|obligaciones)(?: que)?(?: vencen)?"
            r" (?:este ano|en el ano)",
        ),
        Magnitude(
            "in",
            "inventarios",
            "los inventarios",
            r"inventarios?|existencias|mercaderias?|bienes de cambio|stock|mercancias?",
        ),
        Magnitude(
            "eb",
            "EBIT",
            "el resultado operativo",
            r"ebit|(?:resultado|utilidad|ganancia|beneficio) (?:operativ[oa]"
            r"|de operacion|antes de intereses(?: e impuestos)?)|uaii",
        ),
        Magnitude(
            "i", "intereses", "los intereses", r"intereses(?! e impuestos)|gastos? (?:financieros?|por intereses)"
        ),
        _EQUITY,
        _ASSETS,
        _DEBT,
    ),
    rules=(
        rule("lc", "{ac} / {pc}", lambda ac, pc: ac / pc),
        rule("pa", "({ac} − {in}) / {pc}", lambda ac, inv, pc: (ac - inv) / pc),
        rule("ct", "{ac} − {pc}", lambda ac, pc: ac - pc),
        rule("e", "{a} − {d}", lambda a, d: a - d),
        rule("d", "{a} − {e}", lambda a, e: a - e),
        rule("a", "{d} + {e}", lambda d, e: d + e),
        rule("en", "{d} / {e}", lambda d, e: d / e),
        rule("da", "{d} / {a} × 100", lambda d, a: 100 * d / a),
        rule("so", "{a} / {d}", lambda a, d: a / d),
        rule("co", "{eb} / {i}", lambda eb, i: eb / i),
        rule("ac", "{lc} × {pc}", lambda lc, pc: lc * pc),
        rule("pc", "{ac} / {lc}", lambda ac, lc: ac / lc),
        rule("ac", "{ct} + {pc}", lambda ct, pc: ct + pc),
        rule("pc", "{ac} − {ct}", lambda ac, ct: ac - ct),
        rule("d", "{en} × {e}", lambda en, e: en * e),
        rule("e", "{d} / {en}", lambda d, en: d / en),
        rule("i", "{eb} / {co}", lambda eb, co: eb / co),
    ),
    keys="liquidez acida endeudamiento solvencia apalancamiento capital patrimonio activo pasivo cobertura",
    names=r"liquidez|(?:prueba|test|razon|ratio) acid[oa]|acid test|quick ratio|current ratio|capital de trabajo"
    r"|fondo de maniobra|endeudamiento|apalancamiento|solvencia|razon (?:corriente|circulante)|ratio (?:corriente"
    r"|circulante)|cobertura de (?:los )?intereses|activos?\b.*\b(?:pasivos?|patrimonio|deudas?|debe)"
    r"|(?:pasivos?|patrimonio)\b.*\bactivos?|deudas? (?:sobre|a) (?:patrimonio|capital|activos?)|debt to equity"
    r"|razon de deuda",
    unless=r"\bwacc\b|encaje|banco central|reservas|\bpbi\b|preferencia por la liquidez|trampa|\broe\b|\broa\b|margen"
    r"|rotacion|inflacion|dolariz",
    assumptions=("saldos de la misma fecha",),
)

CALCULATORS = (calculator(RETURNS), calculator(SOLVENCY))
