"""Macroeconomía: relaciones entre tasas: ley de Okun, curva de Phillips, regla de Taylor, sacrificio y aportes."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculators.areas import given_formulas, keynes
from ecobot_tui.economics.calculators.identities import Assumed, Magnitude, System, calculator, rule
from ecobot_tui.economics.calculators.model import Kind

AREA = "Macroeconomía"
_NATURAL = (
    r"(?:(?:tasa (?:de )?)?(?:desempleo|desocupacion|tasa) )?(?:natural|nairu|de equilibrio"
    r"|de largo plazo)(?: (?:de desempleo|de desocupacion))?|u externo|un(?= [%#])"
)
_JOBLESS = (
    r"(?:tasa (?:de )?)?(?:desempleo|desocupacion|paro)(?: (?:observad[oa]|efectiv[oa]|actual|real))*|u(?= [%#])"
    r"|observad[oa]|efectiv[oa]"
)


def _usual_okun(text: str, known: frozenset[str]) -> Assumed:
    if "b" in known:
        return ()
    return (
        (
            "b",
            2.0,
            "coeficiente de Okun 2, el de los manuales; en cada país y época es otro, y la relación es aproximada",
        ),
    )


OKUN = System(
    id="ley_okun",
    name="la ley de Okun",
    area=AREA,
    formula="brecha = −β(u − u*)",
    magnitudes=(
        Magnitude("u", "u", "el desempleo", _JOBLESS, Kind.RATE, most=100),
        Magnitude("n", "u*", "el desempleo natural", _NATURAL, Kind.RATE, most=100),
        Magnitude(
            "b",
            "β",
            "el coeficiente de Okun",
            r"coeficiente(?: de okun)?|okun(?: (?:de|es|igual|a))*(?= #)|parametro|beta"
            r"|por cada punto(?: (?:de desempleo|adicional|que))*",
            Kind.NUMBER,
            above=0,
        ),
        Magnitude(
            "x",
            "u − u*",
            "la diferencia con el desempleo natural",
            r"(?:desempleo|desocupacion)(?: [a-z]+){0,3}(?= [#%]\d+ puntos)|puntos(?: (?:porcentuales|por|mas"
            r"|de))*(?: (?:sobre|encima|arriba|alto|que))(?: (?:del?|el|la|su))*",
            Kind.RATE,
        ),
        Magnitude(
            "g",
            "brecha",
            "la brecha de producto",
            r"brecha(?: (?:del?|de) (?:producto|pbi|pib|produccion))?|producto|pbi|pib",
            Kind.RATE,
            meaning="Negativa: el producto está por debajo de su potencial; positiva: por encima.",
        ),
    ),
    rules=(
        rule("g", "−{b} × {x}", lambda b, x: -b * x),
        rule("g", "−{b} × ({u} % − {n} %)", lambda b, u, n: -b * (u - n)),
        rule("u", "{n} % − {g} % / {b}", lambda n, g, b: n - g / b),
        rule("n", "{u} % + {g} % / {b}", lambda u, g, b: u + g / b),
    ),
    keys="okun",
    names=r"^(?=.*okun)(?=.*(?:natural|nairu|equilibrio)).*",
    unless=r"\$\d|@\d",
    default="g",
    assumed=_usual_okun,
)


def _usual_taylor(text: str, known: frozenset[str]) -> Assumed:
    """Fill in what a question leaves out of Taylor's rule with the numbers of his article."""
    usual = (
        ("a", 0.5, "coeficiente de la inflación 0,5, el de Taylor"),
        ("b", 0.5, "coeficiente de la brecha 0,5, el de Taylor"),
        ("r", 2.0, "tasa real neutral de 2 %, la de Taylor"),
        ("m", 2.0, "meta de inflación de 2 %, la de Taylor"),
    )
    return tuple(one for one in usual if one[0] not in known)


def _gap_sign(text: str, values: dict[str, float]) -> None:
    """Read a product below its potential as a negative gap."""
    if values.get("g", 0) > 0 and rx.search(
        r"(?:por )?debajo (?:del?|de su) (?:pbi |producto |nivel )?potencial|recesiv|brecha negativa", text
    ):
        values["g"] = -values["g"]


TAYLOR = System(
    id="regla_taylor",
    name="la regla de Taylor",
    area=AREA,
    formula="i = r* + π + a(π − π*) + b × brecha",
    magnitudes=(
        Magnitude(
            "i",
            "i",
            "la tasa de interés",
            r"tasa(?: (?:de interes|de politica|nominal|objetivo|de referencia|recomendad\w+))*|i(?= [%#])",
            Kind.RATE,
            meaning=(
                "Si la inflación pasa de la meta la tasa sube más que la inflación, y así sube también la tasa real."
            ),
        ),
        Magnitude(
            "r",
            "r*",
            "la tasa real neutral",
            r"tasa (?:de interes )?(?:real|natural|neutral|neutra)(?: (?:de equilibrio|neutral|natural"
            r"|de largo plazo|de interes))*|r(?: externo)?(?= [%#])|tasa (?:real )?de equilibrio|neutral",
            Kind.RATE,
        ),
        Magnitude(
            "p",
            "π",
            "la inflación",
            r"inflacion(?: (?:actual|observada|efectiva|corriente))?|(?:pi|π)(?= [%#])",
            Kind.RATE,
        ),
        Magnitude(
            "m",
            "π*",
            "la meta de inflación",
            r"(?:meta|objetivo)(?: de(?: la)? inflacion)?|inflacion (?:meta|objetivo|deseada)|pi externo",
            Kind.RATE,
        ),
        Magnitude(
            "g",
            "brecha",
            "la brecha de producto",
            r"brecha(?: (?:del?|de) (?:producto|pbi|pib))?|output gap|producto|pbi|pib|y(?= [%#])",
            Kind.RATE,
        ),
        Magnitude(
            "a",
            "a",
            "el coeficiente de la inflación",
            r"(?:coeficiente|ponderacion|peso)s?(?: \w+){0,3} inflacion|ambos coeficientes|coeficientes(?: \w+)?",
            Kind.NUMBER,
        ),
        Magnitude(
            "b",
            "b",
            "el coeficiente de la brecha",
            r"(?:coeficiente|ponderacion|peso)(?: \w+){0,3} (?:brecha|producto)",
            Kind.NUMBER,
        ),
    ),
    rules=(
        rule("i", "{r} + {p} + {a} × ({p} − {m}) + {b} × {g}", lambda r, p, a, m, b, g: r + p + a * (p - m) + b * g),
        rule(
            "g", "({i} − {r} − {p} − {a} × ({p} − {m})) / {b}", lambda i, r, p, a, m, b: (i - r - p - a * (p - m)) / b
        ),
    ),
    keys="taylor",
    names=r"(?:regla|formula|ecuacion) de taylor.*|taylor",
    unless=r"\$\d|@\d",
    default="i",
    assumed=_usual_taylor,
    adjust=_gap_sign,
)

PHILLIPS = System(
    id="curva_phillips",
    name="la curva de Phillips",
    area=AREA,
    formula="π = πe − β(u − u*)",
    magnitudes=(
        Magnitude(
            "p",
            "π",
            "la inflación",
            r"inflacion(?: (?:efectiva|observada|actual|efectivamente))?|(?:pi|π)(?= [%#])",
            Kind.RATE,
            meaning="Con desempleo debajo del natural la inflación supera a la esperada; por encima, baja.",
        ),
        Magnitude(
            "e",
            "πe",
            "la inflación esperada",
            r"inflacion (?:esperada|prevista|anticipada)|expectativas?(?: de inflacion)?|(?:pi ?e|πe)(?= [%#])"
            r"|inflacion (?:pasada|anterior|del ano (?:pasado|anterior))|esperada",
            Kind.RATE,
        ),
        Magnitude("u", "u", "el desempleo", _JOBLESS, Kind.RATE, most=100),
        Magnitude("n", "u*", "el desempleo natural", _NATURAL, Kind.RATE, most=100),
        Magnitude(
            "b",
            "β",
            "el coeficiente de la curva",
            r"coeficiente|pendiente|sensibilidad|beta|parametro|alfa|b(?= #)",
            Kind.NUMBER,
            above=0,
        ),
        Magnitude("s", "shock", "el shock de oferta", r"shock(?: de oferta)?|perturbacion", Kind.RATE),
    ),
    rules=(
        rule("p", "{e} − {b} × ({u} − {n}) + {s}", lambda e, b, u, n, s: e - b * (u - n) + s),
        rule("u", "{n} + ({e} + {s} − {p}) / {b}", lambda n, e, s, p, b: n + (e + s - p) / b),
        rule("n", "{u} − ({e} + {s} − {p}) / {b}", lambda u, e, s, p, b: u - (e + s - p) / b),
        rule("e", "{p} + {b} × ({u} − {n}) − {s}", lambda p, b, u, n, s: p + b * (u - n) - s),
    ),
    keys="phillips",
    names=r"^(?=.*(?:phillips|inflacion esperada|expectativa))(?=.*(?:desempleo|desocup|natural|\bu\b)).*",
    unless=r"\$\d|@\d|zd|okun|sacrificio",
    default="p",
    assumed=lambda text, known: () if "s" in known else (("s", 0.0, ""),),
)

SACRIFICE = System(
    id="tasa_sacrificio",
    name="la tasa de sacrificio",
    area=AREA,
    formula="pérdida de producto / puntos de inflación bajados",
    magnitudes=(
        Magnitude(
            "s",
            "sacrificio",
            "la tasa de sacrificio",
            r"(?:tasa|coeficiente|ratio|razon|relacion) de sacrificio|sacrificio",
            Kind.NUMBER,
            meaning="Es cuántos puntos del producto de un año cuesta cada punto que baja la inflación.",
        ),
        Magnitude(
            "l",
            "pérdida",
            "la pérdida de producto",
            r"perdida(?: (?:de|del) (?:producto|pbi|pib|produccion))?|(?:perd\w+|cost\w+|sacrific\w+|cay\w+"
            r"|cae)(?: (?:el|un|una|de|del))*(?: (?:pbi|pib|producto|produccion))?|pbi|pib|producto",
            Kind.RATE,
        ),
        Magnitude(
            "a",
            "inflación inicial",
            "la inflación inicial",
            r"(?:inflacion )?(?:(?:inicial|desde|paso) )?(?:de|del)(?= %\d+ (?:al?|hasta) )",
            Kind.RATE,
        ),
        Magnitude("b", "inflación final", "la inflación final", r"(?<=\d )(?:al?|hasta)(?= [%#])", Kind.RATE),
        Magnitude(
            "d",
            "baja",
            "la baja de la inflación",
            r"(?:bajar|reducir|baj\w+|reduj\w+|desinflacion|disminu\w+)(?: (?:la|en|su))*(?: inflacion)?(?:(?: de"
            r"| en))*(?! (?:de )?%\d+ (?:al?|hasta) )(?= %| #\d+ puntos)",
            Kind.RATE,
        ),
    ),
    rules=(
        rule("d", "{a} − {b}", lambda a, b: a - b),
        rule("s", "{l} / {d}", lambda l, d: l / d),  # noqa: E741 - the symbol of the formula
        rule("l", "{s} × {d}", lambda s, d: s * d),
    ),
    keys="sacrificio",
    names=r"(?:tasa|coeficiente|ratio|razon|relacion) de sacrificio.*",
    unless=r"\$\d",
    default="s l",
)

CONTRIBUTION = System(
    id="aporte_al_crecimiento",
    name="el aporte al crecimiento",
    area=AREA,
    formula="participación × variación",
    magnitudes=(
        Magnitude(
            "w",
            "participación",
            "la participación",
            r"represent\w+|pesa\w*|participa\w*|participacion|peso|pondera\w*|(?:es|son|explica|tiene"
            r"|equivale a)(?= (?:el |un )?%\d+ (?:del|de la))|aporta el",
            Kind.RATE,
        ),
        Magnitude(
            "v",
            "variación",
            "la variación",
            r"crec\w+|sub\w+|aument\w+|ca(?:yo|e|ida|yeron|en)|baj\w+|vari\w+|expand\w+|contra[jie]\w*|retroced\w+"
            r"|disminuy\w+|se expandio",
            Kind.RATE,
        ),
        Magnitude(
            "k",
            "aporte",
            "el aporte en puntos porcentuales",
            r"(?:aport\w+|contribu\w+|incidencia|restó|resto|sumo|quit\w+|agreg\w+)(?: (?:al|del|de"
            r"|el))*(?: crecimiento)?|cuantos puntos",
            Kind.RATE,
            meaning="Son los puntos del crecimiento total que explica ese sector.",
        ),
    ),
    rules=(
        rule("k", "{w} % × {v} %", lambda w, v: w * v / 100),
        rule("v", "{k} / {w} %", lambda k, w: 100 * k / w),
        rule("w", "{k} / {v} %", lambda k, v: 100 * k / v),
    ),
    keys="aporte incidencia",
    names=(
        r"^(?=.*(?:represent|participa|pesa|peso|pondera))(?=.*(?:aport|contribu|incidencia|puntos|\bresto\b"
        r"|\bsumo\b))(?=.*(?:crecimiento|pbi|pib|producto|valor agregado|crec|economia)).*"
    ),
    unless=r"[$#@]\d|inflacion|ipc|precios|canasta|bono|cartera|iva|sueldo|tasa de interes|elastic",
    default="k",
    adjust=lambda text, values: _fall(text, values),
)


def _fall(text: str, values: dict[str, float]) -> None:
    """Read «cayó 5 %» as −5 %."""
    if values.get("v", 0) > 0 and rx.search(
        r"\b(?:ca(?:yo|e|ida|yeron|en)|baj\w+|contra[jie]\w*|retroced\w+|disminuy\w+|perdio)(?: [a-z]+){0,3} %", text
    ):
        values["v"] = -values["v"]


CALCULATORS = (
    tuple(calculator(system) for system in (OKUN, TAYLOR, PHILLIPS, SACRIFICE, CONTRIBUTION))
    + given_formulas.CALCULATORS
    + keynes.CALCULATORS
)
