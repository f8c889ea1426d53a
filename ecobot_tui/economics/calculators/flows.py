"""The flows of a project as they are told: what goes in, a list of what comes out or equal flows, and what is left."""

import re
from collections.abc import Callable
from functools import lru_cache

import msgspec

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculators.cash import EACH, Cash
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places

_OUTLAY = re.compile(
    r"\b(?:invert\w+|invirt\w+|inviert\w+|inversion\w*|desembols\w+|cuesta|cuestan|costo|costaba|costo|sale|salen"
    r"|compr\w+"
    r"|pong[oa]|poner|puse|pone|exige|requier\w+|necesit\w+|precio|capital inicial|gastar|gasto inicial|pagar|pago"
    r"|hay que poner"
    r"|poniendo|maquina de|equipo de|inicial|arrancar con|recuper[oe]|recuperar|pide|(?:proyecto|negocio"
    r"|emprendimiento) de|entrada|adquiere|adquirir"
    r"|valor de)(?: (?!recib|devuel|flujo|ingres)"
    r"[a-z]+){0,7} ?$"
)
_LEFT = re.compile(
    r"\b(?:residual|rescate|salvamento|desecho|vend\w+|revend\w+|reventa|liquid\w+ (?:la|el)|se recupera\w*|final la)"
    r"(?: [a-z]+){0,6} ?$"
)
_LEFT_AFTER = re.compile(
    r" (?:pesos |dolares )?(?:de |como )(?:valor )?(?:residual|rescate|salvamento|desecho|reventa)"
)
_COSTS = re.compile(
    r"\b(?:costos?|gastos?|gastar|gastando|gasta|egresos?|mantenimiento|mantenerl[ao]|operar\w*)(?: [a-z]+){0,5} ?$"
)
_REPEATED = re.compile(
    rf" (?:pesos |dolares |euros |lucas )?(?:netos? |limpi[oa]s? |extra |de (?:ganancia|ingresos?|flujo|utilidad"
    rf"|ahorro) )*(?:{EACH}"
    r"|cada uno)"
)
_ORDER_LEAD = re.compile(r"\b(?:ano|anos|mes|meses|periodo|periodos|flujo|t|n|y|,)(?: (?:y|,))* ?$")
_COUNT_AFTER = re.compile(
    r" (?:flujos?|ingresos?|cobros?|cuotas|pagos|anualidades|entradas|retornos|beneficios)(?: [a-z]+){0,3} (?:de"
    r"|por) [$#]"
    r"| (?:flujos?|ingresos?|cobros?|pagos)\b"
)
NET_VALUE = r"\bvan\b|\bvpn\b|\bvna\b|\bvane\b|(?:actual|presente) neto"
INTERNAL = r"\btir\b|tasas? internas?|interna de (?:retorno|rendimiento)|tasa de retorno"
WORTH = (
    r"\bconviene\b|vale la pena|\bes rentable\b|\b(?:lo|la) (?:acepto|acepta\w*|hago|harias|rechaz\w+)\b"
    r"|(?:ganancia|valor|beneficio) (?:en|a) valor (?:presente|actual)|crea valor|genera valor"
)
"""What asks for the net present value without naming it, where a rate is asked of the project."""
_ASKS_OF_IT = (
    r"\b(?:exij\w+|exig\w+|pid[eo]\b|pretend\w+|costo de oportunidad|tasa de (?:corte|descuento)|mi tasa|descont\w+)"
)
PAYBACK = (
    r"pay ?back|tard\w+ en (?:amortizar|pagar)\w*|recuper\w+|recobr\w+|repago|plazo de recup"
    r"|amortiz\w+ la (?:inversion|maquina)|se paga(?:n)? sol\w"
)
INDEX = (
    r"indice de (?:rentabilidad|rendimiento|valor)|\b(?:el|su|calcul\w+|hall\w+) ir\b(?! al? )|\bir (?:del? |y "
    r"|=)(?!compras)"
    r"|(?:relacion|razon|indice|ratio) (?:de )?(?:beneficio|costo)"
)
YEARLY = (
    r"(?:valor|costo|beneficio|flujo|ingreso|anualidad) (?:anual )?(?:uniforme )?equivalente"
    r"|anual(?:idad)? (?:uniforme )?"
    r"equival\w+|\bvae\b|\bcae\b|\bcaue\b|\bbae\b|equivalente anual|equivalen? (?:por ano|al ano|anual\w*|cada ano)"
    r"|(?:a que|que) anualidad"
)
_OTHER = re.compile(
    r"\bbonos?\b|\bcupon|inflacion|sueldo|prestamo|credito|\bcuota\b|dividend|beta\b|poblacion|\bpbi\b|\biva\b"
    r"|elastic|demanda"
)

_OF_SECOND = {"o": "q", "f": "h", "n": "m", "z": "y"}


class Project(msgspec.Struct, frozen=True):
    """Which question is asked of a project, and the places of its numbers."""

    id: str
    places: dict[str, list[int]]


def of_project(identifier: str) -> Callable[[Reading], Places | None]:
    """Return what gives a calculator of projects its numbers where it is the one that a question asks for."""

    def place(reading: Reading) -> Places | None:
        project = read_project(reading)
        return project.places if project is not None and project.id == identifier else None

    return place


@lru_cache(maxsize=16)
def read_project(reading: Reading) -> Project | None:
    """Return what a question asks of a project, with its numbers; None where it asks nothing of one."""
    cash = Cash(reading)
    text = cash.text
    if not cash.whole or _OTHER.search(text):
        return None
    asked = _asked(text, bool(cash.percents))
    if asked is None or len(cash.percents) > 1:
        return None
    rate: Places = {"r": cash.percents} if cash.percents else {}
    sums = _sums(cash)
    if sums is None:
        return None
    if asked == "vae" or (
        asked in ("van", "indice_rentabilidad") and len(sums) <= 2 and (_value_told(text) or _is_ratio(cash, asked))
    ):
        return _from_value(cash, asked, sums, rate)
    if asked == "van" and (second := _second(cash, sums)) is not None:
        first = _flows(cash, [place for place in sums if place < second], second)
        others = _flows(cash, [place for place in sums if place >= second], len(cash.quantities), second)
        if first is None or others is None or not {"o", "f"} <= first.keys() & others.keys():
            return None
        if {"s", "c"} & (first.keys() | others.keys()):
            return None
        renamed = {_OF_SECOND[symbol]: some for symbol, some in others.items()}
        return Project("dos_proyectos", {**first, **renamed, **rate})
    flows = _flows(cash, sums, len(cash.quantities))
    return None if flows is None else Project(asked, {**flows, **rate})


def _asked(text: str, with_rate: bool) -> str | None:
    if rx.search(YEARLY, text):
        return "vae"
    if rx.search(INDEX, text):
        return "indice_rentabilidad"
    if rx.search(NET_VALUE, text) and with_rate:
        return "van"
    if rx.search(INTERNAL, text):
        return "tir"
    if rx.search(PAYBACK, text):
        return "payback_descontado" if with_rate else "payback"
    if rx.search(WORTH, text) and with_rate and (rx.search(_ASKS_OF_IT, text) or "valor presente" in text):
        return "van"
    return "van" if rx.search(NET_VALUE, text) else None


def _is_ratio(cash: Cash, asked: str) -> bool:
    """Tell whether benefits and costs are both told as sums of today: no rate and no term is needed."""
    return asked == "indice_rentabilidad" and not cash.percents and not cash.terms


def _value_told(text: str) -> bool:
    return (
        rx.search(
            rf"(?:{NET_VALUE}|valor (?:presente|actual)|\bv[pa]\b)(?: [a-z]+){{0,8}} (?:es|era|da|dio|fue"
            rf"|(?<!maquina )(?<!equipo )(?<!inversion )(?<!proyecto )(?<!negocio )de|vale"
            rf"|resulto)(?: (?!gastar|invertir|poner|pagar|recibir|proyecto|comprar)[a-z]+){{0,2}} [$#]\d",
            text,
        )
        is not None
    )


def _from_value(cash: Cash, asked: str, sums: list[int], rate: Places) -> Project | None:
    """Read what is asked of a net present value that is already known, or of the cost of a machine."""
    times = list(cash.terms)
    if len(times) > 1:
        return None
    time: Places = {"n": times} if times else {}
    if asked == "indice_rentabilidad":
        if len(sums) != 2 or times:
            return None
        outlay = [place for place in sums if _OUTLAY.search(cash.lead(place)) or _COSTS.search(cash.lead(place))]
        value = [place for place in sums if place not in outlay]
        known = "indice_desde_van" if rx.search(NET_VALUE, cash.text) else "indice_desde_vp"
        return Project(known, {"v": value, "o": outlay}) if len(outlay) == 1 else None
    if asked == "van":
        return None
    if rx.search(r"\bcost\w+ |\bcae\b|\bcaue\b|gasto", cash.text) and len(sums) in (1, 2, 3):
        left = [place for place in sums if _is_left(cash, place)]
        yearly = [
            place for place in sums if place not in left and (cash.is_payment(place) or _COSTS.search(cash.lead(place)))
        ]
        outlay = [place for place in sums if place not in left and place not in yearly]
        if len(outlay) != 1 or len(yearly) > 1 or len(left) > 1:
            return None
        places: Places = {"o": outlay, **time, **rate}
        return Project(
            "costo_anual_equivalente", {**places, **({"c": yearly} if yearly else {}), **({"s": left} if left else {})}
        )
    if len(sums) == 1:
        return Project("vae", {"v": sums, **time, **rate})
    flows = _flows(cash, sums, len(cash.quantities))
    return None if flows is None else Project("vae_de_flujos", {**flows, **rate})


def _sums(cash: Cash) -> list[int] | None:
    """Return the places of the amounts, without the numbers of the years in «año 1: 500»; None for a stray number."""
    found: list[int] = []
    expected = 1
    for place, one in enumerate(cash.quantities):
        if place in cash.percents or one.mark == "@" or place in cash.years:
            continue
        is_next = one.mark == "#" and one.value == expected and not one.number.scaled and not one.spelled
        named = rx.search(r"\b(?:ano|anos|mes|meses|periodo|periodos|flujo|t)(?: numero)? ?$", cash.lead(place))
        if is_next and (
            named or (expected > 1 and rx.fullmatch(r"(?: ?,| y| e)* ?", cash.lead(place)) and place - 1 not in found)
        ):
            expected += 1
            continue
        if one.mark == "#" and named and one.value == 0 and not one.number.scaled:
            continue
        found.append(place)
    return [place for place in found if not (_counts(cash, place))]


def _counts(cash: Cash, place: int) -> bool:
    one = cash.quantities[place]
    small = one.mark == "#" and not one.number.scaled and one.value == int(one.value) and 1 <= one.value <= 60
    return small and (
        (_COUNT_AFTER.match(cash.tail(place)) is not None)
        or (
            one.spelled
            and rx.match(r" (?:proyectos?|alternativas|opciones|maquinas|inversiones)\b", cash.tail(place)) is not None
        )
    )


def _second(cash: Cash, sums: list[int]) -> int | None:
    """Return the first place of the second of two projects; None where there is one project only."""
    found = rx.search(r"(?<=[ ,])(?:proyecto |y |el |opcion |maquina )*\bb\b", cash.text)
    if not found or not rx.search(r"\ba\b", cash.text[: found.start()]):
        return None
    later = [place for place in sums if cash.text.find(f"{cash.quantities[place].mark}{place}") > found.start()]
    return later[0] if later and len(later) < len(sums) else None


_ONCE_BEFORE = re.compile(
    r"\b(?:recib\w+|cobr\w+|devuelv\w+|devolv\w+|obten\w+|da|dan|vend\w+|vale|saco|retorna|paga|pagan|deja)"
    r"(?: (?:un|unico|solo|pago|flujo|de|me|por|a|en|total|unos))* ?$"
)
_AFTER_A_TIME = re.compile(
    r"\b(?:en|dentro de|a los|al cabo de|despues de|luego de|tras|recien (?:en|a los)|pasad[oa]s|al)"
    r"(?: (?:exactamente|el plazo de|unos))* ?$"
)


def _comes_once(cash: Cash, place: int, time: int) -> bool:
    """Tell «recibir 1.210 dentro de dos años», which comes once, from «recibir 400 por año durante tres»."""
    if _REPEATED.match(cash.tail(place)) or cash.is_payment(place):
        return False
    # «TIR anual» tells the period of the result, not that the flow comes again.
    told = rx.sub(r"\b(?:tir|interna|retorno|rendimiento|rentabilidad)(?: \w+)? (?:anual|mensual)\b", "", cash.bare)
    if rx.search(r"\b(?:flujos|ingresos|cobros|cada|anual\w*|mensual\w*|durante|por \w+ durante)\b", told):
        return False
    if _AFTER_A_TIME.search(cash.lead(time)) is None:
        return False
    return _ONCE_BEFORE.search(cash.lead(place)) is not None or time == place - 1


def _is_left(cash: Cash, place: int) -> bool:
    return bool(_LEFT.search(cash.lead(place)) or _LEFT_AFTER.match(cash.tail(place)))


def _flows(cash: Cash, sums: list[int], until: int, start: int = 0) -> Places | None:
    """Return the outlay `o`, the flows `f`, how often one is repeated `n`, what is left `s` and yearly costs `c`."""
    if not sums:
        return None
    places: Places = {}
    left = [place for place in sums[1:] if _is_left(cash, place)]
    rest = [place for place in sums if place not in left]
    if cash.value(rest[0]) < 0:
        outlay = rest[:1]
    else:
        outlay = [
            place for place in rest if _OUTLAY.search(cash.lead(place)) and not _REPEATED.match(cash.tail(place))
        ][:1]
    if (
        not outlay
        and len(rest) == 2
        and _REPEATED.match(cash.tail(rest[1]))
        and not _REPEATED.match(cash.tail(rest[0]))
    ):
        # What is told once, before what comes again and again, is what was put in.
        outlay = rest[:1]
    rest = [place for place in rest if place not in outlay]
    repeated = [place for place in rest if _REPEATED.match(cash.tail(place)) or cash.is_payment(place)]
    costs = [place for place in rest if len(rest) == 2 and outlay and _COSTS.search(cash.lead(place))]
    rest = [place for place in rest if place not in costs]
    counts = [place for place in range(start, until) if _counts(cash, place) and _COUNT_AFTER.match(cash.tail(place))]
    times = [place for place in cash.terms if start <= place < until]
    if len(times) > 1 and len({cash.quantities[place].months for place in times}) > 1:
        return None
    if len(left) > 1 or len(costs) > 1 or len(counts) > 1 or not rest:
        return None
    if outlay:
        places["o"] = outlay
    places["f"] = rest
    if left:
        places["s"] = left
    if costs:
        places["c"] = costs
    if len(rest) == 1 and outlay and times and not counts and _comes_once(cash, rest[0], times[0]):
        places["z"] = times[:1]
    elif len(rest) == 1 and outlay and (times or counts):
        places["n"] = counts or times[:1]
    elif len(rest) == 1 and not (outlay and repeated) and not outlay:
        return None
    elif len(rest) > 1:
        told = [cash.value(place) for place in counts] + [cash.value(place) for place in times]
        if any(value != len(rest) for value in told) and len(repeated) > 1:
            return None
        if any(value not in (len(rest), len(rest) + 1) for value in told):
            return None
    return places
