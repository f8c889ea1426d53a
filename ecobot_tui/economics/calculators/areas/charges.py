"""Compras y descuentos: rebajas, recargos y aumentos sobre un monto, de ida y de vuelta."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.formulas import everyday
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places, Story, asked_in

AREA = "Compras y descuentos"


_DOWN = (
    r"descuent\w*|descont\w+|desc\b|dto\b|rebaj\w+|off\b|menos\b|baj\w+|reduc\w+|redujo|bonific\w+|reintegr\w+|quita\w*"
    r"|retien\w+|retencion\w*|retuv\w+|cay\w+|cae\b|caid\w+|disminu\w+|oferta|promo\w*|ahorr\w+|devuelv\w+|liquidacion"
    r"|le (?:sac|quit|rest)\w+|recort\w+|achic\w+|merm\w+|perd\w+|pierd\w+|deprecia\w*|desvaloriz\w+|cashback"
)


_UP = (
    r"recarg\w+|aument\w+|sub\w+|sum\w+|increment\w+|mas\b|remar[cq]\w+|encarec\w+|agreg\w+|impuest\w+|iva\b"
    r"|percepcion\w*"
    r"|interes|propina|ajust\w+|actualiz\w+|crec\w+|paritaria\w*|trep\w+|gan[oóe]\b|recuper\w+|percib\w+"
    r"|inflacion|acumul\w+"
)


_LINK = r" ?(?:de |del |el |un |y |, |extra |adicional |mas de |en |por )*"


_ORIGINAL = (
    r"\b(?:antes\b(?! de(?:l)? (?:impuesto|iva))|original\w*|(?:precio )?de lista|sin (?:el |la |los |ese |esa )?"
    r"(?:descuento|rebaja|recargo|aumento|promo)\w*|inicial\w*|costaba\w*|salia\w*|valia\w*|cobraba\w*|ganaba\w*"
    r"|estaba\w*|era\b(?! (?:el|la) (?:descuento|rebaja|recargo|aumento|ahorro))|marcaba|tenia|previo|anterior"
    r"|percibia|pagaba\w*|vendia\w*|facturaba\w*|habia)\b"
)


_ORIGINAL_GIVEN = (
    r"(?:(?:precio )?(?:original\w*|de lista|inicial\w*|anterior)|costaba\w*|valia\w*|salia\w*|era\b"
    r"|estaba\w*|cobraba|ganaba|tenia)"
    r"(?: (?:de|del|era|es|fue|a|en|un precio))* [$#]\d"
)


_PAID = (
    r"pague|pagamos|pago|pagaste|quedo en|quedaron en|quedo|termine pagando|me salio|salio|salieron|abone|abono|gaste"
    r"|me cobraron|cobraron|ahora (?:\w+ ){0,2}?(?:sale|cuesta|vale|cobro|gano|esta en|es de|en)|llego a|termino en"
)


_DIFFERENCE = (
    r"ahorr\w+|(?:es|seria|fue|son|era) (?:el |la )?(?:descuento|rebaja|recargo|aumento|reintegro|devolucion"
    r"|bonificacion"
    r"|suba|baja)|me descuentan|me devuelven|descontaron|recargan|de mas\b|mas (?:por mes|pago|pagaria|cobraria|cobro"
    r"|voy|me)|te devuelven|reintegr\w+|me rebaj\w+"
)


def _signs(story: Story) -> tuple[list[int], list[int]] | None:
    """Part the rates into falls and rises by the nearest word that says which; None where none says it."""
    signs: list[str] = []
    for place in story.rates:
        after = rx.match(rf"{_LINK}(?:(?P<down>{_DOWN})|(?P<up>{_UP}))", story.after(place))
        words = list(rx.finditer(rf"(?<![a-z])(?:(?P<down>{_DOWN})|(?P<up>{_UP}))", story.before(place)))
        # «30 % off más un 10 % adicional»: that «más» only joins.
        words = [one for one in words if one[0] != "mas" or not signs]
        # «¿Qué descuento total es 20 % más 10 %?» joins two discounts.
        joins = (signs and signs[-1] == "-") or (words and words[-1]["down"] and place + 1 in story.rates)
        after = None if after and after["up"] == "mas" and joins else after
        plain = words[-1] if words else None
        # «25 % de descuento» says more than what stood before it, but not «10 %, y después sube 5 %».
        if after and not (plain and rx.match(r" ?(?:y|,)", story.after(place))):
            plain = after
        signs.append("" if plain is None else "-" if plain["down"] else "+")
    if not any(signs):
        # «Me suben el alquiler de 220.000 un 45 %»: the verb stands before the amount.
        verbs = list(rx.finditer(rf"(?<![a-z])(?:(?P<down>{_DOWN})|(?P<up>{_UP}))", story.text))
        signs = ["-" if verbs[0]["down"] else "+"] * len(signs) if verbs else signs
    for place in range(1, len(signs)):
        signs[place] = signs[place] or signs[place - 1]
    for place in reversed(range(len(signs) - 1)):
        signs[place] = signs[place] or signs[place + 1]
    if not signs or "" in signs:
        return None
    down = [place for place, sign in zip(story.rates, signs, strict=True) if sign == "-"]
    return down, [place for place, sign in zip(story.rates, signs, strict=True) if sign == "+"]


_CHARGED = r"descuent|descont|rebaj|off\b|recarg|retien|retenc|percepc|bonific"


def _place_chain(reading: Reading) -> Places | None:
    story = Story(reading)
    signs = _signs(story)
    if signs is None or story.times:
        return None
    if story.says(r"iva\b|igv\b") and (len(story.rates) < 2 or not story.says(_CHARGED)):
        return None
    places: Places = {symbol: some for symbol, some in zip("du", signs, strict=True) if some}
    repeated = len(story.rates) == len(story.counts) == 1 and _counts_changes(story)
    if repeated and story.value(story.counts[0]) in range(2, 61):
        # «4 aumentos de 20 %» are the same rate four times.
        places = {symbol: some * int(story.value(story.counts[0])) for symbol, some in places.items()}
    else:
        repeated = False
    amounts = list(story.amounts)
    if len(amounts) == 2 and (cap := story.nearest(amounts, r"tope|maximo|limite|hasta", 25)) is not None:
        places["m"] = [cap]
        amounts.remove(cap)
    if not amounts:
        impossible = any(story.value(place) > 100 for place in signs[0])
        uncounted = not story.counts or (_counts_changes(story) and story.value(story.counts[0]) == len(story.rates))
        return places if (len(story.rates) > 1 or impossible) and uncounted else None
    several = [place for place in amounts if _is_several(story, place)]
    if len(amounts) == 2 and len(several) == 1:
        places["n"] = several
        amounts.remove(several[0])
    if len(amounts) != 1:
        return None
    if (
        len(story.counts) == 1
        and not _counts_changes(story)
        and story.follows(story.counts[0], r"[a-z]+(?: \w+){0,2} (?:a|de|por) ?$")
    ):
        places["n"] = list(story.counts)
    elif not repeated and any(
        not story.quantities[place].spelled and story.value(place) != len(story.rates) for place in story.counts
    ):
        return None
    places["w" if _is_final(story, amounts[0]) else "v"] = amounts
    return places


def _counts_changes(story: Story) -> bool:
    """Tell «3 descuentos seguidos» from «3 remeras»."""
    return story.follows(story.counts[0], r"descuent|aument|rebaj|recarg|sub|baj|increment|veces")


def _is_several(story: Story, place: int) -> bool:
    """Tell how many things a price is paid for: «2 pantalones de 35.000»."""
    value = story.value(place)
    whole = story.quantities[place].mark == "#" and value in range(1, 101)
    return whole and story.follows(place, r"[a-z]+s (?:de|a|por) ?$")


def _place_mixed(reading: Reading) -> Places | None:
    """Take rises and falls without any amount."""
    places = _place_chain(reading)
    return places if places and set(places) == {"d", "u"} else None


def _place_raise(reading: Reading) -> Places | None:
    places = _place_chain(reading)
    return places if places and ("v" in places or "w" in places) else None


def _is_final(story: Story, place: int) -> bool:
    """Tell whether an amount is what was paid after the changes, and what was before them is asked for."""
    if story.asks(_ORIGINAL):
        return True
    if story.says(_ORIGINAL) and not story.asked:
        return not story.says(_ORIGINAL_GIVEN)
    if not story.asked and story.leads(place, r"(?:pague|pagamos|pagaste|me salio|quedo en|abone)(?: solo| unos)*"):
        # Of what was paid, only the price before is left to ask for.
        return True
    original = story.says(r"(?:cual|cuanto) (?:\w+ ){0,3}?precio de lista|sin (?:el )?(?:descuento|recargo)$")
    return story.leads(place, rf"(?:{_PAID})(?: (?:de|en|por|a|solo|unos|finalmente|al final))*") and (
        original or story.asks(r"valor real|precio real|precio normal|valor verdadero")
    )


_NOT_COMPOUNDED = (
    r"no (?:es |son |se )?acumul\w+|sin acumular|(?:todos|ambos|los dos|calculad\w+"
    r"|siempre) sobre el (?:mismo )?(?:\w+ )?"
    r"(?:original|inicial|base|basico)"
)


def _chain(g: Given) -> Solution:
    falls = g.rates("d") if "d" in g else []
    rises = g.rates("u") if "u" in g else []
    # Withholdings are each worked out on the whole invoice; discounts, each on what the one before left.
    withheld = rx.search(r"retien|retenc|retuv|percepc", g.text) is not None and "descuent" not in g.text
    added = withheld or rx.search(_NOT_COMPOUNDED, g.text) is not None
    times = 1 + sum(rises) - sum(falls) if added else everyday.factor(falls, rises)
    single = 100 * (times - 1)
    many = len(falls) + len(rises) > 1
    steps = " × ".join(
        [f"(1 − {number(100 * one)} %)" for one in falls] + [f"(1 + {number(100 * one)} %)" for one in rises]
    )
    if added:
        steps = (
            "(1"
            + "".join(f" − {number(100 * one)} %" for one in falls)
            + "".join(f" + {number(100 * one)} %" for one in rises)
            + ")"
        )
    plain = number(100 * (sum(rises) - sum(falls)))
    together = (
        "Todos los porcentajes se calculan sobre el mismo monto, por eso se suman."
        if added and many
        else f"Juntos equivalen a un solo cambio de {percent(single)}, no de {plain} %, la suma: cada uno se "
        f"calcula sobre lo"
        " que dejó el anterior."
        if many
        else f"De cada 100 quedan {number(100 * times)}."
    )
    if "v" not in g and "w" not in g:
        if not many:
            raise CalculationError("Decime sobre qué precio se calcula.")
        word = "descuento" if single < 0 else "aumento"
        result = f"En total es un {word} de {percent(abs(single))}."
        return Solution(abs(single), result, f"{steps} − 1 = {percent(single)}", together)
    if times <= 0 and "w" in g:
        raise CalculationError(
            "Con un descuento de 100 % no queda nada que pagar: no se puede volver al precio original."
        )
    count = g.get("n", 1.0)
    base = g["v"] * count if "v" in g else g["w"] / times
    final = g["w"] if "w" in g else base * times
    if "m" in g and final < base:
        final = base - min(base - final, g["m"])
    difference = final - base
    word = "menos" if difference < 0 else "más"
    change = f"{g.money(abs(difference))} {word}"
    if "w" in g:
        result = f"Antes era {g.money(base)}; con el cambio quedó en {g.money(final)} ({change})."
        worked = f"{number(final)} / [{steps}] = {number(base, money=True)}"
    else:
        result = f"Queda en {g.money(final)}: {change} que {g.money(base)}."
        worked = f"{number(base)} × {steps} = {number(final, money=True)}"
    asked = rx.search(_DIFFERENCE, asked_in(g.text))
    value = abs(difference) if asked else base if "w" in g else final
    return Solution(value, result, worked, together)


_AMOUNT = Input("v", "el precio", Kind.AMOUNT, optional=True)


_CHAIN_INPUTS = (
    Input("d", "el descuento", Kind.RATE, many=True, optional=True, most=100),
    Input("u", "el recargo", Kind.RATE, many=True, optional=True, above=-100),
    _AMOUNT,
    Input("w", "el precio final", Kind.AMOUNT, optional=True),
    Input("n", "la cantidad", Kind.NUMBER, optional=True),
    Input("m", "el tope", Kind.AMOUNT, optional=True),
)


NO_CHARGE = (
    r"pagare|documento|cheque|letra\b|valor (?:actual|presente)|\bvan\b|tasa de descuento|flujo|cuotas|segunda|2da"
    r"|#\d+ ?x ?\d|jubilac|aporte|obra social|(?<!ingresos )brut[oa]|en mano|bolsillo|elastic"
    r"|demanda|oferta y"
    r"|interes(?:es)? (?:compuesto|simple)|plazo fijo|\bpbi\b|\bpib\b|poblacion|desemple|encaje|emision"
    r"|limpi[oa]s\b|\bapp\b|plataforma|mercado ?(?:libre|pago)|publicar|\bafp\b|isapre|sueldo liquido"
    r"|liquido a cobrar|comision|propina|inflacion|\bipc\b|dolar oficial|bono\b|accion(?:es)?\b.*dividend"
)


CALCULATORS = (
    Calculator(
        id="descuento_o_recargo",
        name="el precio con descuentos o recargos",
        area=AREA,
        formula="final = precio · Π(1 − dᵢ) · Π(1 + uᵢ)",
        inputs=_CHAIN_INPUTS,
        keys="descuento descuentos recargo rebaja reintegro",
        names=(
            r"\b(?:de |con |un )?(?:descuent\w+|descont\w+|rebaj\w+|off\b|recarg\w+|reintegr\w+|bonific\w+"
            r"|dto\b|cashback"
            r"|retien\w+|retencion\w*|percepc\w+|(?:me|te|le|nos) (?:devuelv\w+|devolv\w+)|devolucion|cupon\b)"
        ),
        when=(),
        unless=NO_CHARGE.replace("|cuotas|", r"|#\d+ cuotas|cuotas de|")
        + r"|\bprest[aeo]\w*|impuesto a la renta|rendimiento",
        wordings=(),
        work=_chain,
        asks=False,
        place=_place_chain,
    ),
    Calculator(
        id="cambios_encadenados",
        name="el total de subas y bajas encadenadas",
        area=AREA,
        formula="Π(1 + uᵢ) · Π(1 − dᵢ) − 1",
        inputs=_CHAIN_INPUTS,
        keys="variacion acumulada",
        names=(
            r"\b(?:sub|aument|baj|ca[yei]|perdi|gan[oa]|recuper)\w*"
            r"(?=.*%.*(?:sub|baj|aument|ca[yei]|gan[oa]|perd|recuper).*%.*%)"
        ),
        when=(),
        unless=NO_CHARGE
        + r"|[$#]\d|cantidad|tasa|puntos|indice|pes[ao]n?\b|pondera|real\b|poder|precios|sueldo|salari",
        wordings=(),
        work=_chain,
        asks=False,
        place=_place_mixed,
    ),
    Calculator(
        id="aumento_de_un_monto",
        name="el monto con aumentos o bajas",
        area=AREA,
        formula="final = monto · Π(1 + uᵢ) · Π(1 − dᵢ)",
        inputs=_CHAIN_INPUTS,
        keys="aumento",
        names=(
            r"\b(?:aument\w+|increment\w+|remar[cq]\w+|sub(?:e|io|en|ieron|ir|iera|a|as)\b|baj(?:a|o|an|aron"
            r"|ar)\b|le (?:sac|quit|rest|sum|agreg)\w+ (?:el |un )?%|recort\w+|reduc\w+|reduzc\w+|disminu\w+"
            r"|achic\w+|encarec\w+|trep\w+|ajust\w+|cay\w+|reduj\w+"
            r"|(?:perdi\w*|cay\w+|baj\w+|gan\w+|sub\w+) (?:un )?%\d+ ,? ?(?:y )?(?:despues |luego "
            r"|mas tarde )?(?:gan\w+|sub\w+|recuper\w+|baj\w+|perd\w+|cay\w+|ca[ei]\w*) (?:un )?%\d+"
            r"|perdi[oó]?\b)(?=.*(?:cuanto|cual|queda|nuevo|final|antes|calcul|hall))"
            r"|(?:me|le|nos) dan (?:un )?%\d+ (?:mas|de aumento)"
            r"|(?:aument|sub|baj|cay)\w+ (?:un |el )?%\d+ ,? ?(?:y )?(?:costaba|salia|valia|estaba|era|cobraba"
            r"|ganaba)\b"
            r"|(?:cuanto|a cuanto"
            r"|en cuanto|cual)\b(?=.*(?:aument|sub|baj|increment|remar|recort|reduc|disminu|achic))"
        ),
        when=(
            r"aument\w+|\bsub[eioa]\w*|baj[aoe]\w*|increment\w+|remar[cq]\w+|ajust\w+|\bca[ey]\w*|reduc\w+|redujo"
            r"|paritaria|encarec|perd\w+|trep\w+",
            r"[$#]\d",
            r"cuant|cual|queda|termina|calcul|hall|monto|nuevo|final|antes",
        ),
        unless=NO_CHARGE
        + (
            r"|descuent|rebaj|recarg|cantidad|tasa|puntos|indice|empat|poder|real\b|\bclientes|los precios"
            r"|terminos reales|poder (?:adquisitivo|de compra)|tipo de cambio"
        ),
        wordings=(),
        also="aumento aumentan sueldo salario alquiler precio cobrar cobro gano ingreso jubilacion total cuota "
        "nafta boleto"
        " paritaria dolar bajo sube subio despues descuento costaba costo producto inversion accion acciones "
        "ventas vende"
        " acumulativo mensual anual expensas prepaga matricula tarifa kilo litro cuesta vale cae cayo unidades",
        work=_chain,
        asks=False,
        place=_place_raise,
    ),
)
