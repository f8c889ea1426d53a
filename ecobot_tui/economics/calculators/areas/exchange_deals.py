"""Sector externo: cambios cruzados y con comisión, compra y venta de dólares, y precios de afuera."""

import re

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculators.areas.exchange_words import dollars, pesos
from ecobot_tui.economics.calculators.currency_story import Story, read_story, steps
from ecobot_tui.economics.calculators.given import Given, Incomplete, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading

AREA = "Sector externo"
_USUAL = frozenset({"dólares", "euros", "pesos"})
_FEE = r"comision(?:es)?|cobran?|recargo|gastos?"
_PAYS = re.compile(r"\b(?:compr\w+|pag\w+|gast\w+|cuesta|sale)\b")


def _story(reading: Reading) -> tuple[Story, list[int]] | None:
    story = read_story(reading.text, reading.quantities)
    rates = [place for place, one in enumerate(reading.quantities) if one.mark == "%"]
    return (story, rates) if story and steps(story) else None


def _crossed(reading: Reading) -> dict[str, list[int]] | None:
    """Take every amount of a question about two prices, or about a currency that is neither dollar, euro nor peso."""
    found = _story(reading)
    if found is None or found[1]:
        return None
    story, _ = found
    names = {name for price in story.prices for name in (price.one, price.other)}
    return (
        {"x": list(range(len(reading.quantities)))}
        if len(story.prices) > 1 or names - _USUAL or "pesos" not in names
        else None
    )


def _charged(reading: Reading) -> dict[str, list[int]] | None:
    """Take the amounts and the fee of a change of money."""
    found = _story(reading)
    if found is None or len(found[1]) != 1 or found[0].is_one:
        return None
    return {"x": [place for place in range(len(reading.quantities)) if place not in found[1]], "c": found[1]}


def _told(g: Given) -> Story:
    every = [*g.quantities("x"), *(g.quantities("c") if "c" in g else ())]
    story = read_story(g.text, sorted(every, key=lambda one: one.number.start))
    if story is None:
        raise Incomplete("x")
    return story


def _converted(story: Story) -> tuple[float, str]:
    value, written = story.amount, number(story.amount)
    for rate, times, _ in steps(story) or ():
        value = value * rate if times else value / rate
        written += f" {'×' if times else '/'} {number(rate)}"
    return value, written


def _amount(value: float, currency: str) -> str:
    return dollars(value) if currency == "dólares" else f"{number(value, money=True)} {currency}"


def _exact(value: float, currency: str) -> str:
    """Write a price, which needs more than two decimals where it is small."""
    return _amount(value, currency) if value >= 10 else f"{number(value)} {currency}"


def _cross(g: Given) -> Solution:
    story = _told(g)
    value, written = _converted(story)
    between = [name for _, _, name in (steps(story) or [])[:-1]]
    return Solution(
        value,
        f"Son {_exact(value, story.wanted)}.",
        f"{written} = {number(value)}",
        f"Se pasa por {' y '.join(between)}: una cotización y después la otra."
        if between
        else f"Sale de la cotización entre {story.held} y {story.wanted}.",
        ("sin comisiones ni impuestos",),
    )


def _with_fee(g: Given) -> Solution:
    story = _told(g)
    value, written = _converted(story)
    fee, paying = g.rate("c"), _PAYS.search(g.text) is not None and story.wanted == "pesos"
    result = value * (1 + fee if paying else 1 - fee)
    sign = "+" if paying else "−"
    return Solution(
        result,
        f"{'Pagás' if paying else 'Recibís'} {_amount(result, story.wanted)}.",
        f"{written} × (1 {sign} {{c}} %) = {number(result, money=True)}".replace("{c}", g.shown("c")),
        f"Sin la comisión serían {_amount(value, story.wanted)}:"
        f" se lleva {_amount(abs(result - value), story.wanted)}.",
        ("la comisión se calcula sobre el monto cambiado",),
    )


_DEAL = re.compile(
    r"\b(?P<buy>(?:re)?compr(?:e|o|a|ado|aste|aron|amos|ar|ando|as)|consegui)\b"
    r"|\b(?P<sell>vend(?:i|o|e|io|ido|iste|ieron|imos|er|a|iendo)|venta|ahora|hoy|subio a|(?:se )?fue a|llego a)\b"
    r"|(?P<slot>[$#]\d+)"
)
_HOUSE = re.compile(r"\bcompra(?:dor)?(?: \w+){0,2} [$#]\d+.{0,30}\b(?:venta|vendedor)(?: \w+){0,2} [$#]\d+")


def _deal(reading: Reading) -> dict[str, list[int]] | None:
    """Tell the price at which currency was bought from that at which it was sold, and how much it was."""
    numbers = reading.quantities
    held = [place for place, one in enumerate(numbers) if one.number.currency in ("US$", "€")]
    rates = [place for place, one in enumerate(numbers) if place not in held and one.mark != "@"]
    if not held and len(rates) == 3 and rx.match(r" (?:dolares|usd|euros|verdes)", reading.text[reading.slot(0)[1] :]):
        held, rates = rates[:1], rates[1:]
    if len(held) > 1 or len(rates) != 2:
        return None
    which: dict[str, int] = {}
    said = ""
    for found in _DEAL.finditer(reading.text):
        if found["slot"]:
            place = int(found["slot"][1:])
            if place in rates:
                if not said or said in which:
                    return None
                which[said] = place
        else:
            said = "a" if found["buy"] else "b"
    if which.keys() != {"a", "b"}:
        return None
    if _HOUSE.search(reading.text):
        # What the house buys at is what its customer sells at.
        which = {"a": which["b"], "b": which["a"]}
    return {symbol: [place] for symbol, place in which.items()} | ({"q": held} if held else {})


def _gain(g: Given) -> Solution:
    rate = 100 * (g["b"] / g["a"] - 1)
    verb = "ganás" if rate >= 0 else "perdés"
    if "q" not in g:
        each = g["b"] - g["a"]
        asks_rate = rx.search(r"porcent|por ?ciento|rend|rentab|tasa|proporcion", g.text) is not None
        return Solution(
            rate if asks_rate or "cada" not in g.text else each,
            f"Por cada dólar {verb} {pesos(abs(each))} pesos: {percent(abs(rate))}.",
            g.fill(f"{{b}} / {{a}} − 1 = {percent(rate)}"),
            "Es la ganancia en pesos; con inflación, parte de ella solo repone el valor de la moneda.",
            ("sin comisiones ni impuestos",),
        )
    value = g["q"] * (g["b"] - g["a"])
    return Solution(
        value,
        f"En total {verb} $ {pesos(abs(value))}, que es {percent(abs(rate))}.",
        g.fill(f"{{q}} × ({{b}} − {{a}}) = {pesos(value)}"),
        f"Pusiste $ {pesos(g['q'] * g['a'])} y sacás $ {pesos(g['q'] * g['b'])}.",
        ("sin comisiones ni impuestos",),
    )


def _short(g: Given) -> Solution:
    needed = g["q"] * g["e"]
    value = needed - g["p"]
    said = f"faltan $ {pesos(value)}" if value > 0 else f"alcanza y sobran $ {pesos(-value)}"
    return Solution(
        value,
        f"Hacen falta $ {pesos(needed)}: {said}.",
        g.fill(f"{{q}} × {{e}} − {{p}} = {number(value, money=True)}"),
        f"Con los pesos que hay se compran {dollars(g['p'] / g['e'])}.",
        ("sin comisiones ni impuestos",),
    )


def _savings(g: Given) -> Solution:
    before, after = g["q"] / g["a"], g["q"] / g["b"]
    value = before - after
    return Solution(
        value,
        f"Los ahorros pasan de {dollars(before)} a {dollars(after)}: {'pierden' if value >= 0 else 'ganan'}"
        f" {dollars(abs(value))} ({percent(abs(100 * value / before))}).",
        g.fill(f"{{q}} / {{a}} − {{q}} / {{b}} = {number(value, money=True)}"),
        "En pesos es lo mismo que antes: lo que cambia es cuántos dólares compran.",
    )


def _dearer(g: Given) -> Solution:
    abroad = g["f"] * g["e"]
    value = 100 * (g["p"] / abroad - 1)
    return Solution(
        value,
        f"Acá está {percent(abs(value))} más {'caro' if value >= 0 else 'barato'} que afuera"
        f" ({pesos(abs(g['p'] - abroad))} pesos de diferencia).",
        g.fill(f"{{p}} / ({{f}} × {{e}}) − 1 = {percent(value)}"),
        f"Afuera cuesta {pesos(abroad)} pesos al tipo de cambio que diste.",
        ("sin fletes, aranceles ni otros impuestos",),
    )


_EVERY = Input("x", "cada monto y cada cotización", Kind.AMOUNT, many=True)
_FOREIGN = (
    r"dolar(?:es)?|usd|us\$|euros?|libras?|reales|real|yen(?:es)?|yuan(?:es)?|guarani(?:es)?|soles|sol|pesos|peso"
)

CALCULATORS = (
    Calculator(
        id="cambio_cruzado",
        name="el cambio de una moneda a otra",
        area=AREA,
        formula="monto × una cotización × la otra",
        inputs=(_EVERY,),
        keys="euro euros libra libras reales yenes",
        names=rf"^(?=.*\b(?:{_FOREIGN})\b)(?=.*\b(?:cuanto|cuantos|cuantas|cantidad)\b).*",
        when=(),
        unless=r"[%@]\d|inflacion|salari|sueldo|paridad|ppa|hamburguesa|export|import|bono|al30|subio|paso de|futuro"
        r"|tipo de cambio real|mas caro|brecha|gan[eo]\b",
        wordings=(),
        place=_crossed,
        work=_cross,
        asks=False,
    ),
    Calculator(
        id="cambio_con_comision",
        name="el cambio con comisión",
        area=AREA,
        formula="monto × cotización × (1 ± comisión)",
        inputs=(_EVERY, Input("c", "la comisión", Kind.RATE, above=-100, most=100, labels=_FEE)),
        keys="comision dolares",
        names=r"^(?=.*\b(?:dolar|usd|us|euro|pesos|cambi|compr|vend)\w*)(?=.*comision).*",
        when=(),
        unless=r"@\d|accion|bono|fondo|cuota|prestamo|inmobil|alquil|sueldo|vendedor",
        wordings=(),
        place=_charged,
        work=_with_fee,
        asks=False,
    ),
    Calculator(
        id="compra_y_venta_de_dolares",
        name="la ganancia de comprar y vender dólares",
        area=AREA,
        formula="dólares × (venta − compra) ; venta / compra − 1",
        inputs=(
            Input("q", "los dólares", Kind.AMOUNT, above=0, optional=True),
            Input("a", "el precio de compra", Kind.AMOUNT, above=0),
            Input("b", "el precio de venta", Kind.AMOUNT, above=0),
        ),
        keys="dolares dolar",
        names=r"^(?=.*(?:\b(?:dolar(?:es)?|usd|euros?|verdes)\b|[$]\d))(?=.*\b(?:compr|consegu)\w*)"
        r"(?=.*\b(?:gan|perd|pierd|diferencia|rend|renta|saq)\w*).*",
        when=(),
        unless=r"%\d|(?<!hace )@\d|bono|accion|al30|gd30|cedear|unidad|costo|mercader|producto|mep\b|ccl\b"
        r"|import\w+|export\w+|precio",
        needs="dolar dolares usd euro euros compre compro compra compraste compramos",
        wordings=(),
        place=_deal,
        work=_gain,
        asks=False,
    ),
    Calculator(
        id="pesos_para_comprar_dolares",
        name="los pesos que faltan para comprar dólares",
        area=AREA,
        formula="dólares × tipo de cambio − pesos",
        inputs=(
            Input(
                "p", "los pesos que hay", Kind.AMOUNT, above=0, foreign=False, labels=r"tengo|alcanza\w*|con|ahorr\w+"
            ),
            Input("q", "los dólares", Kind.AMOUNT, above=0, foreign=True),
            Input(
                "e",
                "el tipo de cambio",
                Kind.AMOUNT,
                above=0,
                foreign=False,
                labels=r"dolar(?: oficial| blue)?|a|tipo de cambio|cada uno|cotiza\w*",
            ),
        ),
        keys="dolares euros",
        names=r"^(?=.*(?:compr|quier|necesit)\w*)(?=.*\$\d).*(?:alcanz|falta|sobra)\w*.*",
        when=(),
        unless=r"[%@]\d|vend\w+|deuda|import\w+|export\w+|bono|arancel",
        wordings=(r"{q} (?:a|con el dolar a|x) {e}", r"dolar(?: (?:a|esta|vale|es|cotiza))* {e}"),
        work=_short,
        asks=False,
    ),
    Calculator(
        id="ahorro_que_pierde_dolares",
        name="los dólares que pierde un ahorro en pesos",
        area=AREA,
        formula="pesos / e₀ − pesos / e₁",
        inputs=(
            Input("q", "el ahorro en pesos", Kind.AMOUNT, above=0, labels=r"tengo|tenia|ahorr\w+|guard\w+|pesos"),
            Input("a", "el dólar inicial", Kind.AMOUNT, above=0),
            Input("b", "el dólar final", Kind.AMOUNT, above=0),
        ),
        keys="dolar dolares",
        names=r"^(?=.*dolar)(?=.*\b(?:ahorr|tengo|tenia|guard)\w*).*cuantos dolares (?:\w+ )?(?:pierd|perd|menos)\w*",
        when=(),
        unless=r"[%@]\d|compr\w+|vend\w+",
        wordings=(
            r"(?:sube|subio|pasa|paso|salta|salto|va)(?: (?:el|dolar))* (?:de |desde )?{a} (?:a|hasta) {b}",
            r"(?:tengo|tenia|ahorr\w+|guard\w+)(?: \w+){0,3} {q}",
        ),
        work=_savings,
        asks=False,
    ),
    Calculator(
        id="diferencia_con_el_exterior",
        name="la diferencia de precio con el exterior",
        area=AREA,
        formula="precio local / (precio afuera × tipo de cambio) − 1",
        inputs=(
            Input("p", "el precio local", Kind.AMOUNT, above=0, foreign=False, labels=r"aca|argentina|local\w*|pesos"),
            Input("f", "el precio en dólares", Kind.AMOUNT, above=0, foreign=True),
            Input(
                "e",
                "el tipo de cambio",
                Kind.AMOUNT,
                above=0,
                foreign=False,
                labels=r"dolar(?: oficial| blue)?|euro|tipo de cambio|cambio",
            ),
        ),
        keys="dolar dolares",
        names=r"^(?=.*(?:dolar|tipo de cambio|euro))(?=.*\$\d)(?=.*\b(?:mas (?:\w+ )?(?:caro|cara|barato|barata)"
        r"|ahorr\w+|diferencia|conviene))(?=.*\b(?:aca|argentina|afuera|exterior|eeuu|chile|miami|brasil|madrid|local\w*"
        r"|paraguay|uruguay|espana|europa|alla|internacional|amazon)\b).*",
        when=(),
        unless=r"[%@]\d|ppa|paridad",
        wordings=(r"(?:dolar|cambio|euro)(?: (?:a|esta|es|en|oficial|blue|vale|cotiza))* {e}",),
        work=_dearer,
        asks=False,
    ),
)
