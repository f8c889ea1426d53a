"""Microeconomía: impuestos, subsidios, precios máximos y mínimos y cupos en un mercado de curvas lineales."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas import curve_inputs as has
from ecobot_tui.economics.calculators.curves import Line, Market, market, meeting
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution


def _wedge(one: Market, tax: float) -> tuple[float, float, float]:
    """Return what is paid, what is received and the quantity, with a tax for each unit; a subsidy is negative."""
    a, b, c, d = one.demand.a, one.demand.b, one.supply.a, one.supply.b
    paid = (a - c + d * tax) / (d - b)
    return paid, paid - tax, one.demand.quantity(paid)


def _tax(g: Given) -> Solution:
    one, tax = market(g), g["t"]
    paid, kept, quantity = _wedge(one, tax)
    return _taxed(one, paid, kept, quantity, f"{number(one.supply.a)} + {number(one.supply.b)} × (P − {number(tax)})")


def _share_tax(g: Given) -> Solution:
    one, rate = market(g), g.rate("t")
    a, b, c, d = one.demand.a, one.demand.b, one.supply.a, one.supply.b
    kept = (a - c) / (d - b * (1 + rate))
    paid = kept * (1 + rate)
    how = f"{number(c)} + {number(d)} × P / (1 + {percent(g['t'])})"
    return _taxed(one, paid, kept, one.demand.quantity(paid), how)


def _taxed(one: Market, paid: float, kept: float, quantity: float, supplied: str) -> Solution:
    if kept <= 0 or quantity <= 0:
        raise CalculationError("Con un impuesto tan alto no se vende nada: el mercado desaparece.")
    tax, lost = paid - kept, one.quantity - quantity
    buyers, sellers = paid - one.price, one.price - kept
    return Solution(
        paid,
        f"El comprador paga {number(paid)}, el vendedor recibe {number(kept)} y se venden {number(quantity)};"
        f" el Estado recauda {number(tax * quantity)}.",
        f"{one.demand} = {supplied} ⇒ Pc = {number(paid)} ;"
        f" recaudación = {number(tax)} × {number(quantity)} = {number(tax * quantity)} ;"
        f" pérdida de eficiencia = ½ × {number(tax)} × {number(lost)} = {number(tax * lost / 2)}",
        f"Sin impuesto el precio era {number(one.price)} y la cantidad {number(one.quantity)}: "
        f"los compradores cargan con"
        f" {number(buyers)} por unidad ({number(100 * buyers / tax)} %) y los vendedores con {number(sellers)}"
        f" ({number(100 * sellers / tax)} %).",
        ("mercado competitivo; da igual quién lo pague al fisco",),
    )


def _subsidy(g: Given) -> Solution:
    one, size = market(g), g["s"]
    paid, kept, quantity = _wedge(one, -size)
    if paid < 0:
        raise CalculationError("Con un subsidio tan alto el comprador pagaría menos que nada: revisalo.")
    more = quantity - one.quantity
    return Solution(
        size * quantity,
        f"El comprador paga {number(paid)}, el vendedor recibe {number(kept)} y se venden {number(quantity)};"
        f" al Estado le cuesta {number(size * quantity)}.",
        f"{one.demand} = {number(one.supply.a)} + {number(one.supply.b)} × (P + {number(size)}) ⇒ Pc = {number(paid)} ;"
        f" costo = {number(size)} × {number(quantity)} = {number(size * quantity)} ;"
        f" pérdida de eficiencia = ½ × {number(size)} × {number(more)} = {number(size * more / 2)}",
        f"Sin subsidio el precio era {number(one.price)} y la cantidad {number(one.quantity)}: el comprador se ahorra"
        f" {number(one.price - paid)} por unidad y el vendedor gana {number(kept - one.price)}.",
        ("subsidio fijo por unidad en un mercado competitivo",),
    )


def _ceiling(g: Given) -> Solution:
    one, cap = market(g), g["m"]
    if cap >= one.price:
        raise CalculationError(
            f"Ese precio máximo no está por debajo del de equilibrio ({number(one.price)}): no tiene efecto."
        )
    wanted, offered = one.demand.quantity(cap), max(0.0, one.supply.quantity(cap))
    value = wanted - offered
    return Solution(
        value,
        f"Faltan {number(value)} unidades: se quieren {number(wanted)} y se ofrecen {number(offered)}, que es lo que se"
        " vende.",
        f"Qd({number(cap)}) − Qs({number(cap)}) = {number(wanted)} − {number(offered)} = {number(value)}",
        f"El tope queda por debajo del precio de equilibrio ({number(one.price)}) y genera escasez; por esas"
        f" {number(offered)} se llegaría a pagar {number(one.demand.price(offered))}"
        f" y la pérdida de eficiencia es {number(_lost(one, offered))}.",
        ("mercado competitivo; nadie vende por encima del tope",),
    )


def _floor(g: Given) -> Solution:
    one, least = market(g), g["m"]
    if least <= one.price:
        raise CalculationError(
            f"Ese precio mínimo no está por encima del de equilibrio ({number(one.price)}): no tiene efecto."
        )
    wanted, offered = max(0.0, one.demand.quantity(least)), one.supply.quantity(least)
    value = offered - wanted
    return Solution(
        value,
        f"Sobran {number(value)} unidades: se ofrecen {number(offered)} y se quieren {number(wanted)}.",
        f"Qs({number(least)}) − Qd({number(least)}) = {number(offered)} − {number(wanted)} = {number(value)}",
        f"El mínimo supera el de equilibrio ({number(one.price)}, con {number(one.quantity)} unidades): hay exceso de"
        f" oferta (desempleo, si es un salario); comprarlo le costaría {number(least * value)} "
        f"al Estado y, si no lo compra,"
        f" la pérdida de eficiencia es {number(_lost(one, wanted))}.",
        ("mercado competitivo; nadie paga menos que el mínimo",),
    )


def _quota(g: Given) -> Solution:
    one, quantity = market(g), g["q"]
    if quantity >= one.quantity:
        raise CalculationError(f"Ese cupo no está por debajo de lo que se vende sin él ({number(one.quantity)}).")
    paid, asked = one.demand.price(quantity), one.supply.price(quantity)
    return Solution(
        paid,
        f"Con el cupo los compradores pagan {number(paid)}; a los vendedores les alcanzaba con {number(asked)}.",
        f"{number(quantity)} = {one.demand} ⇒ P = {number(paid)} ; {number(quantity)} = {one.supply}"
        f" ⇒ P = {number(asked)}",
        f"La renta del cupo es {number(paid - asked)} por unidad, {number((paid - asked) * quantity)} en total, y la"
        f" pérdida de eficiencia {number(_lost(one, quantity))}; sin él el precio era {number(one.price)}.",
        ("mercado competitivo",),
    )


def _tariff(g: Given) -> Solution:
    one, world = market(g), g["p"]
    size = g["t"] if "t" in g else world * g.rate("r")
    inside = world + size
    if world >= one.price:
        raise CalculationError(
            f"El precio internacional no está por debajo del interno ({number(one.price)}): no se importa."
        )
    free = one.demand.quantity(world) - max(0.0, one.supply.quantity(world))
    left = max(0.0, one.demand.quantity(inside) - max(0.0, one.supply.quantity(inside))) if inside < one.price else 0.0
    lost = size * (free - left) / 2
    return Solution(
        left,
        f"Con el arancel se importan {number(left)} y el Estado recauda {number(size * left)}; el precio interno es"
        f" {number(min(inside, one.price))}.",
        f"Qd({number(inside)}) − Qs({number(inside)}) = {number(left)} ; {number(size)} "
        f"× {number(left)} = {number(size * left)}"
        f" ; pérdida de eficiencia = ½ × {number(size)} × ({number(free)} − {number(left)}) = {number(lost)}",
        f"Sin arancel se importaban {number(free)} a {number(world)}; adentro se producen"
        f" {number(max(0.0, one.supply.quantity(min(inside, one.price))))} y se consumen"
        f" {number(one.demand.quantity(min(inside, one.price)))}.",
        ("país pequeño: no mueve el precio internacional",),
    )


def _lost(one: Market, quantity: float) -> float:
    """Return the surplus that is lost where so little is sold."""
    return (one.demand.price(quantity) - max(0.0, one.supply.price(quantity))) * (one.quantity - quantity) / 2


def _incidence(g: Given) -> Solution:
    wanted, offered = abs(g["e"]), abs(g["o"])
    if wanted + offered == 0:
        raise CalculationError("Con ambas elasticidades en cero no se sabe quién carga con el impuesto.")
    buyers = 100 * offered / (offered + wanted)
    return Solution(
        buyers,
        f"Los consumidores cargan con {percent(buyers)} del impuesto y los productores con {percent(100 - buyers)}.",
        f"{number(offered)} / ({number(offered)} + {number(wanted)}) = {percent(buyers)}",
        "Paga más la parte que menos puede escapar: la de menor elasticidad.",
        ("impuesto chico por unidad en un mercado competitivo",),
    )


_NO_OTHER = rf"{has.MONOPOLY}|{has.RIVALS}|\bzcm|\bzct"
_T = Input(
    "t", "el impuesto por unidad", Kind.AMOUNT, above=0, labels=r"impuesto\w*|tributo\w*|gravamen\w*|grav\w+|tasa"
)
_TS = Input("t", "la alícuota", Kind.RATE, above=0)
_S = Input("s", "el subsidio por unidad", Kind.AMOUNT, above=0, labels=r"subsidi\w+|subvenc\w+")
_M = Input(
    "m", "el precio fijado", Kind.AMOUNT, above=0, labels=r"tope|techo|maximo|minimo|sosten|piso|precio|salario|w|p"
)
_CAP = Input("q", "el cupo", Kind.AMOUNT, above=0, labels=r"cup\w+|cuota|contingente|racion\w*|licencias|cantidad")


def _social(g: Given) -> Solution:
    one, size = market(g), g["t"]
    helps = rx.search(r"beneficio (?:marginal )?externo|externalidad positiva|positiva", g.text) is not None
    # What the market leaves out moves the supply up by the external cost, or the demand by the external benefit.
    new = meeting(one.demand, Line(one.supply.a + (size if helps else -size) * one.supply.b, one.supply.b))
    tool = "subsidio" if helps else "impuesto"
    return Solution(
        new.quantity,
        f"La cantidad óptima para la sociedad es {number(new.quantity)}; el mercado solo produce"
        f" {number(one.quantity)}.",
        f"CMg privado {'−' if helps else '+'} {number(size)} = demanda ⇒ Q = {number(new.quantity)} ;"
        f" P = {number(new.price)}",
        f"Con un {tool} de {number(size)} por unidad (pigouviano) el mercado llega ahí; la pérdida evitada es"
        f" {number(size * abs(one.quantity - new.quantity) / 2)}.",
        ("efecto externo igual en cada unidad",),
    )


CALCULATORS = (
    Calculator(
        id="optimo_social",
        name="la cantidad óptima con una externalidad",
        area=has.AREA,
        formula="BMg = CMg privado + costo externo",
        inputs=(
            *has.BOTH,
            Input(
                "t",
                "el efecto externo por unidad",
                Kind.AMOUNT,
                above=0,
                labels=r"extern\w+|dano|contamina\w*",
            ),
        ),
        keys=has.KEYS,
        needs=has.KEYS,
        when=(),
        names=rf"{has.WITH_BOTH}(?=.*(?:costo (?:marginal )?externo|externalidad|beneficio (?:marginal )?externo"
        r"|dano)).*",
        unless=rf"%\d|{has.CEILING}|{has.FLOOR}",
        wordings=has.LINES,
        work=_social,
        asks=False,
    ),
    Calculator(
        id="incidencia_impuesto",
        name="la incidencia de un impuesto",
        area=has.AREA,
        formula="ΔPc = t · d / (b + d)",
        inputs=(*has.BOTH, _T),
        keys=has.KEYS,
        needs=has.KEYS,
        when=(),
        names=rf"{has.WITH_BOTH}(?=.*(?:{has.TAX})).*",
        unless=rf"mundial|internacional|%\d|suma fija|\brenta\b|{has.CEILING}|{has.FLOOR}|{has.SUBSIDY}|{_NO_OTHER}",
        wordings=(*has.LINES, r"t {t}", r"impuesto (?!z)~{t}", r"{t} ~impuesto"),
        work=_tax,
        asks=True,
    ),
    Calculator(
        id="impuesto_ad_valorem",
        name="el efecto de un impuesto ad valorem",
        area=has.AREA,
        formula="Qd(Ps (1 + t)) = Qs(Ps)",
        inputs=(*has.BOTH, _TS),
        keys=has.KEYS,
        needs=has.KEYS,
        when=(),
        names=rf"{has.WITH_BOTH}(?=.*(?:{has.TAX}))(?=.*(?:ad valorem|valor|sobre el precio|precio)).*",
        unless=rf"suma fija|\brenta\b|{has.CEILING}|{has.FLOOR}|{has.SUBSIDY}|{_NO_OTHER}",
        wordings=has.LINES,
        work=_share_tax,
        asks=False,
    ),
    Calculator(
        id="subsidio_unitario",
        name="el efecto de un subsidio",
        area=has.AREA,
        formula="Qd(Pv − s) = Qs(Pv)",
        inputs=(*has.BOTH, _S),
        keys=has.KEYS,
        needs=has.KEYS,
        when=(),
        names=rf"{has.WITH_BOTH}(?=.*(?:{has.SUBSIDY})).*",
        unless=rf"%\d|{has.CEILING}|{has.FLOOR}|{_NO_OTHER}",
        wordings=(*has.LINES, r"s {s}", r"subsidio (?!z)~{s}", r"{s} ~subsidio"),
        work=_subsidy,
        asks=True,
    ),
    Calculator(
        id="precio_maximo_escasez",
        name="el faltante por un precio máximo",
        area=has.AREA,
        formula="Qd(Pm) − Qs(Pm)",
        inputs=(*has.BOTH, _M),
        keys=has.KEYS,
        needs=has.KEYS,
        when=(),
        names=rf"{has.WITH_BOTH}(?=.*(?:{has.CEILING})).*",
        unless=rf"%\d|{has.TAX}|{has.FLOOR}|{has.SUBSIDY}|{_NO_OTHER}|{has.QUOTA}",
        wordings=(*has.LINES, r"(?:tope|maximo|techo) (?!z)~{m}"),
        work=_ceiling,
        asks=True,
    ),
    Calculator(
        id="precio_minimo_excedente",
        name="el sobrante por un precio mínimo",
        area=has.AREA,
        formula="Qs(Pm) − Qd(Pm)",
        inputs=(*has.BOTH, _M),
        keys=has.KEYS,
        needs=has.KEYS,
        when=(),
        names=rf"{has.WITH_BOTH}(?=.*(?:{has.FLOOR})).*",
        unless=rf"%\d|{has.TAX}|{has.CEILING}|{has.SUBSIDY}|{_NO_OTHER}",
        wordings=(*has.LINES, r"(?:sosten|minimo|piso) (?!z)~{m}"),
        work=_floor,
        asks=True,
    ),
    Calculator(
        id="cupo_de_produccion",
        name="el efecto de un cupo",
        area=has.AREA,
        formula="Qd(P) = cupo",
        inputs=(*has.BOTH, _CAP),
        keys=has.KEYS,
        needs=has.KEYS,
        when=(),
        names=rf"{has.WITH_BOTH}(?=.*(?:{has.QUOTA})).*",
        unless=rf"%\d|{has.TAX}|{has.FLOOR}|{has.SUBSIDY}|{_NO_OTHER}|precios? maximos?|\btope de precio",
        wordings=(*has.LINES, r"(?:cup\w|cuota)(?: maxim\w)? (?!z)~{q}"),
        work=_quota,
        asks=True,
    ),
    Calculator(
        id="arancel_pais_pequeno",
        name="las importaciones con un arancel",
        area=has.AREA,
        formula="M = Qd(Pm + t) − Qs(Pm + t)",
        inputs=(
            *has.BOTH,
            Input(
                "p",
                "el precio internacional",
                Kind.AMOUNT,
                above=0,
                labels=r"precio (?:internacional|mundial|externo|de afuera|del mundo)|internacional|mundial|pm|pw|pi",
            ),
            Input("t", "el arancel", Kind.AMOUNT, above=0, optional=True, labels=r"arancel\w*|tarifa|impuesto|t"),
            Input("r", "el arancel porcentual", Kind.RATE, above=0, optional=True),
        ),
        keys=has.KEYS,
        needs=has.KEYS,
        when=(),
        names=rf"{has.WITH_BOTH}(?=.*\b(?:arancel|tarifa))(?=.*(?:mundial|internacional|import"
        rf"|pequen|\bpm\b|\bpw\b)).*",
        unless=rf"{has.FLOOR}|{has.SUBSIDY}|{_NO_OTHER}",
        wordings=has.LINES,
        work=_tariff,
        asks=True,
    ),
    Calculator(
        id="incidencia_por_elasticidades",
        name="el reparto de un impuesto según las elasticidades",
        area=has.AREA,
        formula="Es / (Es + |Ed|)",
        inputs=(
            Input("e", "la elasticidad de la demanda", Kind.NUMBER, labels=r"demanda|compradores|consumidores|ed|epd"),
            Input("o", "la elasticidad de la oferta", Kind.NUMBER, labels=r"oferta|vendedores|productores|es|eo|eps"),
        ),
        keys="elasticidad elasticidades impuesto",
        needs="elasticidad",
        when=(),
        names=r"^(?=.*elasticidad)(?=.*\bimpuest).*\b(?:parte|porcentaje|proporcion|fraccion|cuanto|quien|como|reca\w+"
        r"|incidencia|reparte|carga|paga\w*)\b",
        unless=r"\bz[ds][qp] |recauda|%\d",
        wordings=(r"demanda(?: (?:es|de|vale|con|elasticidad))* {e}", r"oferta(?: (?:es|de|vale|elasticidad))* {o}"),
        work=_incidence,
        asks=False,
    ),
)
