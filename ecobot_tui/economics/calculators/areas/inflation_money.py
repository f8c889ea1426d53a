"""Plata e inflación: montos que se ajustan o se licúan, y cambios reales entre dos montos."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.formulas import prices
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places, Story, asked_in, in_time_order

AREA = "Precios e inflación"

INFLATION_WORDS = (
    r"inflaci\w+|precios|ipc\b|inpc\b|costo de (?:la )?vida|canasta|icl\b|indices? de ajuste"
    r"|indice de actualizacion|uvi\b|indec"
)
RAISE_WORDS = (
    r"sueldos?|salari\w+|jubilaci\w+|paritaria\w*|me (?:dieron|subieron|aumentaron|aumento)|ingresos?"
    r"|haberes?|ventas|factur\w+|nos (?:dieron|subieron|aumentaron)"
    r"|ofrec\w+|cobr\w+|negoci\w+|acord\w+|pact\w+|logr\w+|obtuv\w+|arranc\w+|docentes|estatales|bancarios|firm[oa]\w*|gremio|sindicato|recib\w+|pension\w*|beca"
    r"|alquiler|honorarios|bono\b|nominal\w*|(?:le|les|nos|me|te) (?:dio|dan|dieron|otorgar\w+|sub\w+|aument\w+|toco)"
    r"|emplead\w+|trabajador\w+|empresa"
)
_DEFLATES = (
    r"realmente|billetera|guardad\w*|guard[eéo]\b|quiet\w+|colchon|cajon|terminos reales|poder (?:de compra"
    r"|adquisitivo)"
    r"|capacidad de compra|pierd\w+|perd\w+|valor real|licu\w+|deflact\w+"
    r"|precios (?:constantes|de (?:hace|ano|enero|antes|aquel|entonces|principio|comienzo))"
    r"|pesos (?:de (?:hace|antes|enero|principio|aquel)|constantes)|pod(?:re|ria) comprar|sin invertir"
    r"|(?:valdr\w+|ser[ai]n?|tendr\w+|equivaldr\w+) (?:\w+ ){0,4}?(?:terminos|pesos|plata|valores|dinero"
    r"|precios) de hoy"
)
_UPDATES = (
    r"deberi\w+|tendri\w+|tiene que|tengo que|mantener|no perder|actualiz\w+|ajust\w+|alquiler"
    r"|cuesta (?:ahora|hoy)|sale (?:ahora|hoy)|equival\w+|\bde hace|paso a pagar"
    r"|para comprar lo mismo|empat\w+|recuper\w+|indexa\w*"
)

_FUTURE = (
    r"dentro de @|devuelv\w+|devolv\w+|me (?:van a )?pag\w+(?: [$#]?\w+){0,7} (?:en|a) @"
    r"|cobr\w+ (?:en|a|dentro de) @|a @\d+ (?:me|vista)"
    r"|(?:a|en) @\d+ (?:de plazo|fecha)|vence|atras\w*|demora\w*|retraso|mora\b|diferid\w+|mas tarde|cheque|factura"
)
_TODAY = (
    r"(?:pesos|plata|valores|dinero|poder|terminos|precios|moneda)(?: \w+){0,2} (?:de hoy|actual\w*|del momento"
    r"|de ahora)"
)
"""Money that comes later is worth less in today's money."""

_BACK = r"\bcuanto (?:\w+ )?(?:costaba|valia|salia|pagaba|costo|valio|cobraba|ganaba|era)n?\b"

_OLD_MONEY = (
    r"(?:pesos|plata|precios|terminos|valores|dinero) de (?:hace|antes|aquel|ese ano|entonces"
    r"|(?:el |la )?(?:ano pasado|base))"
)


def _money(reading: Reading) -> tuple[Story, list[int]] | None:
    story = Story(reading)
    amounts = [
        place
        for place in story.amounts
        if story.quantities[place].mark == "$"
        or abs(story.value(place)) >= 50
        or story.says(r"costaba|valia|precio|sale|salia|cuesta")
    ]
    counts = [place for place in story.counts if not story.leads(place, "cada")]
    if len(amounts) != len(story.amounts) or counts:
        return None
    return story, amounts


def _place_amount(reading: Reading) -> Places | None:
    found = _money(reading)
    if found is None or len(found[1]) != 1 or not found[0].rates:
        return None
    story, amounts = found
    sides = story.sides(story.rates, {"p": INFLATION_WORDS, "w": RAISE_WORDS}, {"w": r"aument\w+|sub\w+"}) or {
        "p": list(story.rates)
    }
    if "p" not in sides:
        sides = {"p": list(story.rates)}
    places = {"v": amounts} | sides
    if len(sides["p"]) == 1:
        times = [
            place
            for place in story.times
            if story.quantities[place].unit in ("mes", "ano", "trimestre", "semestre", "bimestre", "dia")
        ]
        period = story.quantities[sides["p"][0]].period
        if times and len(times) != 1 and period is not None:
            return None
        # «4 % mensual en 6 meses» repeats the rate; «60 % en dos años» already is the whole.
        if times and len(times) == 1 and period is not None and not (period == "ano" and story.value(times[0]) == 1):
            places["n"] = times
    return places


def _amount(g: Given) -> Solution:
    rates = g.rates("p")
    inflation = prices.compounded(rates)
    factors = " × ".join(f"(1 + {percent(100 * one)})" for one in rates)
    how: tuple[str, ...] = ()
    if "n" in g:
        months = g.months_per_period("p", "mes")
        time = g.quantity("n")
        # «A 90 días» is three months.
        count = (time.value / 30 if time.unit == "dia" else time.months) / months
        if count > 1_200:
            raise CalculationError("No calculo más de 1.200 períodos: revisá el plazo.")
        inflation = prices.converted(rates[0], count)
        factors = f"(1 + {percent(100 * rates[0])})^{number(count)}"
        how = ("la misma inflación en cada período",)
    amount = g["v"]
    kept, real = amount * (1 + inflation), amount / (1 + inflation)
    text = g.text
    in_old_money = rx.search(_OLD_MONEY, asked_in(text)) or rx.search(rf"a {_OLD_MONEY}", text)
    # «¿Cuánto vale hoy lo que me pagan en un año?», but not «¿cuánto costará dentro de un año lo que hoy vale …?»
    worth = rf"{_TODAY}|en que se gener|valor real|realmente|pierd|perd"
    later = rx.search(_FUTURE, text) and (rx.search(worth, text) or rx.search(r"\bhoy\b", asked_in(text)))
    deflates = in_old_money or later or (rx.search(_DEFLATES, text) and not rx.search(_UPDATES, text))
    if rx.search(_BACK, text) and "w" not in g:
        return Solution(
            real,
            f"Antes de esa inflación eran {g.money(real)}: {g.money(amount - real)} menos.",
            f"{number(amount)} / [{factors}] = {number(real, money=True)}",
            f"Los precios subieron {percent(100 * inflation)} en total.",
            how,
        )
    lost = bool(
        rx.search(r"pierd|perd|(?:disminuy|ca[ei]|baj|redu)\w* (?:\w+ ){0,3}(?:poder|valor|capacidad)", asked_in(text))
    )
    if "w" in g:
        raised = amount * (1 + prices.compounded(g.rates("w")))
        gap = kept - raised
        verdict = (
            f"faltan {g.money(gap)} ({percent(100 * (kept / raised - 1))} más)"
            if gap > 0
            else f"le ganaste por {g.money(-gap)}"
        )
        return Solution(
            kept,
            f"Para no perder deberías cobrar {g.money(kept)}; con el aumento cobrás {g.money(raised)}: {verdict}.",
            f"{number(amount)} × {factors} = {number(kept, money=True)}",
            f"El salario real cambió {percent(100 * (raised / kept - 1))}.",
        )
    if deflates:
        as_share = lost and rx.search(r"porcentaje|por ?ciento|que parte", asked_in(text))
        share = 100 * (1 - 1 / (1 + inflation))
        return Solution(
            share if as_share else amount - real if lost else real,
            f"En términos reales valen {g.money(real)}: se pierden {g.money(amount - real)}"
            f" ({percent(100 * (1 - 1 / (1 + inflation)))}).",
            f"{number(amount)} / [{factors}] = {number(real, money=True)}",
            f"Para comprar lo mismo que antes harían falta {g.money(kept)}.",
            how,
        )
    return Solution(
        kept,
        f"Ajustado por la inflación son {g.money(kept)}: {g.money(kept - amount)} más.",
        f"{number(amount)} × {factors} = {number(kept, money=True)}",
        f"Hace falta esa cantidad para comprar lo mismo; los precios subieron {percent(100 * inflation)} en total.",
        how,
    )


_INDEX_WORDS = r"indices?\b|ipc\b|inpc\b|deflactor|nivel de precios|precios"


def _place_change(reading: Reading) -> Places | None:
    story = Story(reading)
    if story.counts:
        return None
    amounts = list(story.amounts)
    if len(amounts) == 2 and story.rates:
        if any(story.quantities[place].mark == "#" and story.value(place) < 100 for place in amounts):
            return None
        first, last = in_time_order(story, amounts)
        return {"a": [first], "b": [last], "p": list(story.rates)}
    if len(amounts) != 4 or story.rates:
        return None
    sides = story.sides(amounts, {"i": _INDEX_WORDS, "v": RAISE_WORDS + r"|gan\w+|vend\w+|pag\w+|precio|monto|valor"})
    named = [place for place in amounts if story.leads(place, rf"(?:{_INDEX_WORDS})(?: (?:de|del|es|era|fue|en|a))*")]
    if len(named) == 2:
        sides = {"i": named, "v": [place for place in amounts if place not in named]}
    if not sides or any(len(sides.get(symbol, ())) != 2 for symbol in "iv"):
        return None
    indices, values = sides["i"], sides["v"]
    first, last = in_time_order(story, values)
    old, new = in_time_order(story, indices)
    return {"a": [first], "b": [last], "i": [old], "j": [new]}


def _change(g: Given) -> Solution:
    if g["a"] <= 0 or ("i" in g and g["i"] <= 0):
        raise CalculationError("El monto y el índice iniciales tienen que ser mayores que 0.")
    nominal = prices.change(g["a"], g["b"])
    inflation = prices.change(g["i"], g["j"]) if "i" in g else prices.compounded(g.rates("p"))
    if inflation <= -1:
        raise CalculationError("La inflación tiene que ser mayor que -100 %.")
    real = 100 * prices.real_change(nominal, inflation)
    verb = "subió" if real > 0 else "bajó" if real < 0 else "no cambió:"
    worth = g["b"] / (1 + inflation)
    return Solution(
        real,
        f"En términos reales {verb} {percent(abs(real))}.",
        f"({number(g['b'])} / {number(g['a'])}) / (1 + {percent(100 * inflation)}) − 1 = {percent(real)}",
        f"En pesos subió {percent(100 * nominal)} y los precios {percent(100 * inflation)}: "
        f"{g.money(g['b'])} de hoy compran lo"
        f" que antes {g.money(worth)}; para empatar hacían falta {g.money(g['a'] * (1 + inflation))}.",
    )


_NOT_MONEY = (
    r"(?<!sin )interes|plazo fijo|\btna\b|\btea\b|\btem\b|tasa|nominal(?:es)? (?:de|es) %|\bpbi\b|\bpib\b|bono\b"
    r"|\buva\b|elastic|demanda|prestamo(?! (?:\w+ )?sin interes)|credito|cuotas|invert|dolar|tipo de cambio"
    r"|velocidad|dinero [$#]|empleo|exportac|deficit|canasta basica|paasche|laspeyres|descuent"
)

CALCULATORS = (
    Calculator(
        id="monto_e_inflacion",
        name="el monto ajustado por inflación",
        area=AREA,
        formula="ajustado = V · Π(1 + πᵢ); real = V / Π(1 + πᵢ)",
        inputs=(
            Input("v", "el monto", Kind.AMOUNT, above=0),
            Input("p", "la inflación", Kind.RATE, many=True, above=-100),
            Input("w", "el aumento", Kind.RATE, many=True, optional=True, above=-100),
            Input("n", "el plazo", Kind.TIME, optional=True, above=0),
        ),
        keys="inflacion alquiler",
        names=rf"\b(?:{INFLATION_WORDS})",
        when=(),
        unless=_NOT_MONEY + r"|deposit|plazo fijo|indice (?:era|estaba|valia|paso|de precios (?:era|paso))",
        wordings=(),
        work=_amount,
        asks=False,
        place=_place_amount,
    ),
    Calculator(
        id="variacion_real_de_un_monto",
        name="la variación real entre dos montos",
        area=AREA,
        formula="(b / a) / (1 + π) − 1",
        inputs=(
            Input("a", "el monto inicial", Kind.AMOUNT),
            Input("b", "el monto final", Kind.AMOUNT),
            Input("p", "la inflación", Kind.RATE, many=True, optional=True),
            Input("i", "el índice inicial", Kind.NUMBER, optional=True),
            Input("j", "el índice final", Kind.NUMBER, optional=True),
        ),
        keys="inflacion real",
        names=rf"\b(?:{INFLATION_WORDS}|indice(?: de precios)?|terminos reales|poder (?:adquisitivo|de compra))",
        when=(),
        unless=_NOT_MONEY.replace("|invert", "")
        + (
            r"|^(?!.*(?:inflaci|precios|ipc|indice|inpc))|^(?!.*(?:real|poder|gan|perd|perdi|convien"
            r"|inflacion|sueldo|salari))"
            r"|%\d+ y [$#]\d+ %"
        ),
        wordings=(),
        work=_change,
        asks=False,
        place=_place_change,
    ),
)
