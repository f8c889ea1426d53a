"""Macroeconomía: el dinero: teoría cuantitativa en niveles y en tasas, saldos reales, y creación por los bancos."""

import re

from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.identities import Assumed, Magnitude, System, calculator, rule
from ecobot_tui.economics.calculators.model import Kind

AREA = "Macroeconomía"
_MONEY = (
    r"(?:cantidad|oferta|masa|stock|emision) (?:de dinero|monetaria|nominal de dinero)|dinero(?: en circulacion)?|agregado monetario|m[123]|m(?= [#$%])"
    r"|circulante|base monetaria|emision"
)

_ASKED = r"(?:es|vale|calcul\w+|hall\w+|determin\w+|sac\w+|valor de|obten\w+) {}(?= ,|$)"

QUANTITY_THEORY = System(
    id="teoria_cuantitativa",
    name="la ecuación cuantitativa del dinero",
    area=AREA,
    formula="M × V = P × Y",
    magnitudes=(
        Magnitude(
            "m",
            "M",
            "la cantidad de dinero",
            _MONEY,
            asked=_ASKED.format("m"),
            above=0,
            meaning="Es el dinero con el que la economía puede pagar todas sus transacciones a esa velocidad.",
        ),
        Magnitude(
            "v",
            "V",
            "la velocidad de circulación",
            r"velocidad(?: (?:de circulacion|ingreso|renta|de(?:l)? dinero))*|v(?= [#$])|circula|cada (?:peso|billete|dolar|euro)(?: \w+)?(?: de mano)?",
            Kind.NUMBER,
            asked=_ASKED.format("v"),
            above=0,
            meaning="Es cuántas veces por período cambia de manos cada unidad de dinero para comprar lo producido.",
        ),
        Magnitude(
            "p",
            "P",
            "el nivel de precios",
            r"(?:nivel (?:general )?de )?precios?|p(?= [#$])|deflactor|ipc",
            asked=_ASKED.format("p"),
            above=0,
            meaning="Según la teoría cuantitativa (MV = PY), con velocidad y producto dados los precios suben en la misma"
            " proporción que el dinero.",
        ),
        Magnitude(
            "y",
            "Y",
            "el producto real",
            r"(?:producto|pbi|pib|produccion|ingreso|transacciones)(?: (?:bruto|interno|total))*(?: (?:real(?:es)?|a precios constantes))?|(?:bienes|cantidades) (?:producid|vendid)\w+|y(?= [#$])|unidades",
            asked=_ASKED.format("y"),
            above=0,
        ),
        Magnitude(
            "n",
            "PY",
            "el producto nominal",
            r"(?:(?:producto|pbi|pib|ingreso|gasto|produccion)(?: (?:bruto|interno))* )?(?:nominal|a precios corrientes)(?: anual)?|valor de (?:las transacciones|la produccion)|py",
            above=0,
        ),
        Magnitude(
            "k",
            "k",
            "la k de Cambridge",
            r"k de cambridge|k(?= [#$])|proporcion (?:del ingreso )?que (?:\w+ ){0,3}(?:dinero|efectivo)",
            Kind.NUMBER,
            above=0,
        ),
        Magnitude(
            "r",
            "M/P",
            "los saldos reales",
            r"saldos? (?:monetarios? )?reales?|(?:dinero|base|oferta|cantidad|tenencias?)(?: de dinero)? reale?s?|m p|dinero en terminos reales|saldo real",
            meaning="Es lo que el dinero puede comprar: la cantidad nominal dividida por los precios.",
            above=0,
        ),
    ),
    rules=(
        rule("p", "{m} × {v} / {y}", lambda m, v, y: m * v / y),
        rule("v", "{p} × {y} / {m}", lambda p, y, m: p * y / m),
        rule("m", "{p} × {y} / {v}", lambda p, y, v: p * y / v),
        rule("y", "{m} × {v} / {p}", lambda m, v, p: m * v / p),
        rule("n", "{m} × {v}", lambda m, v: m * v),
        rule("n", "{p} × {y}", lambda p, y: p * y),
        rule("v", "{n} / {m}", lambda n, m: n / m),
        rule("m", "{n} / {v}", lambda n, v: n / v),
        rule("v", "1 / {k}", lambda k: 1 / k),
        rule("k", "1 / {v}", lambda v: 1 / v),
        rule("p", "{n} / {y}", lambda n, y: n / y),
        rule("y", "{n} / {p}", lambda n, p: n / p),
        rule("r", "{m} / {p}", lambda m, p: m / p),
        rule("m", "{r} × {p}", lambda r, p: r * p),
        rule("p", "{m} / {r}", lambda m, r: m / r),
    ),
    keys="velocidad teoria v",
    names=r"^(?=.*(?:velocidad|cuantitativa|veces (?:\w+ )?(?:circula|cambia de manos?|gira|rota|se usa)|\bmv\b|\bm [#$]\d+ ,? ?(?:y )?v [#$]|\bm [#$](?=.*\bv\b)(?=.*\bp\b)|\bv [#$]\d+ ,? ?(?:y )?(?:[mpy]|pbi) [#$]|saldos? (?:monetarios? )?reales|cambridge"
    r"|(?:cantidad|oferta) (?:de dinero|monetaria) real)).*",
    unless=r"%\d|@\d+ (?:mes|dia)|encaje|multiplicador|\bkm\b|auto|auto\w* ",
    default="p v m y",
    assumptions=("la velocidad es estable y las cifras son del mismo período",),
)

QUANTITY_GROWTH = System(
    id="teoria_cuantitativa_tasas",
    name="la ecuación cuantitativa en tasas",
    area=AREA,
    formula="(1 + μ)(1 + v) = (1 + π)(1 + g)",
    magnitudes=(
        Magnitude(
            "m",
            "dinero",
            "el crecimiento del dinero",
            _MONEY + r"|emit\w+|banco central|bcra|monetari[ao]",
            Kind.RATE,
            above=-100,
        ),
        Magnitude(
            "v",
            "velocidad",
            "la variación de la velocidad",
            r"velocidad(?: (?:de circulacion|del dinero))*",
            Kind.RATE,
            above=-100,
        ),
        Magnitude(
            "p",
            "inflación",
            "la inflación",
            r"inflacion|(?:nivel (?:general )?de )?precios",
            Kind.RATE,
            meaning="Según la teoría cuantitativa, los precios suben lo que el dinero crece de más que la producción.",
            above=-100,
        ),
        Magnitude(
            "y",
            "producto",
            "el crecimiento del producto",
            r"(?:producto|pbi|pib|produccion|economia|actividad)(?: real)?|crecimiento (?:real|economico)|cantidades",
            Kind.RATE,
            above=-100,
        ),
        Magnitude(
            "n", "PBI nominal", "el crecimiento nominal", r"(?:pbi|pib|producto|ingreso) nominal", Kind.RATE, above=-100
        ),
        Magnitude("a", "aproximación", "la suma o resta de las tasas", r"aproximadamente \w+ la resta", Kind.RATE),
    ),
    rules=(
        rule(
            "p",
            "(1 + {m} %) × (1 + {v} %) / (1 + {y} %) − 1",
            lambda m, v, y: 100 * ((1 + m / 100) * (1 + v / 100) / (1 + y / 100) - 1),
        ),
        rule(
            "m",
            "(1 + {p} %) × (1 + {y} %) / (1 + {v} %) − 1",
            lambda p, y, v: 100 * ((1 + p / 100) * (1 + y / 100) / (1 + v / 100) - 1),
        ),
        rule(
            "y",
            "(1 + {m} %) × (1 + {v} %) / (1 + {p} %) − 1",
            lambda m, v, p: 100 * ((1 + m / 100) * (1 + v / 100) / (1 + p / 100) - 1),
        ),
        rule(
            "v",
            "(1 + {p} %) × (1 + {y} %) / (1 + {m} %) − 1",
            lambda p, y, m: 100 * ((1 + p / 100) * (1 + y / 100) / (1 + m / 100) - 1),
        ),
        rule("n", "(1 + {m} %) × (1 + {v} %) − 1", lambda m, v: 100 * ((1 + m / 100) * (1 + v / 100) - 1)),
    ),
    keys="velocidad teoria",
    names=r"^(?=.*(?:cuantitativa|velocidad|\bmv\b|dinero|monetari|emision|emit))(?=.*(?:inflacion|precios|velocidad|cuantitativa)).*",
    unless=r"[$#]\d|@\d+ (?:mes|dia)|encaje|multiplicador|tasa de interes|plazo fijo|sueldo|salari|saldos? (?:monetarios? )?real|dinero real|en terminos reales|pierde|perdi|poder de compra|valor|colchon|guard",
    default="p m",
    assumed=lambda text, known: _still(text, known),
    adjust=lambda text, values: _falls(text, values),
)


def _still(text: str, known: frozenset[str]) -> Assumed:
    """Take the velocity, or else the product, for constant where a question says so or says nothing."""
    assumed: list[tuple[str, float, str]] = []
    if "v" not in known:
        assumed.append(("v", 0.0, "la velocidad no cambia"))
    still = r"(?:producto|pbi|pib|produccion|economia|actividad)(?: real)?(?: \w+){0,3} (?:estancad\w+|constante|no (?:crece|cambia|varia)|fij\w+|quiet\w+|igual)|sin crecimiento|economia estancada"
    if "y" not in known and re.search(still, text):
        assumed.append(("y", 0.0, "el producto no cambia"))
    return tuple(assumed)


_FALLS = r"(?:ca\w+|baj\w+|disminu\w+|reduj\w+|contra\w+|retroce\w+)"


def _falls(text: str, values: dict[str, float]) -> None:
    """Read «la velocidad cae 2 %» as −2 %."""
    for symbol, words in (
        ("v", "velocidad"),
        ("y", r"(?:producto|pbi|pib|economia|produccion|actividad)"),
        ("m", "(?:dinero|monetaria)"),
        ("p", "precios"),
    ):
        if values.get(symbol, 0) > 0 and re.search(
            rf"\b{words}\b(?: [a-z]\w*){{0,3}} {_FALLS}(?: [a-z]\w*){{0,3}} %", text
        ):
            values[symbol] = -values[symbol]


def _no_cash(text: str, known: frozenset[str]) -> Assumed:
    """Take the cash for nothing where the question does not speak of it."""
    if "c" not in known and re.search(r"sin (?:circulante|efectivo|filtrac)|no (?:hay|tiene|usa) (?:circulante|efectivo)", text):
        return (("c", 0.0, "sin circulante"),)
    if known & {"c", "E"} or re.search(
        r"circulante|efectivo (?:en manos|en poder|sobre)|en efectivo (?:\w+ ){0,6}por cada|preferencia por", text
    ):
        return ()
    return (("c", 0.0, "el público deposita todo (sin circulante)"),)


def _shares(text: str, values: dict[str, float]) -> None:
    """Read cents of a peso as a share; CalculationError where a reserve requirement is not one."""
    for symbol in ("e", "c"):
        if symbol in values and values[symbol] > 1 and re.search(r"centavos|centimos|de cada|por cada", text):
            values[symbol] /= 100
    if "e" in values and not 0 < values["e"] <= 1:
        raise CalculationError("El encaje tiene que ser mayor que 0 y no puede pasar de 100 % de los depósitos.")


BANKS = System(
    id="creacion_de_dinero",
    name="la creación de dinero",
    area=AREA,
    formula="M = B × (1 + c) / (c + e)",
    magnitudes=(
        Magnitude(
            "e",
            "e",
            "el encaje",
            r"(?:tasa|coeficiente|porcentaje|requisito|ratio)(?: (?:de|legal))* (?:encajes?|reservas?|caja)|encajes?(?: (?:legal(?:es)?|bancario|minimo|obligatorio|exigido))*|encajan|e(?= [#%])"
            r"|reservas?(?: legal(?:es)?| bancarias?| minimas?)?(?= (?:\w+ ){0,3}[#%]\d+ (?:por|de los dep|del dep|centavos|sobre))|(?:bancos? )?(?:guardan?|retienen?|inmovilizan?|reservan?)",
            Kind.SHARE,
        ),
        Magnitude(
            "c",
            "c",
            "el circulante sobre los depósitos",
            r"(?:relacion|ratio|coeficiente|proporcion)?(?: ?(?:de|entre))?(?: ?el)? ?(?:circulante|efectivo)(?: (?:sobre|a|depositos|en poder del publico|en manos del publico|y))*(?: ?(?:los )?depositos)?|efectivo|billetes|c(?= [#%])"
            r"|publico (?:mantiene|conserva|retiene|desea)|preferencia por (?:el )?(?:efectivo|circulante|liquidez)|en mano",
            Kind.SHARE,
        ),
        Magnitude(
            "k",
            "multiplicador",
            "el multiplicador monetario",
            r"multiplicador(?: (?:monetario|bancario|del dinero|de la base|de los depositos))*|por cuanto se multiplica",
            Kind.NUMBER,
            above=0,
            meaning="Es cuántos pesos de dinero puede haber por cada peso de base monetaria.",
        ),
        Magnitude(
            "B",
            "B",
            "la base monetaria",
            r"base(?: monetaria)?|dinero (?:primario|de alta potencia)|b(?= [#$])|h(?= [#$])",
            meaning="Es el dinero que emite el banco central: circulante más reservas de los bancos.",
            over=1,
        ),
        Magnitude(
            "M",
            "M",
            "la oferta monetaria",
            r"oferta (?:monetaria|de dinero)|cantidad de dinero|m[12]?(?= [#$])|m1|agregado monetario|dinero(?: total| creado| se crea| en la economia)?|crear\w*|masa monetaria",
            meaning="Es el dinero en poder del público: circulante y depósitos.",
            over=1,
        ),
        Magnitude(
            "D",
            "depósito",
            "el depósito inicial",
            r"deposita\w*|deposito(?: (?:inicial|nuevo|original|en efectivo|de))*|deposito(?=s)|nuevo deposito|ingresa\w*|lleva\w*|recibe|recibio",
            over=1,
        ),
        Magnitude(
            "T",
            "depósitos totales",
            "los depósitos totales",
            r"depositos(?: (?:totales|del sistema|bancarios|a la vista|en total|del publico|maximos?))*|total de (?:los )?depositos|expansion(?: total)?(?: de (?:los )?depositos)?",
            meaning="Cada peso depositado vuelve a prestarse y a depositarse, salvo lo que se encaja.",
            over=1,
        ),
        Magnitude(
            "L",
            "préstamos",
            "lo que se puede prestar en total",
            r"prestamos totales|creditos? total(?:es)?|total de (?:prestamos|creditos)|(?:prestamos|creditos?) del sistema",
            over=1,
        ),
        Magnitude(
            "P",
            "primer préstamo",
            "lo que el banco puede prestar",
            r"(?:puede|podra|pueden|podria|va a) (?:\w+ )?prestar|presta(?:r|ra|ble)?|capacidad prestable|primer prestamo|prestamos|credito",
            over=1,
            meaning="Es lo que queda del depósito después de guardar el encaje.",
        ),
        Magnitude(
            "R",
            "reservas",
            "las reservas",
            r"reservas?(?: (?:bancarias|de los bancos|totales|en el banco central|exigidas?|obligatorias?|legal(?:es)?|minim\w+|requerid\w+))*|(?:debe|tiene que|deben) (?:\w+ )?(?:guardar|encajar|inmovilizar|retener|reservar)|encaja(?:r|ra)?",
            over=1,
        ),
        Magnitude(
            "E",
            "circulante",
            "el circulante",
            r"circulante(?: en (?:poder|manos) del publico)?|(?:efectivo|billetes(?: y monedas)?)(?: en (?:poder|manos) (?:del publico|de la gente))?|dinero en efectivo",
            over=1,
        ),
    ),
    rules=(
        rule("B", "{E} + {R}", lambda E, R: E + R),
        rule("M", "{E} + {T}", lambda E, T: E + T),
        rule("R", "{B} − {E}", lambda B, E: B - E),
        rule("E", "{B} − {R}", lambda B, R: B - R),
        rule("E", "{M} − {T}", lambda M, T: M - T),
        rule("T", "{M} − {E}", lambda M, E: M - E),
        rule("c", "{E} / {T}", lambda E, T: E / T),
        rule("e", "{R} / {T}", lambda R, T: R / T),
        rule("k", "(1 + {c}) / ({c} + {e})", lambda c, e: (1 + c) / (c + e)),
        rule("k", "{M} / {B}", lambda M, B: M / B),
        rule("M", "{k} × {B}", lambda k, B: k * B),
        rule("B", "{M} / {k}", lambda M, k: M / k),
        rule("T", "{D} / {e}", lambda D, e: D / e),
        rule("L", "{T} − {D}", lambda T, D: T - D),
        rule("P", "{D} × (1 − {e})", lambda D, e: D * (1 - e)),
        rule("R", "{D} × {e}", lambda D, e: D * e),
        rule("R", "{T} × {e}", lambda T, e: T * e),
        rule("P", "{T} × (1 − {e})", lambda T, e: T * (1 - e)),
        rule("T", "{R} / {e}", lambda R, e: R / e),
        rule("M", "{D} × {k}", lambda D, k: D * k),
        rule("e", "(1 + {c}) / {k} − {c}", lambda c, k: (1 + c) / k - c),
        rule("e", "{D} / {T}", lambda D, T: D / T),
    ),
    keys="encaje encajes",
    names=r"^(?=.*(?:encaj|reserva|base monetaria|multiplicador (?:monetario|bancario|del dinero|de la base)|dinero primario|creacion de dinero|oferta monetaria))"
    r"(?=.*(?:encaj|banco|bancari|deposit|circulante|base|monetari|efectivo)).*",
    unless=r"@\d|tasa de interes|inflacion|velocidad|pbi|pib|subi[or]|paso de|reservas internacionales|importa|cae|\bbaj|dolar|propension"
    r"|plazo fijo|gana|excedente|tna",
    default="T k",
    assumed=_no_cash,
    adjust=_shares,
    assumptions=("los bancos prestan todo lo que el encaje permite",),
)

CALCULATORS = tuple(calculator(system) for system in (QUANTITY_THEORY, QUANTITY_GROWTH, BANKS))
