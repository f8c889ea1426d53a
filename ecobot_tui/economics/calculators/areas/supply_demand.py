"""Microeconomía: equilibrio de un mercado, sus excedentes y lo que pasa fuera de él."""

import re

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas import curve_inputs as has
from ecobot_tui.economics.calculators.curves import (
    Market,
    demand,
    market,
    meeting,
    solved,
    supply,
)
from ecobot_tui.economics.calculators.given import Given, number
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution


def _equilibrium(g: Given) -> Solution:
    one = market(g)
    elasticity = one.demand.b * one.price / one.quantity
    return Solution(
        one.price,
        f"El precio de equilibrio es {number(one.price)} y la cantidad, {number(one.quantity)}.",
        solved(one),
        f"A ese precio se quiere comprar justo lo que se quiere vender; ahí se gastan "
        f"{number(one.price * one.quantity)}"
        f" en total y la demanda tiene elasticidad {number(elasticity)}.",
        ("mercado competitivo, sin impuestos ni topes",),
    )


def _excess(g: Given) -> Solution:
    one, price = market(g), g["p"]
    wanted, offered = max(0.0, one.demand.quantity(price)), max(0.0, one.supply.quantity(price))
    value = wanted - offered
    if rx.search(r"importa|exporta|mundial|internacional", g.text):
        kind = "Se importan" if value > 0 else "Se exportan"
        result = f"{kind} {number(abs(value))}: adentro se demandan {number(wanted)} y se ofrecen {number(offered)}."
    elif abs(value) < 1e-9:
        result = f"No hay exceso: se demandan y se ofrecen {number(wanted)}."
    else:
        kind = "demanda (escasez)" if value > 0 else "oferta (sobrante)"
        result = (
            f"Hay un exceso de {kind} de {number(abs(value))}:"
            f" se demandan {number(wanted)} y se ofrecen {number(offered)}."
        )
    return Solution(
        value,
        result,
        f"Qd({number(price)}) − Qs({number(price)}) = {number(wanted)} − {number(offered)} = {number(value)}",
        f"El equilibrio está en P = {number(one.price)} y Q = {number(one.quantity)}.",
        ("mercado competitivo",),
    )


def _amount(g: Given) -> Solution:
    line = demand(g) if "a" in g else supply(g)
    verb = "demandan" if "a" in g else "ofrecen"
    price = g["p"]
    value = max(0.0, line.quantity(price))
    return Solution(
        value,
        f"A un precio de {number(price)} se {verb} {number(value)} unidades; son {number(price * value)} de ventas.",
        f"{number(line.a)} {'−' if line.b < 0 else '+'} {number(abs(line.b))} × {number(price)} = {number(value)}",
        f"La cantidad es cero a un precio de {number(line.top)}."
        if line.top > 0
        else "La oferta empieza desde un precio de cero.",
    )


def _price(g: Given) -> Solution:
    line = demand(g) if "a" in g else supply(g)
    verb = "demandan" if "a" in g else "ofrecen"
    value = line.price(g["q"])
    if value < 0:
        raise CalculationError("Para esa cantidad el precio tendría que ser negativo.")
    return Solution(
        value,
        f"El precio es {number(value)}: a ese precio se {verb} {number(g['q'])} unidades.",
        f"{number(g['q'])} = {line} ⇒ P = {number(value)}",
        f"Las ventas son {number(value * g['q'])}.",
    )


_SHIFT_UP = re.compile(r"\b(?:aument\w+|sub\w+|crec\w+|increment\w+|expand\w+|mas)\b")
_SHIFT_DOWN = re.compile(r"\b(?:disminu\w+|baj\w+|ca[ey]\w*|reduc\w+|reduj\w+|contra\w+|menos|pierd\w+)\b")


def _shift(g: Given) -> Solution:
    old = market(g)
    buyers, sellers = old.demand, old.supply
    if "e" in g:
        buyers = demand(g, "e", "f", 1)
    elif "h" in g:
        sellers = supply(g, "h", "i", 1)
    else:
        down = _SHIFT_DOWN.search(g.text) is not None and _SHIFT_UP.search(g.text) is None
        supplied = rx.search(
            r"oferta (?:\w+ ){0,3}?(?:aument|sub|crec|increm|expan|dismin|baj|cae|redu|contra)", g.text
        )
        supplied = supplied or rx.search(r"(?:aument|suba|baja|ca)\w* (?:\w+ ){0,2}oferta", g.text)
        line = sellers if supplied else buyers
        size = line.a * g.rate("r") if "r" in g else g["n"]
        moved = line.moved(-size if down else size)
        if "r" in g:
            factor = 1 + (-g.rate("r") if down else g.rate("r"))
            moved = type(line)(line.a * factor, line.b * factor)
        buyers, sellers = (buyers, moved) if supplied else (moved, sellers)
    new = meeting(buyers, sellers)
    return Solution(
        new.price,
        f"El nuevo precio de equilibrio es {number(new.price)} y la nueva cantidad, {number(new.quantity)}"
        f" (antes {number(old.price)} y {number(old.quantity)}).",
        f"{solved(old)} ; {solved(new)}",
        _moved(old, new),
        ("lo demás no cambia",),
    )


def _moved(old: Market, new: Market) -> str:
    def way(before: float, after: float) -> str:
        change = after - before
        return "no cambia" if abs(change) < 1e-9 else f"{'sube' if change > 0 else 'baja'} {number(abs(change))}"

    return f"El precio {way(old.price, new.price)} y la cantidad {way(old.quantity, new.quantity)}."


def _choke(g: Given) -> Solution:
    line = demand(g)
    return Solution(
        line.top,
        f"A un precio de {number(line.top)} ya no se compra nada; gratis se demandarían {number(line.a)}.",
        f"0 = {line} ⇒ P = {number(line.top)}",
        "Es el precio de reserva: donde la demanda corta el eje de los precios.",
    )


def _most_income(g: Given) -> Solution:
    line = demand(g)
    price, quantity = line.top / 2, line.a / 2
    return Solution(
        price,
        f"El ingreso total es máximo con un precio de {number(price)} y {number(quantity)} unidades:"
        f" {number(price * quantity)}.",
        f"IMg = {number(line.top)} − {number(-2 * line.drop)}Q = 0 ⇒ Q = {number(quantity)} ; P = {number(price)}",
        "Ahí la demanda tiene elasticidad unitaria (-1): mover el precio no suma ingreso.",
        ("demanda lineal; no es el máximo beneficio salvo que el costo marginal sea cero",),
    )


_P = Input("p", "el precio", Kind.AMOUNT, above=-1e-9, labels=has.PRICE, no_year=False)
_Q = Input("q", "la cantidad", Kind.AMOUNT, above=0, labels=has.QUANTITY)
_MOVES = r"aument|sub[aei]|crec|increment|disminu|\bbaj|\bcae|redu[cj]|desplaz|contra[ei]|expan|\bmas\b|\bmenos\b"

CALCULATORS = (
    Calculator(
        id="equilibrio_lineal",
        name="el equilibrio de mercado",
        area=has.AREA,
        formula="a − bP = c + dP",
        inputs=has.BOTH,
        keys=has.KEYS,
        needs=has.KEYS,
        when=(),
        names=rf"{has.WITH_BOTH}.*",
        unless=rf"{has.SURPLUS}|{has.TWO_DEMANDS}|{has.TWO_SUPPLIES}|{has.MONOPOLY}|{has.RIVALS}|{has.POLICY}",
        wordings=has.LINES,
        work=_equilibrium,
        asks=False,
    ),
    Calculator(
        id="exceso_a_un_precio",
        name="el exceso de demanda o de oferta a un precio",
        area=has.AREA,
        formula="Qd(P) − Qs(P)",
        inputs=(*has.BOTH, _P),
        keys=has.KEYS,
        needs=has.KEYS,
        when=(),
        names=rf"{has.WITH_BOTH}.*",
        unless=rf"{has.TWO_DEMANDS}|{has.TWO_SUPPLIES}|{has.MONOPOLY}|{has.RIVALS}|{has.POLICY}|%\d|{has.SURPLUS}"
        r"|costo externo|externalidad",
        wordings=has.LINES,
        work=_excess,
        asks=False,
    ),
    Calculator(
        id="cantidad_a_un_precio",
        name="la cantidad a un precio",
        area=has.AREA,
        formula="Q = a + bP",
        inputs=(
            Input("a", "la ordenada de la demanda", Kind.AMOUNT, optional=True),
            Input("b", "la pendiente de la demanda", Kind.AMOUNT, optional=True),
            Input("c", "la ordenada de la oferta", Kind.AMOUNT, optional=True),
            Input("d", "la pendiente de la oferta", Kind.AMOUNT, optional=True),
            Input("p", "el precio", Kind.AMOUNT, above=-1e-9, labels=f"{has.PRICE}|a|cuesta|vale|cobro|sale"),
        ),
        keys=has.KEYS,
        needs=has.KEYS,
        when=(),
        names=r"^(?=.*\bz[ds][qp] )(?=.*(?:cuant|cantidad|demand|ofrec|vend|recaud|factur|ingreso|unidades)).*",
        unless=rf"(?=.*\bzd[qp] ).*\bzs[qp] |{has.TWO_DEMANDS}|{has.TWO_SUPPLIES}|elastic|{has.SURPLUS}"
        rf"|#\d+ (?:[a-z]+ )?{has.MANY}\b|{has.ASIDE}|%\d|marginal|\bimg\b"
        r"|(?:a )?que precio|maximiz",
        wordings=(*has.LINES, r"(?:precio|p)(?: (?:de|es|del|mercado|igual|a))* {p}"),
        work=_amount,
        asks=False,
    ),
    Calculator(
        id="precio_de_una_cantidad",
        name="el precio al que se compra o vende una cantidad",
        area=has.AREA,
        formula="P = (Q − a) / b",
        inputs=(
            Input("a", "la ordenada de la demanda", Kind.AMOUNT, optional=True),
            Input("b", "la pendiente de la demanda", Kind.AMOUNT, optional=True),
            Input("c", "la ordenada de la oferta", Kind.AMOUNT, optional=True),
            Input("d", "la pendiente de la oferta", Kind.AMOUNT, optional=True),
            Input("q", "la cantidad", Kind.AMOUNT, above=0, labels=has.QUANTITY),
        ),
        keys=has.KEYS,
        needs=has.KEYS,
        when=(),
        names=r"^(?=.*\bz[ds][qp] )(?=.*(?:que precio|\bprecio para|cual es el precio|cuanto (?:debe "
        r"|tiene que )?(?:val|"
        r"cost|cobr)|precio al que|precio si)).*",
        unless=rf"(?=.*\bzd[qp] ).*\bzs[qp] |{has.TWO_DEMANDS}|{has.TWO_SUPPLIES}|elastic|{has.SURPLUS}"
        rf"|{has.ASIDE}|%\d|marginal|\bimg\b"
        r"|maximiz",
        wordings=has.LINES,
        work=_price,
        asks=False,
    ),
    Calculator(
        id="desplazamiento",
        name="el nuevo equilibrio tras un desplazamiento",
        area=has.AREA,
        formula="a' − bP = c' + dP",
        inputs=(
            *has.BOTH,
            Input("e", "la nueva ordenada de la demanda", Kind.AMOUNT, optional=True),
            Input("f", "la nueva pendiente de la demanda", Kind.AMOUNT, optional=True),
            Input("h", "la nueva ordenada de la oferta", Kind.AMOUNT, optional=True),
            Input("i", "la nueva pendiente de la oferta", Kind.AMOUNT, optional=True),
            Input("n", "el desplazamiento", Kind.AMOUNT, optional=True),
            Input("r", "el desplazamiento porcentual", Kind.RATE, optional=True),
        ),
        keys=has.KEYS,
        needs=has.KEYS,
        when=(),
        names=rf"{has.WITH_BOTH}(?:(?=.*(?:{has.TWO_DEMANDS}|{has.TWO_SUPPLIES}))|(?=.*(?:{_MOVES})(?=.*[#$%]\d))).*",
        unless=rf"{has.SURPLUS}|{has.ASIDE}|elastic|si el precio|precio (?:es|sub|baj|de [#$])",
        wordings=(
            *has.LINES,
            r"zd[qp] {e} , {f}",
            r"zs[qp] {h} , {i}",
            r"(?:en|de|por) (?!z){n}(?: unidades)?",
            r"{n} unidades",
        ),
        work=_shift,
        asks=False,
    ),
    Calculator(
        id="precio_de_reserva",
        name="el precio al que nadie compra",
        area=has.AREA,
        formula="Qd(P) = 0",
        inputs=has.DEMAND,
        keys=has.KEYS,
        needs=has.KEYS,
        when=(),
        names=rf"{has.WITH_DEMAND}(?=.*(?:nadie (?:\w+ )?compr|deja\w* de (?:comprar|demandar)"
        rf"|precio (?:de reserva|prohibitivo)"
        r"|precio maximo que|no se (?:compra|vende|demanda) nada|se anula|es cero|sea cero)).*",
        unless=rf"\bzs[qp] |{has.RIVALS}|{has.SURPLUS}|\bzcm|\bzct|\bcmg\b|costo|elastic|marginal",
        wordings=(has.LINES[0],),
        work=_choke,
        asks=False,
    ),
    Calculator(
        id="ingreso_maximo",
        name="el precio que da el mayor ingreso",
        area=has.AREA,
        formula="IMg = 0",
        inputs=has.DEMAND,
        keys=has.KEYS,
        needs=has.KEYS,
        when=(),
        names=rf"{has.WITH_DEMAND}(?=.*maxim)(?=.*(?:ingreso|recaud|factur|ventas)).*",
        unless=rf"\bzs[qp] |{has.RIVALS}|benefici|ganancia|{has.SURPLUS}|\bzcm|\bzct|\bcmg\b|costo",
        wordings=(has.LINES[0],),
        work=_most_income,
        asks=False,
    ),
)
