"""The kinds of charts there are, as data: the words that name them, how they are asked for, who builds them."""

from collections.abc import Callable

import msgspec

from ecobot_tui.economics.charts.costs import draw_costs
from ecobot_tui.economics.charts.frontier import draw_frontier
from ecobot_tui.economics.charts.inequality import draw_lorenz
from ecobot_tui.economics.charts.macro import draw_is_lm, draw_phillips
from ecobot_tui.economics.charts.market import draw_demand, draw_market, draw_supply
from ecobot_tui.economics.charts.money import draw_growth, draw_loan
from ecobot_tui.economics.charts.request import Request
from ecobot_tui.economics.charts.sequence import draw_sequence
from ecobot_tui.plot import Chart


class Kind(msgspec.Struct, frozen=True):
    """One kind of chart."""

    subject: str
    """Its name for the operator."""
    names: tuple[frozenset[str], ...]
    """Sets of folded words; a question that holds all words of one of them asks for this kind."""
    usage: str
    build: Callable[[Request], Chart]


def _names(*alternatives: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(alternative.split()) for alternative in alternatives)


KINDS = (
    Kind("IS-LM", _names("is lm", "islm"), "grafico is-lm [a b c d]", draw_is_lm),
    Kind("curva de Phillips", _names("phillips", "philips", "phillip"), "grafico phillips [πe β un]", draw_phillips),
    Kind("curva de Lorenz", _names("lorenz", "lorentz", "gini"), "grafico lorenz [5,10,15,22,48]", draw_lorenz),
    Kind(
        "FPP",
        _names("fpp", "ppf", "frontera posibilidades", "frontera produccion", "posibilidades produccion"),
        "grafico fpp [X Y]",
        draw_frontier,
    ),
    Kind(
        "saldo de un préstamo",
        _names("prestamo", "hipoteca", "frances", "saldo deuda", "saldo credito", "cuotas"),
        "grafico prestamo [capital tasa cuotas]",
        draw_loan,
    ),
    Kind(
        "crecimiento compuesto",
        _names("compuesto", "compuesta", "crecimiento capital", "capital crece", "capitalizacion"),
        "grafico interes compuesto [capital tasa períodos]",
        draw_growth,
    ),
    Kind(
        "costos",
        _names("costos", "costo", "costes", "coste", "cme", "cmg", "cvme", "ct"),
        "grafico costos [F v m n]",
        draw_costs,
    ),
    Kind(
        "serie",
        _names("serie", "series", "datos", "valores", "numeros", "lista"),
        "grafico serie 10,12,11,15",
        draw_sequence,
    ),
    Kind(
        "oferta y demanda",
        _names("oferta demanda", "mercado"),
        "grafico oferta demanda [a b c d]",
        draw_market,
    ),
    Kind("oferta", _names("oferta", "supply"), "grafico oferta [c d]", draw_supply),
    Kind("demanda", _names("demanda", "demand"), "grafico demanda [a b]", draw_demand),
)
"""In the order they are tried: what is named by more, or by rarer, words comes first."""

OTHER_MARKETS = frozenset(
    {
        "agregada",
        "agregadas",
        "agregado",
        "agregados",
        "arancel",
        "aspa",
        "barras",
        "cambio",
        "competencia",
        "desplaza",
        "desplazamiento",
        "dinero",
        "divisas",
        "dolar",
        "dolares",
        "elastica",
        "elasticidad",
        "excedente",
        "excedentes",
        "externo",
        "fondos",
        "impuesto",
        "indiferencia",
        "inelastica",
        "isocuanta",
        "keynesiana",
        "kuznets",
        "laboral",
        "laffer",
        "monetaria",
        "monetario",
        "monopolio",
        "oa",
        "oligopolio",
        "oportunidad",
        "prestables",
        "presupuesto",
        "quebrada",
        "ricardiana",
        "rigida",
        "subsidio",
        "techo",
        "tope",
        "torta",
        "trabajo",
        "transaccion",
    }
)
"""Words that make of a known name another chart, which is not drawn: aggregate demand has other axes."""

VOCABULARY = frozenset(word for kind in KINDS for name in kind.names for word in name if len(word) >= 5)
"""Words worth recognising when misspelt."""


def kind_of(words: frozenset[str]) -> Kind | None:
    """Return the kind that a question of these words asks for; None if it names none or one not drawn."""
    if words & OTHER_MARKETS:
        return None
    return next((kind for kind in KINDS if any(name <= words for name in kind.names)), None)


def usage_lines() -> list[str]:
    """Return one line for each kind, in the order a student would look for them."""
    return [f"  {kind.usage}" for kind in reversed(KINDS)]
