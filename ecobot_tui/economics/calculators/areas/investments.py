"""Inversiones de todos los días: retorno, amortización de un bien, riesgo país y unidades UVA."""

import re

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.identities import Magnitude, System, calculator, rule
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places, Story

AREA = "Proyectos y bonos"

DEPRECIATION = System(
    id="amortizacion_lineal",
    name="la amortización lineal",
    area=AREA,
    formula="(costo − valor residual) / vida útil",
    magnitudes=(
        Magnitude(
            "a",
            "amortización anual",
            "la amortización anual",
            r"(?:depreciacion|amortizacion)(?: (?:anual|lineal|contable|cada ano|por ano|en linea recta))*"
            r"|(?:se )?(?:depreci(?!acion)\w+|amortiz(?!acion)\w+|desgasta)(?! en)"
            r"(?: (?:por|cada|al) ano)?|pierde (?:de valor )?(?:por|cada) ano",
            asked=r"cuanto(?: valor)? (?:se )?(?:pierde|desgasta)|cargo anual",
            meaning="Es lo que el bien pierde de valor cada año en los libros; no es una salida de plata.",
        ),
        Magnitude(
            "b",
            "valor en libros",
            "el valor en libros",
            r"valor (?:en libros|contable|de libros|residual contable|neto)|(?:cuanto|que valor) (?:vale|valdra|tiene"
            r"|le queda|queda)",
            meaning="Es el costo menos lo amortizado hasta entonces.",
        ),
        Magnitude(
            "s",
            "valor residual",
            "el valor residual",
            r"(?<!sin )(?<!sin valor )(?:valor )?"
            r"(?:residual|de rescate|de desecho|de salvamento|de recupero|remanente)|salvamento|rescate"
            r"|desecho|al final (?:vale|se vende en|valdra)|(?:re)?vend(?:e|er|era|erse|erl[oa])\b"
            r"(?: (?:al final|por|en|a))*",
            Kind.AMOUNT,
        ),
        Magnitude(
            "n",
            "vida útil",
            "la vida útil",
            r"vida util(?: (?:de|estimada|es))*|vida|dura|durara|duracion|depreci\w+ en|amortiz\w+ en|se usa|en"
            r"|(?:de|anos de) (?:vida util|uso|vida|duracion)",
            Kind.TIME,
            above=0,
        ),
        Magnitude(
            "k",
            "años de uso",
            "los años transcurridos",
            r"despues de|al cabo de|tras|pasad[oa]s|luego de|transcurridos|a los|al (?:final|cierre)(?: (?:de|del))*",
            Kind.TIME,
        ),
        Magnitude(
            "c",
            "costo",
            "el costo del bien",
            r"cost\w*|cuesta|compr\w+|precio|vale|valor(?: (?:de compra|de origen|original|inicial|de adquisicion))?"
            r"|maquina\w*(?: de)?|equipos?(?: de)?|camion\w*(?: de)?|auto(?: de)?|vehiculo(?: de)?|adquir\w+|pag\w+"
            r"|computadora\w*(?: de)?|bien de uso(?: de)?|bien(?: de)?|notebook(?: de)?|horno(?: de)?|activo(?: fijo)?"
            r"(?: de)?|tractor(?: de)?|inversion|moto(?: de)?|furgon(?: de)?|sale|salio|edificio(?: de)?|taxi(?: de)?",
            above=0,
        ),
    ),
    rules=(
        rule("a", "({c} − {s}) / {n}", lambda c, s, n: (c - s) / n),
        rule("n", "({c} − {s}) / {a}", lambda c, s, a: (c - s) / a),
        rule("c", "{a} × {n} + {s}", lambda a, n, s: a * n + s),
        rule("b", "{c} − {a} × {k}", lambda c, a, k: c - a * k),
    ),
    keys="amortiza amortizacion deprecia depreciacion vida residual libros",
    names=r"vida util|(?:depreci|amortiz)\w+ (?:lineal|anual|contable|en linea|cada ano|por ano|al ano|en @"
    r"|de (?:la|el|un|una|mi)|del)|se (?:deprecia|amortiza|desgasta)|depreciacion",
    unless=r"\bvan\b|\btir\b|\bvpn\b|flujos?|prestamo|credito|cuotas?\b|dolar|moneda|peso(?!s)|divisa|tipo de cambio"
    r"|bono|deuda|sistema frances|sistema aleman|equivalente|hipoteca|%|pbi|pib|producto|ingreso nacional|intereses",
    default="a b",
    assumed=lambda text, known: () if "s" in known else (("s", 0.0, "sin valor residual, porque no lo dijiste"),),
    assumptions=("método lineal: lo mismo cada año",),
)

COUNTRY_RISK = System(
    id="riesgo_pais",
    name="el riesgo país",
    area=AREA,
    formula="rendimiento de los bonos del país − rendimiento de los de Estados Unidos, en puntos básicos",
    magnitudes=(
        Magnitude(
            "p",
            "riesgo país",
            "el riesgo país, en puntos básicos,",
            r"(?:riesgo ?pais|embi|prima de riesgo|sobretasa)(?: (?:de|del|en|es|esta en|subio a|argentino))*",
            Kind.NUMBER,
            meaning="100 puntos básicos son 1 punto porcentual más que lo que paga Estados Unidos.",
        ),
        Magnitude(
            "l",
            "rendimiento local",
            "el rendimiento de los bonos del país",
            r"(?:bonos? |titulos? |deuda |tasa |rendimiento )?(?:del? |la |los )*(?:argentin\w+|local(?:es)?|pais"
            r"|soberan\w+"
            r"|emergentes?|nacional(?:es)?|brasil\w*|ecuador|ecuatorian\w+|gobierno|mexic\w+|colombi\w+|chilen\w+|peru\w*"
            r"|espan\w+|italian\w+|grieg\w+|uruguay\w*|venezol\w+|turc\w+|domestic\w+)"
            r"|(?:que|cual) tasa|endeud\w+|(?:un )?bono"
            r"|tasa(?: (?:en dolares|que paga))?|emitir deuda",
            Kind.RATE,
            meaning="Es lo que el país tiene que pagar por año para que le presten.",
        ),
        Magnitude(
            "f",
            "rendimiento de EE. UU.",
            "el rendimiento de los bonos de Estados Unidos",
            r"(?:(?:bonos?|titulos?|letras?|tasa|rendimiento|los|del?|el|la|un[oa]?) )*(?:estados unidos|eeuu|usa"
            r"|tesoro"
            r"(?: (?:de )?(?:eeuu|estados unidos|american\w+|estadounidense|norteamerican\w+))?|treasur\w+"
            r"|(?:norte)?american\w+|estadounidenses?|libre de riesgo|yanquis?|aleman\w*|bund)",
            Kind.RATE,
        ),
    ),
    rules=(
        rule("p", "({l} % − {f} %) × 100", lambda local, free: 100 * (local - free)),
        rule("l", "{f} % + {p} / 100", lambda f, p: f + p / 100),
        rule("f", "{l} % − {p} / 100", lambda local, points: local - points / 100),
    ),
    keys="riesgo pais embi",
    names=r"riesgo ?pais|embi\b|prima de riesgo(?=.*\bbonos?)",
    unless=r"beta|capm|acciones|mercado rinde|prima de mercado",
    assumptions=("bonos de plazo parecido",),
)


def _return(g: Given) -> Solution:
    paid, got = g["a"], g["b"]
    if paid == 0:
        raise CalculationError("El retorno se mide sobre lo invertido, que no puede ser cero.")
    of_all, of_gain = 100 * (got - paid) / paid, 100 * got / paid
    only_gain = got < paid and rx.search(r"\bgan(?:e|o|amos) (?:de )?[$#]", g.text)
    if only_gain or rx.search(r"ganancia|beneficio|utilidad|retorno neto|rendimiento de [$#]|gan\w+ neto", g.text):
        return Solution(
            of_gain,
            f"El retorno de la inversión (ROI) es {percent(of_gain)}.",
            g.fill(f"{{b}} / {{a}} × 100 = {percent(of_gain)}"),
            f"Por cada 100 invertidos ganaste {number(of_gain)}, además de recuperarlos.",
            (f"{g.shown('b')} es la ganancia; si fuera todo lo cobrado, el ROI sería {percent(of_all)}",),
        )
    verb = "ganaste" if of_all >= 0 else "perdiste"
    other = (f"si {g.shown('b')} fuera solo la ganancia, el ROI sería {percent(of_gain)}",) if "gan" in g.text else ()
    return Solution(
        of_all,
        f"El retorno de la inversión (ROI) es {percent(of_all)}.",
        g.fill(f"({{b}} − {{a}}) / {{a}} × 100 = {percent(of_all)}"),
        f"Por cada 100 invertidos {verb} {number(abs(of_all))}: {g.money(abs(got - paid), 'a', 'b')} en total.",
        ("es el de todo el período, sin descontar la inflación", *other),
    )


_UVA_COUNT = re.compile(r"uvas?\b")
_UVA_PRICE = re.compile(
    r"(?:\buvas?\b|\bcada una|\bvalor)(?: (?:hoy|esta|estaba|vale|valia|valen|cotiza\w*|a|en|es|de|cuesta|la|uva|unos"
    r"|sale))*$|\b(?:a|vale|cotiza\w*)$"
)


def _place_uva(reading: Reading) -> Places | None:
    """Tell the number of units, which stands before «UVA», from the price of one, which stands after it."""
    story = Story(reading)
    if len(story.quantities) != 2 or any(one.mark not in "$#" for one in story.quantities):
        return None
    count = [place for place in (0, 1) if _UVA_COUNT.match(story.after(place).lstrip())]
    price = [place for place in (0, 1) if place not in count[:1] and _UVA_PRICE.search(story.before(place))]
    if len(count) >= 1 and len(price) == 1:
        return {"u": count[:1], "p": price} if count[0] != price[0] else None
    if not count and len(price) == 1 and story.says(r"cuantas uva|a cuantas|en uva"):
        return {"v": [1 - price[0]], "p": price}
    return None


def _uva(g: Given) -> Solution:
    if g["p"] <= 0:
        raise CalculationError("El valor de la UVA tiene que ser mayor que cero.")
    if "v" in g:
        units = g["v"] / g["p"]
        return Solution(
            units,
            f"Son {number(units)} UVA.",
            g.fill(f"{{v}} / {{p}} = {number(units)}"),
            "La deuda en UVA no cambia con la inflación; lo que cambia es cuántos pesos vale cada una.",
            ("al valor de la UVA que dijiste",),
        )
    value = g["u"] * g["p"]
    return Solution(
        value,
        f"Son {g.money(value, 'p')} pesos." if not g.quantity("p").number.currency else f"Son {g.money(value, 'p')}.",
        g.fill(f"{{u}} × {{p}} = {number(value, money=True)}"),
        "La UVA sube con la inflación, así que los mismos UVA serán cada vez más pesos.",
        ("al valor de la UVA que dijiste",),
    )


CALCULATORS = (
    calculator(DEPRECIATION),
    calculator(COUNTRY_RISK),
    Calculator(
        id="roi",
        name="el retorno de la inversión (ROI)",
        area=AREA,
        formula="(obtenido − invertido) / invertido × 100",
        inputs=(
            Input(
                "a",
                "lo invertido",
                Kind.AMOUNT,
                labels=(
                    r"deposit\w+|meti|coloque|inver\w+|invirt\w+|inviert\w+|gast\w+|puse|puso|pongo|cost\w+"
                    r"|desembols\w+|compr\w+|campana de"
                    r"|publicidad de|capital|pagu?[eo]|sobre|salio"
                ),
            ),
            Input(
                "b",
                "lo obtenido",
                Kind.AMOUNT,
                labels=r"obtuv\w+|obten\w+|gan\w+|recib\w+|recuper\w+|vend\w+|ventas|ingres\w+|retorn\w+|beneficios?"
                r"|utilidad\w*|genero|generaron|factur\w+|cobr\w+|saque|saco|dejo|volvio|devolvio|trajo|(?:hoy"
                r"|ahora|ya) (?:vale|tengo|son)|al (?:ano|mes) (?:tengo|tenia|son|eran)"
                r"|termine con|por",
            ),
        ),
        keys="roi retorno inversion",
        when=(),
        names=r"\broi\b|retorno (?:de|sobre) (?:la |mi |su )?inversion|return on investment"
        r"|(?:rentabilidad|rendimiento|retorno|ganancia) (?:de|sobre) (?:una|la|mi|su) inversion(?= de [$#])"
        r"|^(?=.*\b(?:inverti|puse|deposite|meti|coloque)\b)(?=.*\bal (?:ano|mes) [a-z]+ [$#]).*"
        r"|^(?=.*\b(?:inverti|puse|invirtio|invertimos)\b)(?=.*(?:que|cual|cuanto)(?: [a-z]+){0,4} (?:rendimiento"
        r"|retorno|rentabilidad|porcentaje)\b).*",
        unless=r"%\d|tasa interna|\btir\b|\bvan\b|flujos?|@\d|dividend|cupon|dolar|@\d+ anos",
        wordings=(),
        also="gane ganancia beneficio ventas publicidad porcentaje",
        work=_return,
    ),
    Calculator(
        id="uva_en_pesos",
        name="el valor de unas UVA",
        area="Préstamos",
        formula="UVA × valor de la UVA",
        inputs=(
            Input("u", "la cantidad de UVA", Kind.AMOUNT, optional=True),
            Input("v", "el monto en pesos", Kind.AMOUNT, optional=True),
            Input("p", "el valor de la UVA", Kind.AMOUNT),
        ),
        keys="uva uvas",
        when=(),
        names=r"\buvas?\b(?:.*\buvas?\b)?",
        wordings=(),
        work=_uva,
        place=_place_uva,
        asks=False,
    ),
)
