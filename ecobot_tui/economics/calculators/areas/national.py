"""Macroeconomía: las cuentas nacionales como identidades, de las que cualquier término puede ser la incógnita."""

import re

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculators.identities import Assumed, Magnitude, System, calculator, rule

AREA = "Macroeconomía"
PRODUCT = (
    r"pbi|pib|producto(?: (?:bruto|interno|nacional|total))*|produccion(?: total| nacional)?"
    r"|ingreso (?:nacional|total)"
    r"|renta nacional|demanda agregada|y(?= [#$])"
)
_ABROAD = re.compile(r"export|import|extern|exterior|abierta|comercial|resto del mundo|\bxn?\b|\bm [#$]|\bnx\b|foran")
_CLOSED = re.compile(r"cerrada|sin (?:comercio|sector externo|resto del mundo)|dos sectores|tres sectores")
_STATE = re.compile(
    r"gasto|gobierno|public|estado|impuest|fiscal|tribut|\bg [#$]|\bt [#$]|transferenc|disponible|recaud"
)
_PRIVATE = re.compile(r"sin (?:gobierno|estado|sector publico)|dos sectores|ahorr")
_WANTED = re.compile(r"\b(?:cuant|cual|calcul|hall|determin|averig|sac|que)|, (?:el |la )?[a-z ]+(?: ,)*$")
"""Words that ask; or a last clause without a number, as in «ingreso 800, consumo 700, ahorro»."""


def _nothing(text: str, known: frozenset[str]) -> Assumed:
    """Take for nothing what a question does not speak of: trade, the State, transfers."""
    assumed: list[tuple[str, float, str]] = []
    wanted = _WANTED.search(text) is not None
    if not known & {"x", "m", "xn", "dc", "se"}:
        if _CLOSED.search(text):
            assumed.append(("xn", 0.0, "economía cerrada: sin exportaciones ni importaciones"))
        elif wanted and not _ABROAD.search(text):
            assumed.append(("xn", 0.0, "sin comercio exterior, porque no lo nombrás"))
    if not known & {"g", "t", "df", "sg"} and _PRIVATE.search(text) and wanted and not _STATE.search(text):
        assumed.append(("g", 0.0, "sin gobierno, porque no lo nombrás"))
        assumed.append(("t", 0.0, ""))
    if "tr" not in known:
        assumed.append(("tr", 0.0, ""))
    return tuple(assumed)


NATIONAL_ACCOUNTS = System(
    id="cuentas_nacionales",
    name="las cuentas nacionales",
    area=AREA,
    formula="PBI = C + I + G + X − M; ahorro privado = PBI − T − C; ahorro público = T − G",
    magnitudes=(
        Magnitude(
            "y",
            "PBI",
            "el PBI",
            PRODUCT + r"|ingreso|renta|gan(?:o|a|an|amos)",
            meaning="Es el valor de todo lo que se produce en el país en el período.",
        ),
        Magnitude(
            "c",
            "C",
            "el consumo",
            r"consumo(?: (?:privado|de (?:los|las) (?:hogares|familias)|familiar|final|personal|total))*"
            r"|gastos? (?:de|en) (?:consumo|los hogares|las familias)|gasto (?:privado|de los hogares"
            r"|de las familias)"
            r"|(?:hogares|familias|personas) (?:gast\w+|consum\w+)|consum(?:en|e|ieron|io|imos)|c(?= [#$])",
            meaning="Es lo que los hogares gastan en bienes y servicios.",
            asked=r"consum\w+",
        ),
        Magnitude(
            "i",
            "I",
            "la inversión",
            r"inversion(?:es)?(?: (?:bruta|privada|interna|total|fija|productiva|de las empresas))*"
            r"|formacion bruta(?: \w+){0,3}"
            r"|(?:empresas )?(?:invier\w+|invirti\w+)|fbkf?|i(?= [#$])",
            meaning="Es lo que se gasta en máquinas, construcción y existencias.",
            asked=r"inv(?:er|ier|ir)\w+",
        ),
        Magnitude(
            "g",
            "G",
            "el gasto público",
            r"gastos? (?:publicos?|gubernamental(?:es)?|estatal(?:es)?|fiscal|del (?:gobierno|estado|sector publico))"
            r"|compras (?:del (?:gobierno|estado)|publicas|gubernamentales)|consumo (?:publico|del (?:gobierno"
            r"|estado))"
            r"|(?:gobierno|estado|sector publico)(?: (?:gast\w+|compr\w+|consum\w+))?|gastos?|g(?= [#$])",
            meaning="Es lo que el Estado compra en bienes y servicios, sin las transferencias.",
        ),
        Magnitude(
            "x",
            "X",
            "las exportaciones",
            r"exportaciones|expo\w*|(?:ventas|vend\w+) (?:al exterior|externas|afuera"
            r"|al resto del mundo)|x(?= [#$])",
            meaning="Es lo que el resto del mundo le compra al país.",
        ),
        Magnitude(
            "m",
            "M",
            "las importaciones",
            r"importaciones|impo(?:rta\w*|rto|s)?|(?:compras|compr\w+) (?:al exterior|externas|afuera|del exterior"
            r"|al resto del mundo)|m(?= [#$])",
            meaning="Es lo que el país le compra al resto del mundo; se resta porque ya está dentro de C, I, G y X.",
        ),
        Magnitude(
            "xn",
            "XN",
            "las exportaciones netas",
            r"exportaciones netas|xn|nx|saldo (?:comercial|externo|exterior)|balanza comercial"
            r"|superavit (?:comercial|externo)"
            r"|sector externo",
            meaning="Son las exportaciones menos las importaciones.",
        ),
        Magnitude("dc", "déficit comercial", "el déficit comercial", r"deficit (?:comercial|externo)", opposite="xn"),
        Magnitude(
            "t",
            "T",
            "los impuestos",
            r"impuestos(?: (?:netos|totales|directos|de suma fija))*|recaudacion(?: (?:tributaria|impositiva))?"
            r"|recaud(?:a|an|o|aron)|tributos|t(?= [#$])",
        ),
        Magnitude(
            "tr",
            "TR",
            "las transferencias",
            r"transferencias(?: \w+){0,2}?|subsidios|jubilaciones"
            r"|tr(?= [#$])",
        ),
        Magnitude(
            "yd",
            "Yd",
            "el ingreso disponible",
            r"(?:ingreso|renta)s?(?: \w+)? disponibles?|yd",
            meaning="Es lo que les queda a los hogares para consumir o ahorrar después de los impuestos y las"
            " transferencias.",
        ),
        Magnitude(
            "sp",
            "Sp",
            "el ahorro privado",
            r"ahorro (?:privado|de (?:los|las) (?:hogares|familias|privados)|personal|familiar)|sp(?= [#$])"
            r"|(?:hogares|familias) ahorran",
            meaning="Es la parte del ingreso disponible que no se consume.",
        ),
        Magnitude(
            "sg",
            "Sg",
            "el ahorro público",
            r"ahorro (?:publico|del (?:gobierno|estado|sector publico))|superavit (?:fiscal|publico|presupuestario)"
            r"|(?:resultado|saldo) (?:fiscal|presupuestario)|sg(?= [#$])",
            meaning="Es lo que el Estado recauda menos lo que gasta; negativo es déficit.",
        ),
        Magnitude(
            "df",
            "déficit fiscal",
            "el déficit fiscal",
            r"deficit (?:fiscal|publico|presupuestario|del (?:gobierno|estado))",
            opposite="sg",
        ),
        Magnitude(
            "s",
            "S",
            "el ahorro nacional",
            r"ahorro (?:nacional|interno|total|agregado)|ahorro|s(?= [#$])",
            meaning="Es el ahorro privado más el público: lo que no consumen ni los hogares ni el Estado.",
            asked=r"ahorr\w+",
        ),
        Magnitude(
            "se",
            "Se",
            "el ahorro externo",
            r"ahorro (?:externo|exterior|del (?:exterior|resto del mundo))|financiamiento externo"
            r"|entrada(?: neta)? de capital(?:es)?",
            meaning="Es lo que el país toma prestado del resto del mundo: la inversión que su propio ahorro no paga.",
        ),
        Magnitude(
            "a",
            "absorción",
            "la absorción interna",
            r"absorcion(?: interna)?|demanda interna|gasto interno",
            meaning="Es todo lo que gastan los residentes: consumo, inversión y gasto público.",
        ),
    ),
    rules=(
        rule("xn", "{x} − {m}", lambda x, m: x - m),
        rule("xn", "−{dc}", lambda dc: -dc),
        rule("sg", "−{df}", lambda df: -df),
        rule("y", "{c} + {i} + {g} + {x} − {m}", lambda c, i, g, x, m: c + i + g + x - m),
        rule("y", "{c} + {i} + {g} + {xn}", lambda c, i, g, xn: c + i + g + xn),
        rule("y", "{a} + {xn}", lambda a, xn: a + xn),
        rule("c", "{y} − {i} − {g} − {xn}", lambda y, i, g, xn: y - i - g - xn),
        rule("i", "{y} − {c} − {g} − {xn}", lambda y, c, g, xn: y - c - g - xn),
        rule("g", "{y} − {c} − {i} − {xn}", lambda y, c, i, xn: y - c - i - xn),
        rule("xn", "{y} − {c} − {i} − {g}", lambda y, c, i, g: y - c - i - g),
        rule("x", "{xn} + {m}", lambda xn, m: xn + m),
        rule("m", "{x} − {xn}", lambda x, xn: x - xn),
        rule("a", "{c} + {i} + {g}", lambda c, i, g: c + i + g),
        rule("xn", "{y} − {a}", lambda y, a: y - a),
        rule("yd", "{y} − {t} + {tr}", lambda y, t, tr: y - t + tr),
        rule("yd", "{c} + {sp}", lambda c, sp: c + sp),
        rule("sp", "{yd} − {c}", lambda yd, c: yd - c),
        rule("c", "{yd} − {sp}", lambda yd, sp: yd - sp),
        rule("y", "{yd} + {t} − {tr}", lambda yd, t, tr: yd + t - tr),
        rule("t", "{y} + {tr} − {yd}", lambda y, tr, yd: y + tr - yd),
        rule("sg", "{t} − {g} − {tr}", lambda t, g, tr: t - g - tr),
        rule("t", "{sg} + {g} + {tr}", lambda sg, g, tr: sg + g + tr),
        rule("g", "{t} − {sg} − {tr}", lambda t, sg, tr: t - sg - tr),
        rule("s", "{sp} + {sg}", lambda sp, sg: sp + sg),
        rule("s", "{y} − {c} − {g}", lambda y, c, g: y - c - g),
        rule("sp", "{s} − {sg}", lambda s, sg: s - sg),
        rule("sg", "{s} − {sp}", lambda s, sp: s - sp),
        rule("c", "{y} − {s} − {g}", lambda y, s, g: y - s - g),
        rule("y", "{c} + {s} + {g}", lambda c, s, g: c + s + g),
        rule("s", "{yd} − {c}", lambda yd, c: yd - c),
        rule("se", "−{xn}", lambda xn: -xn),
        rule("xn", "−{se}", lambda se: -se),
        rule("i", "{s} + {se}", lambda s, se: s + se),
        rule("se", "{i} − {s}", lambda i, s: i - s),
        rule("s", "{i} − {se}", lambda i, se: i - se),
        rule("dc", "−{xn}", lambda xn: -xn),
        rule("df", "−{sg}", lambda sg: -sg),
    ),
    keys="pbi pib producto consumo",
    names=r"^(?=.*(?:\bpbi\b|\bpib\b|\bproducto\b|ahorro|ahorr|disponible|\by [#$]|ingreso nacional"
    r"|ingreso\b(?=.*consumo)|cerrada|produccion|exportaciones netas"
    r"|absorcion|cuentas nacionales|\bc [#$]\d+ , i [#$]\d+ ,? ?(?:y )?g [#$]\d+ ,? ?(?:y )?(?:x|m|xn) [#$]))"
    r"(?=.*(?:consum|\bc [#$]|ahorr|disponible|inversion|absorcion|gasto)).*",
    unless=r"%\d|multiplic|propension|pmc|\bpms\b|encaje|aument|sub(?:e|io|a)\b|\bbaj[aoe]|cay|crec|per ?capita"
    r"|habitante|potencial"
    r"|deflactor|nominal|indice|interes|plazo|cuota|#\d+ #\d+ yd?\b|equilibrio|\bmes\b|tasa|junt|meta|sueldo|cobro"
    r"|elastic|demanda(?!.? (?:agregada|interna))|velocidad|deuda|mg[cs]?\b|@\d+ mes",
    assumed=_nothing,
)

_ABROAD_LINKS = (
    r"(?: (?:rentas?|factor(?:es)?|ingresos?|del?|desde|en|el|la|los|las|sus|al?|por|exterior|resto|mundo|afuera"
    r"|residentes|nacionales|extranjeros|no|capital|trabajo|intereses|dividendos|utilidades|y|concepto|fueron|son))*"
)

INCOME_PRODUCT = System(
    id="producto_nacional",
    name="el producto nacional y el neto",
    area=AREA,
    formula="PNB = PBI + renta neta del exterior; PIN = PBI − depreciación",
    magnitudes=(
        Magnitude("y", "PBI", "el PBI", r"pbi|pib|producto(?: bruto)? interno(?: bruto)?"),
        Magnitude(
            "n",
            "PNB",
            "el producto nacional bruto",
            r"pnb|pbn|ingreso nacional bruto|inb|producto nacional(?: bruto)?|producto bruto nacional",
        ),
        Magnitude(
            "f",
            "RNE",
            "la renta neta del exterior",
            r"(?:renta|ingreso|pago|factor)\w*(?: neta?)?(?: de (?:los )?factores)?(?: netos?)?(?: recibid\w+)?"
            r" (?:del|al) (?:exterior|resto del mundo)"
            r"|renta neta(?: de factores)?|rnf?e?|factores del exterior",
        ),
        Magnitude(
            "fi",
            "rentas cobradas",
            "las rentas que se cobran del exterior",
            rf"(?:cobr|recib|perci|obt[iu]v|obtien|gan|ingres|entr)[aoei]\w*{_ABROAD_LINKS}|(?:rentas|ingresos)"
            rf"(?: (?:de|los|factores))* (?:cobrad|recibid|ganad)[ao]s{_ABROAD_LINKS}",
            least=0,
        ),
        Magnitude(
            "fo",
            "rentas pagadas",
            "las rentas que se pagan al exterior",
            rf"(?:pag|gir|remit|transf|sal|envi)[aoueir]\w*{_ABROAD_LINKS}|(?:rentas|ingresos)(?: (?:de|los"
            rf"|factores))*"
            rf" (?:pagad|girad|remitid)[ao]s{_ABROAD_LINKS}|(?:extranjeros|empresas extranjeras)(?: \w+){{0,6}}?"
            rf" (?:ganan?|ganaron|obtuvieron|obtienen)",
            least=0,
        ),
        Magnitude(
            "d",
            "D",
            "la depreciación",
            r"depreciacion(?:es)?|amortizacion(?:es)?|consumo de capital(?: fijo)?|desgaste",
        ),
        Magnitude("k", "PIN", "el producto interno neto", r"pin|producto (?:interno )?neto|(?:pbi|pib) neto"),
        Magnitude(
            "w",
            "PNN",
            "el producto nacional neto",
            r"pnn|producto nacional neto|ingreso nacional neto|producto neto nacional",
        ),
    ),
    rules=(
        rule("f", "{fi} − {fo}", lambda fi, fo: fi - fo),
        rule("n", "{y} + {f}", lambda y, f: y + f),
        rule("y", "{n} − {f}", lambda n, f: n - f),
        rule("f", "{n} − {y}", lambda n, y: n - y),
        rule("k", "{y} − {d}", lambda y, d: y - d),
        rule("y", "{k} + {d}", lambda k, d: k + d),
        rule("w", "{n} − {d}", lambda n, d: n - d),
        rule("w", "{k} + {f}", lambda k, f: k + f),
        rule("n", "{w} + {d}", lambda w, d: w + d),
        rule("d", "{y} − {k}", lambda y, k: y - k),
        rule("d", "{n} − {w}", lambda n, w: n - w),
    ),
    keys="pnb pnn",
    names=r"\b(?:pnb|pbn|pin|pnn|inb|producto (?:nacional|interno|bruto)(?: \w+)? ?(?:bruto|neto|nacional)?"
    r"|renta neta|pbi|pib)\b(?=.*(?:exterior"
    r"|extranjer|resto del mundo|neto|neta|deprec|amortiz|afuera|rentas)).*|^(?=.*\b(?:pnb|pbn|pnn|pin|inb"
    r"|producto (?:bruto )?nacional|ingreso nacional (?:bruto|neto))\b)(?=.*(?:exterior|extranjer"
    r"|resto del mundo|deprec|amortiz|afuera|rentas|factores|recib|pag)).*",
    unless=r"%\d|export|import|per ?capita|valor actual|maquina",
    assumed=lambda text, known: _one_way(known),
    adjust=lambda text, values: _paid_abroad(text, values),
)


def _one_way(known: frozenset[str]) -> Assumed:
    """Take for nothing what is paid abroad where only what comes in is told, and the other way round."""
    if "fi" in known and "fo" not in known:
        return (("fo", 0.0, "no nombrás rentas pagadas al exterior"),)
    if "fo" in known and "fi" not in known:
        return (("fi", 0.0, "no nombrás rentas cobradas del exterior"),)
    return ()


def _paid_abroad(text: str, values: dict[str, float]) -> None:
    """Take income that leaves the country for what it is: «le paga al resto del mundo 20» is less, not more."""
    if values.get("f", 0) > 0 and rx.search(
        r"(?:pag\w+|pagos|renta|factor\w*)(?: neta?| netos?)?(?: \w+){0,3} al (?:exterior|resto)", text
    ):
        values["f"] = -values["f"]


CALCULATORS = (calculator(NATIONAL_ACCOUNTS), calculator(INCOME_PRODUCT))
