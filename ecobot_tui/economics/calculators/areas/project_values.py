"""Proyectos: índice de rentabilidad, valor y costo anual equivalentes."""

from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas.projects import (
    COSTS,
    DISCOUNT,
    LEFT,
    PROJECT,
    count_of_flows,
    flows_of,
    paid_flows,
    project_calculator,
    rate_of,
)
from ecobot_tui.economics.calculators.flows import INDEX, YEARLY
from ecobot_tui.economics.calculators.formulas import interest, projects
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Input, Kind, Solution


def _index(g: Given) -> Solution:
    flows, rate = paid_flows(flows_of(g)), rate_of(g)
    value = projects.net_present_value([0.0, *flows[1:]], rate)
    ratio = value / -flows[0]
    return Solution(
        ratio,
        f"El índice de rentabilidad es {number(ratio)}.",
        f"{number(value)} / {number(-flows[0])} = {number(ratio)}",
        f"Cada peso invertido devuelve {number(ratio)} en valor presente:"
        f" {'conviene' if ratio > 1 else 'no conviene'}. El VAN es {number(value + flows[0])} y el VAN por peso"
        f" invertido, {number(ratio - 1)}.",
        ("valor presente de los flujos sobre la inversión inicial",),
    )


def _index_of_value(g: Given) -> Solution:
    ratio = 1 + g["v"] / abs(g["o"])
    return Solution(
        ratio,
        f"El índice de rentabilidad es {number(ratio)}.",
        g.fill(f"1 + {{v}} / {{o}} = {number(ratio)}"),
        f"Cada peso invertido devuelve {number(ratio)} en valor presente, {number(ratio - 1)} más de lo que costó.",
        ("valor presente de los flujos (VAN más inversión) sobre la inversión inicial",),
    )


def _index_of_present_value(g: Given) -> Solution:
    ratio = g["v"] / abs(g["o"])
    return Solution(
        ratio,
        f"El índice de rentabilidad es {number(ratio)}.",
        g.fill(f"{{v}} / {{o}} = {number(ratio)}"),
        f"Cada peso invertido devuelve {number(ratio)} en valor presente:"
        f" {'conviene' if ratio > 1 else 'no conviene'}. El"
        f" VAN es {g.money(g['v'] - abs(g['o']), 'v')}, {percent(100 * (ratio - 1))} de la inversión.",
        ("valor presente de los flujos sobre la inversión inicial",),
    )


def _yearly_of(g: Given, value: float, shown: str, count: int, rate: float) -> Solution:
    yearly = interest.french_payment(value, rate, count)
    each = percent(100 * rate)
    return Solution(
        yearly,
        f"El valor anual equivalente es {g.money(yearly, 'v', 'o', 'f')}.",
        f"{shown} × {each} / [1 − (1 + {each})^−{count}] = {number(yearly, money=True)}",
        f"Recibir eso cada período, {count} veces, vale hoy lo mismo que el VAN.",
        ("sirve para comparar proyectos de distinta duración",),
    )


def _yearly(g: Given) -> Solution:
    return _yearly_of(g, g["v"], g.shown("v"), count_of_flows(g, "n"), rate_of(g))


def _yearly_of_flows(g: Given) -> Solution:
    flows, rate = flows_of(g), rate_of(g)
    if flows[0] > 0:
        raise CalculationError("Poné la inversión con signo menos y primera en la lista.")
    value = projects.net_present_value(flows, rate)
    return _yearly_of(g, value, number(value, money=True), len(flows) - 1, rate)


def _yearly_cost(g: Given) -> Solution:
    count, rate = count_of_flows(g, "n"), rate_of(g)
    left, cost = g.get("s", 0.0), g.get("c", 0.0)
    outlay = abs(g["o"])
    spread = interest.french_payment(outlay, rate, count)
    value = spread + cost - left / interest.annuity_future_value(1, rate, count)
    each = percent(100 * rate)
    return Solution(
        value,
        f"El costo anual equivalente es {g.money(value, 'o')}.",
        f"{number(outlay)} × {each} / [1 − (1 + {each})^−{count}]"
        f"{f' + {number(cost)}' if cost else ''}"
        f"{f' − {number(left)} × {each} / [(1 + {each})^{count} − 1]' if left else ''} = {number(value, money=True)}",
        f"De eso, {g.money(spread, 'o')} por año recuperan la inversión con su interés.",
        ("entre equipos que hacen lo mismo se elige el de menor costo anual",),
    )


CALCULATORS = (
    project_calculator(
        "indice_rentabilidad", "el índice de rentabilidad", "VP(flujos) / I₀", (*PROJECT, DISCOUNT), _index, INDEX
    ),
    project_calculator(
        "indice_desde_van",
        "el índice de rentabilidad",
        "1 + VAN / I₀",
        (Input("v", "el VAN", Kind.AMOUNT), Input("o", "la inversión inicial", Kind.AMOUNT)),
        _index_of_value,
        INDEX,
    ),
    project_calculator(
        "indice_desde_vp",
        "el índice de rentabilidad",
        "VP / I₀",
        (Input("v", "el valor presente de los flujos", Kind.AMOUNT), Input("o", "la inversión inicial", Kind.AMOUNT)),
        _index_of_present_value,
        INDEX,
    ),
    project_calculator(
        "vae",
        "el valor anual equivalente",
        "VAN·r / [1 − (1 + r)^−n]",
        (Input("v", "el VAN", Kind.AMOUNT), Input("n", "la cantidad de años", Kind.TIME), DISCOUNT),
        _yearly,
        YEARLY,
    ),
    project_calculator(
        "vae_de_flujos",
        "el valor anual equivalente",
        "VAN·r / [1 − (1 + r)^−n]",
        (*PROJECT, DISCOUNT),
        _yearly_of_flows,
        YEARLY,
    ),
    project_calculator(
        "costo_anual_equivalente",
        "el costo anual equivalente",
        "I₀·r / [1 − (1 + r)^−n] + costo",
        (
            Input("o", "el precio", Kind.AMOUNT),
            Input("n", "la cantidad de años", Kind.TIME),
            LEFT,
            COSTS,
            DISCOUNT,
        ),
        _yearly_cost,
        YEARLY,
    ),
)
