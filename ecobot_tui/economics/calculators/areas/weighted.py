"""Distribución y estadística: promedios ponderados con cualquier peso, y valor esperado y varianza de una lotería."""

import math
import re

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.formulas import statistics
from ecobot_tui.economics.calculators.given import Given, number
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Story

AREA = "Distribución y estadística"
_COUNTED = re.compile(
    r" (?:creditos?|acciones|kilos?|kg|unidades|uvas|litros?|bonos?|titulos?|cuotapartes|dolares|horas?"
    r"|alumn[oa]s|personas|emplead[oa]s|trabajador\w+|bolsas?|cajas?"
    r"|nominales|estudiantes|metros|toneladas|materias|botellas|docenas|cedears?|obrer[oa]s|famil\w+|hogares"
    r"|puntos|chicos|chicas|hombres|mujeres|operari[oa]s|socios|clientes)\b"
)
_WEIGHT_BEFORE = re.compile(
    r"\b(?:pes[oa]n?|pondera(?:cion|n|)?|vale[n]?|coeficiente|cuenta[n]?|peso de|multiplicador|creditos"
    r"|importancia|w)(?: (?:es|de|del|un|una|el|x))*$"
)
_PRICE = re.compile(r"\b(?:a|por|x)$")


_WEIGHTS = re.compile(r"\b(?:pesos|ponderaciones|ponderadores|creditos|coeficientes)\b")


def _is_weight(reading: Reading, place: int) -> bool:
    one = reading.quantities[place]
    if one.mark == "%":
        return True
    start, end = reading.slots[place]
    if one.mark == "#" and (_COUNTED.match(reading.text[end:]) or _WEIGHT_BEFORE.search(reading.text[:start].rstrip())):
        return True
    after = reading.text[end : end + 4]
    return one.mark == "#" and (
        after.startswith((" a $", " a #", " x $")) and not _PRICE.search(reading.text[:start].rstrip())
    )


def _pairs(reading: Reading) -> dict[str, list[int]] | None:
    """Part values and weights; a weight «de cada uno» counts for all values up to the next weight."""
    weights = [place for place in range(len(reading.quantities)) if _is_weight(reading, place)]
    values = [place for place in range(len(reading.quantities)) if place not in weights]
    named = _WEIGHTS.search(reading.text)
    if named and len(reading.quantities) % 2 == 0:
        half = len(reading.quantities) // 2
        if reading.slots[half - 1][1] <= named.start() and named.end() <= reading.slots[half][0]:
            values, weights = list(range(half)), list(range(half, 2 * half))
    if len(values) != len(weights):
        weights = _shared(reading, values, weights)
    if len(values) < 2 or len(values) != len(weights):
        return None
    if any(reading.quantities[place].mark == "@" for place in values):
        return None
    return {"x": values, "w": weights}


def _shared(reading: Reading, values: list[int], weights: list[int]) -> list[int]:
    """Repeat a weight that counts for each of several values: «valen 25 % cada uno y me saqué 7 y 10»."""
    repeated: list[int] = []
    for turn, place in enumerate(weights):
        end = weights[turn + 1] if turn + 1 < len(weights) else len(reading.quantities)
        own = [one for one in values if place < one < end]
        text = reading.text[reading.slots[place][1] : reading.slots[own[0]][0]] if own else ""
        if own and rx.search(r"cada un[oa]", text):
            repeated += [place] * len(own)
        else:
            repeated.append(place)
    return repeated


def _weighted(g: Given) -> Solution:
    values, weights = g.all("x"), g.all("w")
    share = all(one.mark == "%" for one in g.quantities("w"))
    if share and (min(weights) < 0 or abs(math.fsum(weights) - 100) > 0.5):
        raise CalculationError("Los pesos del promedio ponderado tienen que ser positivos y sumar 100 %.")
    if min(weights) < 0 or not any(weights):
        raise CalculationError("Los pesos del promedio ponderado no pueden ser negativos ni todos cero.")
    value = statistics.weighted_mean(values, weights)
    sign = " %" if share else ""
    terms = " + ".join(f"{number(x)} × {number(w)}{sign}" for x, w in zip(values, weights, strict=True))
    money = any(one.number.currency for one in g.quantities("x"))
    return Solution(
        value,
        f"El promedio ponderado es {g.money(value, 'x') if money else number(value)}.",
        f"{terms} = {number(value)}" if share else f"({terms}) / {number(math.fsum(weights))} = {number(value)}",
        "Cada valor cuenta según su peso, y no todos por igual.",
    )


def _needed(g: Given) -> Solution:
    values, target = g.all("x"), g["t"]
    value = target * (len(values) + 1) - math.fsum(values)
    possible = "" if value <= 10 or max(values) > 10 else " Con notas de 1 a 10 no se puede."
    return Solution(
        value,
        f"Hace falta {number(value)}.{possible}",
        f"{number(target)} × {len(values) + 1} − ({' + '.join(map(number, values))}) = {number(value)}",
        f"Los {len(values)} datos que ya hay promedian {number(math.fsum(values) / len(values))}.",
        ("falta un solo dato, que pesa igual que los demás",),
    )


_TARGET = re.compile(r"promedi\w*(?: [a-z]+){0,3}$|(?:aprobar|promocionar|llegar|eximir\w*)(?: [a-z]+){0,3}$")


def _target(reading: Reading) -> dict[str, list[int]] | None:
    """Take the average that is wanted and the data that are there already."""
    wanted = [
        place
        for place, (start, _) in enumerate(reading.slots)
        if reading.quantities[place].mark in "#$" and _TARGET.search(reading.text[:start].rstrip())
    ]
    if not wanted:
        return None
    target = wanted[-1]
    data = [
        place for place in range(len(reading.quantities)) if place != target and not reading.quantities[place].spelled
    ]
    return (
        {"t": [target], "x": data} if data and all(reading.quantities[place].mark in "#$" for place in data) else None
    )


def _chance(reading: Reading, place: int) -> bool:
    one = reading.quantities[place]
    if one.mark == "%":
        return True
    before = reading.text[: reading.slots[place][0]].rstrip()
    return (
        one.mark == "#"
        and 0 <= one.value <= 1
        and (one.value != int(one.value) or bool(rx.search(r"probab\w*(?: (?:de|es|del|un))*$", before)))
    )


def _lottery_places(reading: Reading) -> dict[str, list[int]] | None:
    chances = [place for place in range(len(reading.quantities)) if _chance(reading, place)]
    payoffs = [
        place
        for place in range(len(reading.quantities))
        if place not in chances and reading.quantities[place].mark in "#$%"
    ]
    if len(payoffs) == len(reading.quantities) == 2 and rx.search(r"moneda|\bcara\b", reading.text):
        return {"x": payoffs}
    if len(chances) + len(payoffs) != len(reading.quantities) or not chances or not payoffs:
        return None
    if len(payoffs) - len(chances) not in (0, 1):
        return None
    return {"p": chances, "x": payoffs}


def _lottery(g: Given) -> Solution:
    given = g.quantities("p") if "p" in g else ()
    chances = [one.value / 100 if one.mark == "%" else one.value for one in given] or [0.5, 0.5]
    values = g.all("x")
    slots = {found[0]: found.start() for found in rx.finditer(r"[%$#]\d+", g.text)}
    loses = [found.end() for found in rx.finditer(r"\b(?:pierd\w+|perd\w+|pago|multa|cae)(?: (?:un|unos|de))*", g.text)]
    payoffs = list(g.quantities("x"))
    for turn, one in enumerate(payoffs):
        at = next((start for slot, start in slots.items() if abs(start) and _same(g, slot, turn)), None)
        if at is not None and one.value > 0 and any(0 <= at - end <= 6 for end in loses):
            values[turn] = -values[turn]
    if min(chances) < 0:
        raise CalculationError("Las probabilidades no pueden ser negativas.")
    missing = 1 - math.fsum(chances)
    if missing < -1e-6:
        raise CalculationError("Las probabilidades suman más de 1 (100 %): revisalas.")
    if len(values) > len(chances):
        chances.append(max(missing, 0.0))
    elif missing > 1e-6:
        if not rx.search(r"nada|cero|si no|de lo contrario|caso contrario|o pierd", g.text) and len(values) > 1:
            raise CalculationError(f"Las probabilidades suman {number(1 - missing)}, y tienen que sumar 1 (100 %).")
        chances.append(missing)
        values.append(0.0)
    mean = math.fsum(p * x for p, x in zip(chances, values, strict=True))
    variance = math.fsum(p * (x - mean) ** 2 for p, x in zip(chances, values, strict=True))
    terms = " + ".join(f"{number(p)} × {_signed(x)}" for p, x in zip(chances, values, strict=True))
    main = (
        math.sqrt(variance)
        if rx.search(r"desvi", g.text)
        else variance
        if "varianza" in g.text and "esperad" not in g.text.partition("varianza")[0]
        else mean
    )
    return Solution(
        main,
        (
            f"El valor esperado es {g.money(mean, 'x')}; la varianza, {number(variance)}; el desvío, "
            f"{number(math.sqrt(variance))}."
        ),
        f"{terms} = {number(mean)}",
        "Es lo que se ganaría en promedio si el sorteo se repitiera muchas veces; el desvío mide su riesgo.",
    )


def _same(g: Given, slot: str, turn: int) -> bool:
    """Tell whether a slot is that of a payoff, which stand in the order of the question."""
    chances = len(g.quantities("p")) if "p" in g else 0
    order = sorted(int(found[1:]) for found in rx.findall(r"[%$#]\d+", g.text))
    wanted = [place for place in order if not _chance_text(g.text, place)]
    return len(wanted) == len(order) - chances and turn < len(wanted) and int(slot[1:]) == wanted[turn]


def _chance_text(text: str, place: int) -> bool:
    found = rx.search(rf"([%$#]){place}(?!\d)(?: de probab)?", text)
    if found is None:
        return False
    before = text[: found.start()].rstrip()
    return (
        found[1] == "%" or found[0].endswith("probab") or bool(rx.search(r"probab\w*(?: (?:de|es|del|un))*$", before))
    )


def _signed(value: float) -> str:
    return f"({number(value)})" if value < 0 else number(value)


def _raffle_places(reading: Reading) -> dict[str, list[int]] | None:
    """Take the price of a number, the prize and how many numbers there are, by the words around each."""
    story = Story(reading)
    sums = [place for place, one in enumerate(reading.quantities) if one.mark in "$#"]
    if len(sums) != len(reading.quantities) or len(sums) not in (2, 3):
        return None
    counted = [
        place for place in sums if story.follows(place, r"(?:numeros|boletos|tickets?|billetes|rifas|participantes)")
    ]
    prizes = [
        place
        for place in sums
        if place not in counted and (story.leads(place, _PRIZE) or story.follows(place, r"de premio"))
    ]
    if len(prizes) != 1 or len(counted) != 1:
        return None
    price = [place for place in sums if place not in prizes and place not in counted]
    return {"x": prizes, "n": counted} | ({"c": price} if price else {})


def _raffle(g: Given) -> Solution:
    mean = g["x"] / g["n"]
    if "c" not in g:
        return Solution(
            mean,
            f"Cada número vale en promedio {g.money(mean, 'x')}.",
            g.fill(f"{{x}} / {{n}} = {number(mean)}"),
            "Es el valor esperado: pagar más por el número es, en promedio, perder plata.",
            ("se venden todos los números y hay un solo premio",),
        )
    gain = mean - g["c"]
    return Solution(
        gain,
        f"En promedio {'se gana' if gain > 0 else 'se pierde'} {g.money(abs(gain), 'x')} por número: el valor esperado"
        f" neto es {g.money(gain, 'x')}.",
        g.fill(f"{{x}} / {{n}} − {{c}} = {number(gain)}"),
        f"El premio vale en promedio {g.money(mean, 'x')} por número.",
        ("se venden todos los números y hay un solo premio",),
    )


_PRIZE = r"(?:premio|gan\w+|sorte\w+|pozo)(?: (?!cuesta|sale|vale)[a-z]+){0,3}"

CALCULATORS = (
    Calculator(
        id="rifa",
        name="el valor esperado de una rifa",
        area=AREA,
        formula="premio / números − precio",
        inputs=(
            Input("x", "el premio", Kind.AMOUNT, above=0),
            Input("n", "la cantidad de números", Kind.NUMBER, above=0),
            Input("c", "el precio del número", Kind.AMOUNT, optional=True, above=0),
        ),
        keys="rifa rifas sorteo",
        names=r"(?:rifas?|sorte\w+|loteria|bingo)\b.*",
        when=(),
        unless=r"@\d|%\d",
        wordings=(),
        work=_raffle,
        asks=False,
        place=_raffle_places,
    ),
    Calculator(
        id="media_ponderada",
        name="el promedio ponderado",
        area=AREA,
        formula="Σwx / Σw",
        inputs=(
            Input("x", "cada valor", Kind.AMOUNT, many=True),
            Input("w", "el peso de cada valor", Kind.AMOUNT, many=True),
        ),
        keys="ponderada ponderado notas ponderacion",
        names=r"^(?=.*(?:ponderad|notas?\b|ponderacion|promedio|precio medio|\bmedia\b|parcial|examen|creditos)).*",
        when=(),
        unless=r"compr\w+ .*precio promedio de compra|impuest|alicuota|tramo|@\d|subi|\bbaj[oa]|\bpaso\b|aument"
        r"|inflacion|gini|costo (?:promedio"
        r"|medio) ponderado|wacc|cartera|rend\w+|producto medio|costo medio|desvi|descuento|iva\b|sueldo|tasa"
        r"|dolares|movil|intervalo|confianza|ingreso medio|canasta|ipc|probab|regla",
        wordings=(),
        work=_weighted,
        asks=False,
        place=_pairs,
    ),
    Calculator(
        id="dato_que_falta",
        name="el dato que falta para un promedio",
        area=AREA,
        formula="promedio × (n + 1) − Σx",
        inputs=(
            Input("x", "los datos que hay", Kind.AMOUNT, many=True),
            Input("t", "el promedio buscado", Kind.AMOUNT),
        ),
        keys="promedio notas",
        names=(
            r"^(?=.*(?:necesit|tengo que|falta|deb(?:o|e) sacar|hay que))(?=.*promedi)(?=.*(?:para|llegar|quede"
            r"|parcial|examen|nota|sacar"
            r"|aprobar)).*"
        ),
        when=(),
        unless=r"%\d|@\d|ponderad|costo|precio|crec|inflacion|sueldo",
        wordings=(),
        work=_needed,
        asks=False,
        place=_target,
    ),
    Calculator(
        id="valor_esperado",
        name="el valor esperado",
        area=AREA,
        formula="E = Σ p·x ; Var = Σ p (x − E)²",
        inputs=(
            Input("x", "cada resultado", Kind.AMOUNT, many=True),
            Input("p", "cada probabilidad", Kind.AMOUNT, many=True, optional=True),
        ),
        keys="esperado esperada probabilidad loteria",
        names=(
            r"^(?=.*(?:valor esperado|esperad[oa]|esperanza|loteria|apuesta|sorteo|juego))(?=.*(?:probab|%\d"
            r"|chance|moneda|\bcara\b)).*|^(?=.*(?:probab|chance))(?=.*(?:esper[ao]\b|promedio|ganar|ganancia)).*"
        ),
        when=(),
        unless=(
            r"@\d|capm|\bbeta\b|inflacion esperada|phillips|utilidad|intervalo|bono|cartera|acciones|poisson"
            r"|binomial|tasa"
        ),
        wordings=(),
        work=_lottery,
        asks=False,
        place=_lottery_places,
    ),
)
