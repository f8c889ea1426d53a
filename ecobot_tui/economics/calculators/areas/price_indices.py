"""Índices de precios: ponderaciones de los rubros y cambio de base."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places, Story, in_time_order

AREA = "Precios e inflación"


_WEIGHT_BEFORE = (
    r"(?:pes\w+|pondera\w*|participa\w*|represent\w+|peso|importancia|ocupan?|con un|gastan?|destinan?)(?: (?:de"
    r"|del|el|un|es|en|la|canasta|gasto|total))*"
)


_WEIGHT_AFTER = (
    r"(?:de(?:l)? (?:la |el |lo |su |mi )?(?:gasto\w*|canasta|peso|ponderacion|indice|total|presupuesto|consumo"
    r"|ipc)|restante|de ponderacion|de peso|de participacion)"
)


_CHANGE_BEFORE = (
    r"(?:sub\w+|aument\w+|crec\w+|trep\w+|baj\w+|cay\w+|vari\w+|inflacion|alza|suba|encarec\w+|increment\w+"
    r"|se mov\w+)(?: (?:de|del|un|en|el|fue|es|mes|los|las|alimentos))*"
)


_STILL = r"no (?:sub|vari|cambi|aument|se mov)\w*|sin (?:cambios|variacion)|(?:quedo|sigue|quedan?) igual|se mantuv\w+"


_FELL = r"(?:baj|cay|ca[ei]|descen|disminu|abarat|redu)\w*(?: (?:un|en|de))*"
_CARRIED = r"aport\w+|incid\w+|contribu\w+|puntos|suma\w* (?:a|al)|agrega"


def _place_weights(reading: Reading) -> Places | None:
    story = Story(reading)
    fractions = [place for place, one in enumerate(reading.quantities) if one.mark == "#" and 0 < one.value < 1]
    # «Un rubro pesa 40»: the sign of a weight is left out more often than that of a change.
    bare = [
        place
        for place, one in enumerate(reading.quantities)
        if one.mark == "#" and 1 <= one.value <= 100 and story.leads(place, _WEIGHT_BEFORE)
    ]
    rates = sorted({*story.rates, *fractions, *bare})
    others = set(story.amounts) - {*fractions, *bare}
    if others or any(story.value(place) != 1 for place in story.times) or len(rates) < 2:
        return None
    if len(rates) == 2 and story.says(r"otra mitad"):
        return {"c": rates}
    found = _sorted_weights(story, rates, fractions, bare)
    if found is None:
        return None
    weights, changes = found
    if len(weights) == len(changes):
        ordered = _by_item(story, weights, changes)
        down = [own for own, place in zip(weights, ordered, strict=True) if story.leads(place, _FELL)]
        return {"w": weights, "c": ordered} | ({"s": down} if down else {})
    rest = len(changes) == len(weights) + 1 and story.says(
        r"resto|demas|restante|otros|l[oa]s? \w+ (?:subieron|subio|aument\w+)"
    )
    still = len(weights) == len(changes) + 1 and story.follows(weights[-1], rf"(?:y |, |del? \w+ |\w+ , )*(?:{_STILL})")
    return {"w": weights, "c": changes} if rest or still else None


def _sorted_weights(
    story: Story, rates: list[int], fractions: list[int], bare: list[int]
) -> tuple[list[int], list[int]] | None:
    """Part percentages into weights and changes: by their words, by what sums to 100, or by turns."""
    half = len(rates) // 2
    whole = abs(sum(story.value(place) for place in rates[::2]) - 100) <= 1
    if 2 * len(fractions) == len(rates) and abs(sum(story.value(place) for place in fractions) - 1) <= 0.01:
        return fractions, [place for place in rates if place not in fractions]
    if len(rates) >= 4 and whole and all(story.leads(place, _CHANGE_BEFORE) for place in rates[1::2]):
        return rates[::2], rates[1::2]
    weights = [
        place
        for place in rates
        if place in fractions
        or place in bare
        or story.leads(place, _WEIGHT_BEFORE)
        or story.follows(place, _WEIGHT_AFTER)
    ]
    changes = [place for place in rates if place not in weights and story.leads(place, _CHANGE_BEFORE)]
    if len(weights) + len(changes) == len(rates) and len(rates) > 2 and abs(len(weights) - len(changes)) <= 1:
        return weights, changes
    if len(rates) >= 4 and len(rates) % 2 == 0:
        # «40 % en comida, 60 % en casa. La comida subió 6 % y la casa 10 %»: first all weights, then all changes.
        for some, more in ((rates[:half], rates[half:]), (rates[half:], rates[:half])):
            if abs(sum(story.value(place) for place in some) - 100) <= 1 and not set(some) & set(
                changes[: len(changes)]
            ):
                return some, more
    if len(weights) + len(changes) < len(rates):
        # They take turns: the weight first, then the change, or the other way round.
        if len(rates) % 2 or not (weights or changes):
            return None
        even = sum(place in weights for place in rates[::2]) + sum(place in changes for place in rates[1::2])
        odd = sum(place in weights for place in rates[1::2]) + sum(place in changes for place in rates[::2])
        weights, changes = (rates[::2], rates[1::2]) if even >= odd else (rates[1::2], rates[::2])
    if len(rates) == 2 and not (len(weights) == len(changes) == 1 and story.says(_CARRIED)):
        return None
    return weights, changes


_NOT_ITEMS = frozenset(
    [
        "gasta",
        "gasto",
        "gastos",
        "hogar",
        "familia",
        "ingreso",
        "pesa",
        "pesan",
        "peso",
        "subio",
        "subieron",
        "inflacion",
    ]
)


def _by_item(story: Story, weights: list[int], changes: list[int]) -> list[int]:
    """Return the changes in the order of the weights, where each names its item; else as they stand."""
    named = [_items(story, place) for place in changes]
    ordered: list[int] = []
    for place in weights:
        own = _items(story, place)
        found = [one for one, words in zip(changes, named, strict=True) if words & own and one not in ordered]
        if len(found) != 1:
            return changes
        ordered += found
    return ordered


def _items(story: Story, place: int) -> set[str]:
    after = rx.match(
        r" (?:(?:en|a|de|para|es|son|los|las|el|la|mi|su|ingreso|gasto|sueldo|del?) )*([a-z]{4,})", story.after(place)
    )
    words = [one for one in story.clause_before(place).split() if len(one) > 3 and one not in _NOT_ITEMS]
    near = {after[1]} if after and rx.match(r" (?:en|a|de|para) ", story.after(place)) else set()
    return set(words) | near


def _weighted(g: Given) -> Solution:
    changes = g.all("c")
    weights = (
        [
            one / 100 if quantity.mark == "%" or one > 1 else one
            for one, quantity in zip(g.all("w"), g.quantities("w"), strict=True)
        ]
        if "w" in g
        else [1 / len(changes)] * len(changes)
    )
    if len(changes) == len(weights) + 1:
        weights = [*weights, 1 - sum(weights)]
    if len(weights) == len(changes) + 1:
        changes = [*changes, 0.0]
    total = sum(weights)
    alone = len(weights) == 1
    if abs(total - 1) > 0.011 and not alone:
        raise CalculationError(f"Las ponderaciones suman {percent(100 * total)}: tienen que sumar 100 %.")
    if "s" in g:
        fallen = [one in g.quantities("s") for one in g.quantities("w")]
        changes = [-change if down else change for change, down in zip(changes, fallen, strict=True)]
    falls = "s" not in g and rx.search(r"baj\w+|cay\w+", g.text) and not rx.search(r"sub\w+|aument\w+|trep\w+", g.text)
    value = sum(weight * change for weight, change in zip(weights, changes, strict=True)) * (-1 if falls else 1)
    steps = " + ".join(
        f"{number(weight)} × {number(change)} %" for weight, change in zip(weights, changes, strict=True)
    )
    parts = "; ".join(f"{number(weight * change)}" for weight, change in zip(weights, changes, strict=True))
    return Solution(
        value,
        f"Aporta {number(value)} puntos porcentuales a la inflación."
        if alone
        else f"La variación del índice general es {percent(value)}.",
        f"{steps} = {percent(value)}",
        f"Cada rubro aporta su peso por su variación, en puntos: {parts}.",
    )


def _place_base(reading: Reading) -> Places | None:
    story = Story(reading)
    years = [
        place for place, one in enumerate(reading.quantities) if one.mark == "#" and one.value in range(1_900, 2_101)
    ]
    plain = [
        place
        for place, one in enumerate(reading.quantities)
        if one.mark == "#" and place not in years and one.value != 100
    ]
    hundred = [place for place, one in enumerate(reading.quantities) if one.mark == "#" and one.value == 100]
    if len(plain) == len(hundred) == 1 and not story.rates:
        # Only the index in the new base is given: the old base, that was 100, is asked for.
        return {"b": plain, "a": hundred}
    if len(plain) != 2 or story.rates:
        return None
    divisor = None
    asked = [place for place in years if story.leads(place, r"base(?: (?:en|de|del|el|ano|nueva))*")]
    for base in reversed(asked):
        mentions = [place for place in years if place != base and story.value(place) == story.value(base)]
        after = [mention + 1 for mention in mentions if mention + 1 in plain and not _opens(story.before(mention + 1))]
        before = [mention - 1 for mention in mentions if mention - 1 in plain]
        if after or before:
            divisor = (after or before)[0]
            break
    if divisor is None:
        divisor, other = in_time_order(story, plain)
    else:
        other = next(place for place in plain if place != divisor)
    return {"b": [divisor], "a": [other]}


def _opens(between: str) -> bool:
    """Tell whether another item begins between a year and the number behind it: «180 en 2018 y 240 en 2022»."""
    return rx.search(r"\by\b|,", between) is not None


def _rebased(g: Given) -> Solution:
    value = 100 * g["a"] / g["b"]
    return Solution(
        value,
        f"Con la base nueva el índice es {number(value)}.",
        f"{number(g['a'])} / {number(g['b'])} × 100 = {number(value)}",
        "Cambiar la base divide todo el índice por su valor en el período nuevo: las variaciones no cambian.",
    )


def _place_simple(reading: Reading) -> Places | None:
    story = Story(reading)
    left = [
        place
        for place, one in enumerate(reading.quantities)
        if one.mark in "$#"
        and place not in story.years
        and not (one.mark == "#" and one.value == 100 and story.leads(place, r"base(?: de)?|igual a"))
    ]
    if len(left) != 2 or story.rates or any(story.value(place) != 1 for place in story.times):
        return None
    if any(story.leads(place, r"(?:ipc|indice)(?: (?:de|es|era|fue|precios|general|estaba|en))*") for place in left):
        return None
    first, last = in_time_order(story, left)
    return {"a": [first], "b": [last]}


def _simple(g: Given) -> Solution:
    index = 100 * g["b"] / g["a"]
    return Solution(
        index,
        f"El índice es {number(index)} (base 100): {percent(abs(index - 100))} {'más' if index >= 100 else 'menos'} que"
        " en la base.",
        f"{number(g['b'])} / {number(g['a'])} × 100 = {number(index)}",
        "Un índice simple compara un precio o una cantidad con su valor en el período base, que vale 100.",
    )


CALCULATORS = (
    Calculator(
        id="indice_simple",
        name="el índice simple",
        area=AREA,
        formula="I = valor / valor base × 100",
        inputs=(
            Input("a", "el valor en la base", Kind.AMOUNT, above=0),
            Input("b", "el otro valor", Kind.AMOUNT, above=0),
        ),
        keys="indice numero",
        names=(
            r"\b(?:(?:cual|cuanto|que|calcul\w+|hall\w+|determin\w+|arm\w+|constru\w+|obten\w+)"
            r" (?:\w+ ){0,4}?(?:numeros? )?indices?|numero indice|indice (?:de precios? )?simple"
            r"|indices? de precios? (?:del?|en|para) (?:\w+ ){0,2}?#)\b"
        ),
        when=(),
        unless=(
            r"canasta|inflaci|laspeyres|paasche|fisher|pbi\b|pib\b|gini|lerner|herfindahl|miseria|actualiz|deflact"
            r"|salari|sueldo|cuanto (?:\w+ ){0,3}?(?:sub|aument|vari)|nueva base|cambio de base|terminos de"
            r"|exporta|tipo de cambio|rentabilidad|endeuda|liquidez|desarrollo"
        ),
        wordings=(),
        work=_simple,
        asks=False,
        place=_place_simple,
    ),
    Calculator(
        id="inflacion_ponderada",
        name="la inflación ponderada",
        area=AREA,
        formula="π = Σ wᵢ πᵢ",
        inputs=(
            Input("w", "la ponderación", Kind.SHARE, many=True, optional=True, above=0),
            Input("c", "la variación de cada rubro", Kind.RATE, many=True),
            Input("s", "el peso de lo que baja", Kind.SHARE, many=True, optional=True),
        ),
        keys="pesan pondera ponderacion",
        names=(
            r"^(?=.*(?:\bpes[ao]n?\b|\bpesos\b|pondera|participa|represent|gast\w+|destin|canasta|presupuesto|mitad|rubro"
            r"|del ingreso|importancia|%\d+ ,? ?(?:subi|aument|crec|vari|sube)))(?=.*(?:inflaci|indice|\bipc\b"
            r"|precios|costo de vida|canasta))"
            r"(?=.*[%#]\d.*%\d).*"
        ),
        when=(),
        unless=(
            r"nota|pbi|\bpib\b|encaje|cartera|wacc|\bbeta|sueldo|salari|dolar|real\b|deuda|quinto|decil|impuest|publico"
            r"|gobierno|aporte al crecimiento|relativ"
        ),
        wordings=(),
        work=_weighted,
        asks=False,
        place=_place_weights,
    ),
    Calculator(
        id="cambio_de_base",
        name="el índice con otra base",
        area=AREA,
        formula="I nuevo = I / I en la base nueva × 100",
        inputs=(
            Input("a", "el índice que se pasa", Kind.NUMBER, above=0),
            Input("b", "el índice en la base nueva", Kind.NUMBER, above=0),
        ),
        keys="base",
        names=(
            r"\b(?:cambi\w+ (?:de |la )?base|pas\w+ (?:la |de |a )?base|base a #\d+|base nueva|nueva base|(?:con|en"
            r"|a) base (?:en )?(?:el ano )?#\d+(?: (?:igual a )?#?\d*)?|rebas\w+|empalm\w+)"
        ),
        when=(),
        unless=r"^(?!.*(?:indice|ipc|serie))|\$\d|salari|sueldo|inflacion|pbi|monetaria",
        wordings=(),
        work=_rebased,
        asks=False,
        place=_place_base,
    ),
)
