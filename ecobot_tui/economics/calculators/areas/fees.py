"""Comisiones, precios para que quede un neto, sueldo con comisión, propinas y cuentas entre varios."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas import plain_saving, plain_sums
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places, Story, asked_in

AREA = "Compras y descuentos"

_WANTED = (
    r"(?:me |nos |le )?(?:queden?|quedar\w*|llegu?en?|recib\w+|sobren?|entren?|cobrar|llevar\w*|obtener|netos?"
    r"|limpi[oa]s?)"
)
_FOR = r"(?:para|si quiero|quiero|necesito|tengo que|y que|asi)\b(?: \w+){0,6}? " + _WANTED
_FIXED = r"(?:basic[oa]|fij[oa]|sueldo|salario|base)"
_COST = r"(?:envio|costo fijo|cargo fijo|embalaje|flete|gastos? (?:fijo|de envio))"


def _place_fee(reading: Reading) -> Places | None:
    story = Story(reading)
    if len(story.rates) != 1 or story.times or any(not story.quantities[one].spelled for one in story.counts):
        return None
    amounts = list(story.amounts)
    places: Places = {"r": list(story.rates)}
    if len(amounts) == 2:
        if (cost := story.nearest(amounts, _COST, 25)) is not None and not story.says(r"basic"):
            places["k"] = [cost]
        elif (cost := story.nearest(amounts, _FIXED, 25)) is not None:
            places["f"] = [cost]
        else:
            return None
        amounts.remove(cost)
    if len(amounts) != 1:
        return None
    if story.says(_FOR) and "f" not in places:
        places["n"] = amounts
    elif story.asks(r"vend|ventas?|valor|precio|factur|total de la|valia|valio|operacion") and not story.asks(
        r"quedo|queda|llev"
    ):
        if not story.says(r"comision"):
            return None
        places["c"] = amounts
        if "f" in places:
            places["c"], places["f"] = amounts, places["f"]
    else:
        places["v"] = amounts
    return places


def _fee(g: Given) -> Solution:
    rate = g.rate("r")
    cost = g.get("k", 0.0)
    shown = percent(100 * rate)
    if "n" in g:
        if rate >= 1:
            raise CalculationError("Si la comisión se lleva todo, ningún precio deja un neto.")
        price = (g["n"] + cost) / (1 - rate)
        top = number(g["n"]) if not cost else f"({number(g['n'])} + {number(cost)})"
        return Solution(
            price,
            f"Hay que cobrar {g.money(price)}: la comisión se lleva {g.money(price * rate)} y quedan"
            f" {g.money(g['n'])}.",
            f"{top} / (1 − {shown}) = {number(price, money=True)}",
            f"No alcanza con sumarle {shown} al neto ({g.money((g['n'] + cost) * (1 + rate))}), porque la "
            f"comisión se calcula"
            " sobre el precio.",
        )
    if "c" in g:
        fixed = g.get("f", 0.0)
        if not rate:
            raise CalculationError("Con una comisión de 0 % no se puede saber cuánto se vendió.")
        sold = (g["c"] - fixed) / rate
        top = f"({number(g['c'])} − {number(fixed)})" if fixed else number(g["c"])
        return Solution(
            sold,
            f"Se vendieron {g.money(sold)}.",
            f"{top} / {shown} = {number(sold, money=True)}",
            f"De cada 100 vendidos, {number(100 * rate)} son comisión.",
        )
    fee = g["v"] * rate
    if "f" in g:
        total = g["f"] + fee
        return Solution(
            total,
            f"Se cobran {g.money(total)}: {g.money(g['f'])} fijos y {g.money(fee)} de comisión.",
            f"{number(g['f'])} + {number(g['v'])} × {shown} = {number(total, money=True)}",
            "La comisión crece con lo vendido; el básico, no.",
        )
    left = g["v"] - fee - cost
    keeps = rx.search(r"me queda|me quedan|queda\b|quedan\b|recib|limpi|neto|me llega|cobro\b", asked_in(g.text))
    minus = f" − {number(cost)}" if cost else ""
    return Solution(
        left if keeps else fee,
        f"La comisión es {g.money(fee)} y quedan {g.money(left)}.",
        (
            f"{number(g['v'])} × {shown} = {number(fee, money=True)}; {number(g['v'])} − {number(fee)}{minus} = "
            f"{number(left, money=True)}"
        ),
        f"De cada 100 se van {number(100 * rate)} en la comisión.",
    )


_PEOPLE = (
    r"(?:personas|amig[oa]s|comensales|companer\w+|herman[oa]s|familias?|soci[oa]s|de nosotros|nosotros"
    r"|integrantes|invitados|chicos|chicas|primos|estudiantes|alumnos)"
)


def _people(story: Story) -> list[int]:
    return [
        place
        for place, one in enumerate(story.quantities)
        if one.mark == "#"
        and not one.number.scaled
        and (
            story.follows(place, rf"(?:\w+ )?{_PEOPLE}")
            or story.leads(
                place,
                (
                    r"(?:somos|son|eramos|fuimos|entre|los|las|pagamos entre|divid\w+ (?:entre|en|por)|para"
                    r"|repart\w+ entre|partimos (?:en|entre))"
                ),
            )
        )
    ]


def _place_tip(reading: Reading) -> Places | None:
    story = Story(reading)
    people = _people(story)
    amounts = [place for place in story.amounts if place not in people]
    if len(amounts) != 1 or len(story.rates) > 1 or len(people) > 1 or story.times:
        return None
    places: Places = {"v": amounts}
    if story.rates:
        places["r"] = list(story.rates)
    elif not people:
        return None
    return places | ({"n": people} if people else {})


def _tip(g: Given) -> Solution:
    rate = g.rate("r") if "r" in g else 0.0
    included = rx.search(r"propina (?:ya )?inclu|inclu\w+ (?:la )?propina|sin (?:la )?propina", g.text)
    before = g["v"] / (1 + rate) if included else g["v"]
    tip = before * rate
    total = before + tip
    count = g.get("n", 1.0)
    if count < 1:
        raise CalculationError("La cantidad de personas tiene que ser 1 o más.")
    share = total / count
    if included and "n" not in g:
        return Solution(
            before,
            f"Sin la propina la cuenta es {g.money(before)}; la propina es {g.money(tip)}.",
            f"{number(total)} / (1 + {percent(100 * rate)}) = {number(before, money=True)}",
            "La propina se calcula sobre la cuenta sin ella.",
        )
    steps = f"{number(before)} × (1 + {percent(100 * rate)})" if "r" in g else number(g["v"])
    if "n" not in g:
        return Solution(
            tip if rx.search(r"propina", asked_in(g.text)) and not rx.search(r"total|con", asked_in(g.text)) else total,
            f"La propina es {g.money(tip)} y el total, {g.money(total)}.",
            f"{steps} = {number(total, money=True)}",
            "La propina se calcula sobre la cuenta.",
        )
    with_tip = f" La propina es {g.money(tip)} y el total, {g.money(total)}." if "r" in g else ""
    return Solution(
        share,
        f"Cada uno pone {g.money(share)}.{with_tip}",
        f"{steps} / {number(count)} = {number(share, money=True)}",
        "Es la cuenta en partes iguales.",
    )


_RATE = Input("r", "la comisión", Kind.RATE, above=-0.0001, most=100)

CALCULATORS = (
    *plain_sums.CALCULATORS,
    *plain_saving.CALCULATORS,
    Calculator(
        id="comision",
        name="la comisión",
        area=AREA,
        formula="comisión = venta × c; precio para un neto = neto / (1 − c)",
        inputs=(
            Input("v", "la venta", Kind.AMOUNT, optional=True),
            Input("n", "el neto que tiene que quedar", Kind.AMOUNT, optional=True),
            Input("c", "la comisión cobrada", Kind.AMOUNT, optional=True),
            Input("f", "el básico", Kind.AMOUNT, optional=True),
            Input("k", "el costo fijo", Kind.AMOUNT, optional=True),
            _RATE,
        ),
        keys="comision comisiones",
        names=(
            r"\b(?:comision\w*|basic[oa]\b(?=.*%)(?=.*(?:vend|venta))|(?:se queda|se lleva|se quedan|cobra"
            r"|cobran|descuenta|retiene|saca)\b(?=.*%)(?=.*(?:quede|limpi|publi|me queda|recib))"
            r"|(?:plataforma|app|aplicacion|mercado ?libre|mercado ?pago|inmobiliaria|rappi|uber|pedidos ?ya)\b)"
        ),
        when=(),
        unless=r"interes|prestamo|credito|cuotas|\biva\b|bono\b|inflacion|dolar mep|neta de",
        wordings=(),
        work=_fee,
        asks=False,
        place=_place_fee,
    ),
    Calculator(
        id="propina_y_reparto",
        name="la parte de cada uno",
        area=AREA,
        formula="parte = cuenta × (1 + propina) / personas",
        inputs=(
            Input("v", "la cuenta", Kind.AMOUNT, above=0),
            Input("r", "la propina", Kind.RATE, optional=True, above=-0.0001, most=100),
            Input("n", "la cantidad de personas", Kind.NUMBER, optional=True),
        ),
        keys="propina",
        names=(
            r"\b(?:propina|(?:divid\w+|repart\w+|part\w+|separ\w+) (?:\w+ ){0,4}?[$#]\d+ (?:\w+ ){0,3}?entre"
            r"|(?:por cabeza|cada uno|cada una|a cada uno)\b"
            r"|(?:somos|eramos|fuimos)\b(?=.*(?:cada un[oa]|por cabeza|cuanto)))"
        ),
        when=(),
        unless=(
            r"herenc|pbi|per capita|poblacion|gini|deciles|cuotas|prestamo|utilidad|dividend|empresas|cournot"
            r"|unidades|cantidad|vend"
        ),
        wordings=(),
        work=_tip,
        asks=False,
        place=_place_tip,
    ),
)
