"""Macroeconomía: el dinero: teoría cuantitativa en niveles y en tasas, saldos reales, y creación por los bancos."""

from collections.abc import Mapping

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculators.given import percent
from ecobot_tui.economics.calculators.identities import Assumed, Magnitude, System, calculator, rule
from ecobot_tui.economics.calculators.model import Kind

AREA = "Macroeconomía"
_MONEY = (
    r"(?:cantidad|oferta|masa|stock|emision) (?:de dinero|monetaria|nominal de dinero)|dinero(?: en circulacion)?"
    r"|agregado monetario|m[123]|m(?= [#$%])"
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
            r"velocidad(?: (?:de circulacion|ingreso|renta|de(?:l)? dinero))*|v(?= [#$])|circula|cada (?:peso"
            r"|billete|dolar|euro)(?: \w+)?(?: de mano)?",
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
            meaning="Según la teoría cuantitativa (MV = PY), con velocidad y producto dados los precios suben en la"
            " misma"
            " proporción que el dinero.",
        ),
        Magnitude(
            "y",
            "Y",
            "el producto real",
            r"(?:producto|pbi|pib|produccion|ingreso|transacciones)(?: (?:bruto|interno|total))*(?: (?:real(?:es)?"
            r"|a precios constantes))?|(?:bienes|cantidades) (?:producid|vendid)\w+|y(?= [#$])|unidades",
            asked=_ASKED.format("y"),
            above=0,
        ),
        Magnitude(
            "n",
            "PY",
            "el producto nominal",
            r"(?:(?:producto|pbi|pib|ingreso|gasto|produccion)(?: (?:bruto|interno))* )?(?:nominal"
            r"|a precios corrientes)(?: anual)?|valor de (?:las transacciones|la produccion)|py",
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
            r"saldos? (?:monetarios? )?reales?|(?:dinero|base|oferta|cantidad|tenencias?)(?: de dinero)? reale?s?"
            r"|m p|dinero en terminos reales|saldo real",
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
    names=r"^(?=.*(?:velocidad|cuantitativa|veces (?:\w+ )?(?:circula|cambia de manos?|gira|rota|se usa)|\bmv\b"
    r"|\bm [#$]\d+ ,? ?(?:y )?v [#$]|\bm [#$](?=.*\bv\b)(?=.*\bp\b)|\bv [#$]\d+ ,? ?(?:y )?(?:[mpy]|pbi) [#$]"
    r"|saldos? (?:monetarios? )?reales|cambridge"
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
            _MONEY + r"|m(?= (?:crec|aument|sub|va))|emit\w+|banco central|bcra|monetari[ao]",
            Kind.RATE,
            above=-100,
        ),
        Magnitude(
            "v",
            "velocidad",
            "la variación de la velocidad",
            r"velocidad(?: (?:de circulacion|del dinero))*(?! (?:es |sea |se mantiene |queda |esta )?"
            r"(?:constante|estable|fija|igual|no (?:cambia|varia)))",
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
            r"y(?= (?:crec|aument|sub))|(?:producto|pbi|pib|produccion|economia|actividad)(?: real)?"
            r"|crecimiento (?:real|economico)|cantidades",
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
    names=(
        r"^(?=.*(?:cuantitativa|velocidad|\bmv\b|\bm (?:crec|aument|sub)|dinero|monetari|emision"
        r"|emit))(?=.*(?:inflacion|precios|velocidad"
        r"|cuantitativa)).*"
    ),
    unless=(
        r"[$#]\d|@\d+ (?:mes|dia)|encaje|multiplicador|tasa de interes|plazo fijo|sueldo|salari"
        r"|saldos? (?:monetarios? )?real|dinero real|en terminos reales|pierde|perdi|poder de compra|valor|colchon"
        r"|guard"
    ),
    default="p m",
    assumed=lambda text, known: _still(text, known),
    adjust=lambda text, values: _falls(text, values),
    note=lambda symbol, values: _nearly(symbol, values),
)


def _nearly(symbol: str, values: Mapping[str, float]) -> str:
    """Return what the sum of the rates gives, which manuals use for small ones."""
    money, speed, prices, product = (values.get(one, 0.0) for one in "mvpy")
    sums = {
        "p": money + speed - product,
        "m": prices + product - speed,
        "y": money + speed - prices,
        "v": prices + product - money,
    }
    return (
        (f"La suma y resta de las tasas, que es una aproximación, da {percent(sums[symbol])}.")
        if symbol in sums
        else ""
    )


def _still(text: str, known: frozenset[str]) -> Assumed:
    """Take the velocity, or else the product, for constant where a question says so or says nothing."""
    assumed: list[tuple[str, float, str]] = []
    if "v" not in known:
        assumed.append(("v", 0.0, "la velocidad no cambia"))
    still = (
        r"(?:producto|pbi|pib|produccion|economia|actividad)(?: real)?(?: \w+){0,3} (?:estancad\w+|constante"
        r"|no (?:crece|cambia|varia)|fij\w+|quiet\w+|igual)|sin crecimiento|economia estancada"
    )
    if "y" not in known and rx.search(still, text):
        assumed.append(("y", 0.0, "el producto no cambia"))
    return tuple(assumed)


_FALLS = r"(?:ca[eyi]\w*|baj\w+|disminu\w+|reduj\w+|contra\w+|retroce\w+)"


def _falls(text: str, values: dict[str, float]) -> None:
    """Read «la velocidad cae 2 %» as −2 %."""
    for symbol, words in (
        ("v", "velocidad"),
        ("y", r"(?:producto|pbi|pib|economia|produccion|actividad)"),
        ("m", "(?:dinero|monetaria)"),
        ("p", "precios"),
    ):
        if values.get(symbol, 0) > 0 and rx.search(
            rf"\b{words}\b(?: [a-z]\w*){{0,3}} {_FALLS}(?: [a-z]\w*){{0,3}} %", text
        ):
            values[symbol] = -values[symbol]


CALCULATORS = (calculator(QUANTITY_THEORY), calculator(QUANTITY_GROWTH))
