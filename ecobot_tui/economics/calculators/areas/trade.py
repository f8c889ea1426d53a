"""Sector externo: saldo comercial, cobertura y apertura, y lo que se exporta o importa según ellos."""

from ecobot_tui.economics.calculators.areas.national import PRODUCT
from ecobot_tui.economics.calculators.identities import Magnitude, System, calculator, rule
from ecobot_tui.economics.calculators.model import Kind

AREA = "Sector externo"
_EXPORTS = (
    r"x(?= [#$])|exportacion(?:es)?(?: totales)?|exporta\w*|exporto|expo\b|expos\b|vend\w+ (?:al (?:exterior"
    r"|mundo)|afuera)"
    r"|ventas (?:externas|al exterior)"
)
_IMPORTS = (
    r"m(?= [#$])|importacion(?:es)?(?: totales)?|importa\w*|importo|impo\b|impos\b|compr\w+ (?:al (?:exterior"
    r"|mundo)|afuera)"
    r"|compras (?:externas|al exterior)|compr\w+(?: por)?(?= [#$])"
)
_BALANCE = (
    r"(?:saldo|resultado|superavit|balance) (?:comercial|de la balanza(?: comercial)?)"
    r"|balanza(?: (?:comercial|de bienes))?"
    r"|exportaciones netas|superavit|saldo"
)

TRADE = System(
    id="comercio_exterior",
    name="el comercio exterior",
    area=AREA,
    formula="saldo = X − M; cobertura = X / M; apertura = (X + M) / PBI",
    magnitudes=(
        Magnitude("x", "X", "las exportaciones", _EXPORTS, meaning="Es lo que el resto del mundo le compra al país."),
        Magnitude("m", "M", "las importaciones", _IMPORTS, meaning="Es lo que el país le compra al resto del mundo."),
        Magnitude(
            "b",
            "saldo",
            "el saldo comercial",
            _BALANCE,
            meaning="Positivo es superávit: entran más divisas por ventas que las que salen por compras; negativo,"
            " déficit.",
        ),
        Magnitude(
            "d",
            "déficit",
            "el déficit comercial",
            r"deficit\w*(?: (?:comercial|de la balanza(?: comercial)?))?",
            opposite="b",
        ),
        Magnitude(
            "c",
            "cobertura",
            "la tasa de cobertura",
            r"(?:tasa|coeficiente|grado|indice|ratio|relacion)(?: de)? cobertura"
            r"|cobertura(?: de (?:las )?importaciones)?|cubr\w+|alcanzan? (?:a|para) (?:pagar|cubrir)"
            r"|(?:que )?(?:porcentaje|parte) de las importaciones",
            Kind.RATE,
            meaning="Es la parte de las importaciones que las exportaciones alcanzan a pagar.",
        ),
        Magnitude(
            "a",
            "apertura",
            "el grado de apertura",
            r"(?:grado|coeficiente|indice|nivel|tasa|medida) de apertura(?: comercial| economica| externa)?"
            r"|apertura(?: (?:comercial|economica|externa))?|(?:cuan|que tan) abierta",
            Kind.RATE,
            meaning="Es el comercio exterior comparado con lo que el país produce; si se toma el promedio de"
            " exportaciones"
            " e importaciones, es la mitad.",
        ),
        Magnitude("y", "PBI", "el PBI", PRODUCT, above=0),
        Magnitude(
            "k",
            "parte del PBI",
            "la parte del PBI",
            r"(?:porcentaje|parte|proporcion) (?:del|de su|en el|sobre el) (?:pbi|pib|producto)",
            Kind.RATE,
            meaning="Es el valor de lo que se comercia comparado con lo que el país produce.",
        ),
    ),
    rules=(
        rule("b", "{x} − {m}", lambda x, m: x - m),
        rule("b", "−{d}", lambda d: -d),
        rule("x", "{b} + {m}", lambda b, m: b + m),
        rule("m", "{x} − {b}", lambda x, b: x - b),
        rule("c", "{x} / {m} × 100", lambda x, m: 100 * x / m),
        rule("x", "{m} × {c} %", lambda m, c: m * c / 100),
        rule("m", "{x} / ({c} / 100)", lambda x, c: 100 * x / c),
        rule("a", "({x} + {m}) / {y} × 100", lambda x, m, y: 100 * (x + m) / y),
        rule("y", "({x} + {m}) / ({a} / 100)", lambda x, m, a: 100 * (x + m) / a),
        rule("m", "{y} × {a} % − {x}", lambda y, a, x: y * a / 100 - x),
        rule("x", "{y} × {a} % − {m}", lambda y, a, m: y * a / 100 - m),
        rule("d", "−{b}", lambda b: -b),
        rule("k", "{x} / {y} × 100", lambda x, y: 100 * x / y),
        rule("k", "{m} / {y} × 100", lambda m, y: 100 * m / y),
        rule("x", "{y} × {k} %", lambda y, k: y * k / 100),
    ),
    keys="exportaciones importaciones exporta exportan importa comercial x cobertura apertura",
    names=r"^(?=.*(?:pbi|pib))(?=.*porcentaje)(?=.*(?:export|import)).*"
    r"|^(?=.*(?:export|\bexpos? |\bx [#$]|vend\w+ (?:al|afuera)))"
    r"(?=.*(?:import|\bimpos? |\bm [#$]|afuera|balanza|comercial)).*",
    unless=r"consumo|\binversion|multiplic|\bc [#$]|\bi [#$]|\bg [#$]|gasto publico|\bpaso\b|crec|termino|precio"
    r"|\bp[xm]\b"
    r"|indice de|unidades|toneladas|\bv [#$]|cuenta corr|servicios|elastic|arancel|reten|reservas|renta|transferenc"
    r"|desempleo|demanda|oferta",
    default="b",
    assumptions=("los valores son del mismo período y en la misma moneda",),
)

CALCULATORS = (calculator(TRADE),)
