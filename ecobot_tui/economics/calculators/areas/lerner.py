"""Microeconomía: el poder de mercado según Lerner: del precio y el costo a la elasticidad, y al revés."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas.curve_inputs import AREA
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution


def _lerner(g: Given) -> Solution:
    value = (g["p"] - g["c"]) / g["p"]
    return Solution(
        value,
        f"El índice de Lerner es {number(value)}.",
        g.fill(f"({{p}} − {{c}}) / {{p}} = {number(value)}"),
        f"El {percent(100 * value)} del precio está por encima del costo marginal; en competencia perfecta sería 0."
        + (f" Supone una elasticidad de {number(-1 / value)}." if value > 0 else ""),
    )


def _lerner_elasticity(g: Given) -> Solution:
    size = abs(g["e"])
    if size == 0:
        raise CalculationError("Con elasticidad cero el índice de Lerner no está definido.")
    value = 1 / size
    odd = " Ojo: un monopolio no vende donde la demanda es inelástica." if size < 1 else ""
    said, worked = f"El índice de Lerner es {number(value)}.", f"1 / |E| = 1 / {number(size)} = {number(value)}"
    main = value
    if "c" in g and size > 1:
        best = g["c"] / (1 - value)
        price = f"El precio que maximiza el beneficio es {g.money(best, 'c')}."
        worked += f" ; P = {number(g['c'])} / (1 − {number(value)}) = {number(best)}"
        if rx.search(_ASKED_PRICE, g.text) and not rx.search(r"[ye] (?:el )?(?:indice de )?lerner", g.text):
            main, said = best, f"{price} {said}"
        else:
            said = f"{said} {price}"
    return Solution(
        main,
        said,
        worked,
        f"En el óptimo, {percent(100 * value)} del precio es margen sobre el costo marginal.{odd}",
        ("la empresa maximiza su beneficio",),
    )


_ASKED_PRICE = r"que precio|precio (?:optimo|que|de monopolio)|cual (?:es|sera|seria) (?:el|su) precio|a cuanto"


def _lerner_price(g: Given) -> Solution:
    share = g["l"]
    if "c" in g:
        value, name, worked = g["c"] / (1 - share), "precio", f"{{c}} / (1 − {number(share)})"
    else:
        value, name, worked = g["p"] * (1 - share), "costo marginal", f"{{p}} × (1 − {number(share)})"
    return Solution(
        value,
        f"El {name} es {g.money(value, 'c', 'p')}.",
        g.fill(f"{worked} = {number(value, money=True)}"),
        f"Con un índice de {number(share)}, {percent(100 * share)} del precio es margen sobre el costo marginal.",
    )


def _elasticity_of_margin(g: Given) -> Solution:
    if "l" in g:
        share, worked = g["l"], f"−1 / {number(g['l'])}"
    else:
        share = (g["p"] - g["c"]) / g["p"]
        worked = g.fill(f"L = ({{p}} − {{c}}) / {{p}} = {number(share)} ; E = −1 / {number(share)}")
    if not 0 < share <= 1:
        raise CalculationError("El precio tiene que ser mayor que el costo marginal: sin margen no hay elasticidad.")
    value = -1 / share
    return Solution(
        value,
        f"La elasticidad de la demanda es {number(value)} ({number(-value)} en valor absoluto).",
        f"{worked} = {number(value)}",
        f"En el óptimo el margen sobre el precio, {percent(100 * share)}, es la inversa de la elasticidad.",
        ("la empresa maximiza su beneficio",),
    )


_P = Input("p", "el precio", Kind.AMOUNT, above=0, labels=r"precio\w*|p|cobr\w+|vend\w+(?: a)?|tarifa")
_C = Input(
    "c",
    "el costo marginal",
    Kind.AMOUNT,
    labels=r"costos? marginal(?:es)?|cmg|c marginal|marginal|costos?|producir\w*|cuesta"
    r"|c",
)
_EPSILON = Input(
    "e", "la elasticidad", Kind.NUMBER, labels=r"elasticidad(?: (?:precio|de|la|demanda|es|del))*|e|ed|epd"
)
_E_GIVEN = (
    r"(?:(?:elastic|inelastic)\w*(?: precio)?(?: (?!costo|precio|cmg|cual)\w+){0,8}"
    r"|e(?:d|pd|p)?\b(?: (?:es|igual|a|de))*)(?: ,)? #"
)
_IS_ELASTIC = rf"^(?=.*lerner)(?=.*{_E_GIVEN}).*"
_ASKED_ELASTICITY = (
    r"(?:que|cual|cuant[oa]|calcul\w+|hall\w+|implicita|supone|tiene|estim\w+) (?:[a-z]+ ){0,5}?elasticidad"
)

CALCULATORS = (
    Calculator(
        id="lerner",
        name="el índice de Lerner",
        area=AREA,
        formula="(P − CMg) / P",
        inputs=(_P, _C),
        keys="lerner",
        when=(),
        names=r"(?:indice|coeficiente) (?:de )?lerner|lerner|poder de (?:mercado|monopolio)",
        unless=rf"{_E_GIVEN}|%\d|\bz[dsci][qptmev] |lerner (?:es|de|vale|igual a)? ?(?:de )?#\d",
        wordings=(r"(?:precio|p) ~{p}", r"(?:cmg|costo marginal|c marginal|marginal) ~{c}"),
        work=_lerner,
    ),
    Calculator(
        id="lerner_elasticidad",
        name="el índice de Lerner según la elasticidad",
        area=AREA,
        formula="L = 1 / |E|",
        inputs=(
            _EPSILON,
            Input("c", "el costo marginal", Kind.AMOUNT, above=0, optional=True, labels=r"costos? marginal(?:es)?|cmg"),
        ),
        keys="lerner elasticidad",
        when=(),
        names=rf"{_IS_ELASTIC}|^(?=.*{_E_GIVEN})(?=.*(?:monopol|precio|maximiz|cobr))(?=.*(?:costos? marginal|cmg\b"
        r"|costos? unitario|cuesta producir|producir\w* (?:\w+ ){0,3}?cuesta)).*",
        unless=r"%\d|\bz[dsci][qptmev] |impuest",
        wordings=(
            r"(?:elastic|inelastic)\w*(?: (?!costo)[a-z]+){0,7} {e}",
            r"(?:costos? marginal(?:es)?|cmg)(?: (?!elastic)[a-z]+){0,5} {c}",
        ),
        work=_lerner_elasticity,
        asks=False,
    ),
    Calculator(
        id="precio_desde_lerner",
        name="el precio o el costo según el índice de Lerner",
        area=AREA,
        formula="P = CMg / (1 − L)",
        inputs=(
            Input(
                "l", "el índice de Lerner", Kind.SHARE, above=-1e-9, below=1, labels=r"lerner|indice|l|poder de mercado"
            ),
            Input(
                "c",
                "el costo marginal",
                Kind.AMOUNT,
                above=0,
                optional=True,
                labels=r"costos? marginal(?:es)?|cmg|costo",
            ),
            Input("p", "el precio", Kind.AMOUNT, above=0, optional=True, labels=r"precio|p"),
        ),
        keys="lerner",
        when=(),
        names=r"^(?=.*lerner)(?=.*(?:lerner (?:es |de |vale |igual a |igual |: )*[#%]\d"
        r"|[#%]\d de lerner|indice de [#%]\d)).*",
        unless=r"elastic|\bz[dsci][qptmev] |%\d+ de aumento",
        wordings=(r"lerner(?: (?:es|de|vale|igual|a))* {l}",),
        work=_lerner_price,
        asks=False,
    ),
    Calculator(
        id="elasticidad_desde_lerner",
        name="la elasticidad que supone un margen",
        area=AREA,
        formula="E = −1 / L",
        inputs=(
            Input(
                "l",
                "el índice de Lerner",
                Kind.SHARE,
                above=0,
                optional=True,
                labels=r"lerner|indice|poder de (?:mercado|monopolio)|margen|l",
            ),
            Input("p", "el precio", Kind.AMOUNT, above=0, optional=True, labels=r"precio\w*|p|cobr\w+|vend\w+(?: a)?"),
            Input(
                "c",
                "el costo marginal",
                Kind.AMOUNT,
                above=-1e-9,
                optional=True,
                labels=r"costos? marginal(?:es)?|cmg|costos?(?: unitario)?|producir\w*|cuesta",
            ),
        ),
        keys="lerner elasticidad",
        when=(),
        names=rf"^(?=.*{_ASKED_ELASTICITY})(?=.*(?:lerner|monopol|costos? marginal|cmg\b|poder de mercado)).*"
        r"|^(?=.*(?:lerner|monopol|costos? marginal|cmg\b)).*elasticidad ,",
        unless=rf"{_E_GIVEN}\d+ ?[,y] (?:el|un|y|con|su)|impuest|\bz[dsci][qptmev] |cantidad|unidades"
        r"|lerner [ye] (?:la )?elastic",
        wordings=(r"(?:lerner|indice)(?: (?:de|lerner|es|vale|igual|a))* {l}",),
        work=_elasticity_of_margin,
        asks=False,
    ),
)
