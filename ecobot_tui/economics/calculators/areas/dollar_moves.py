"""Sector externo: lo que cambia en pesos cuando se mueve el dólar, y lo que se puede importar con lo exportado."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculators.areas.exchange_everyday import two_currencies
from ecobot_tui.economics.calculators.areas.exchange_words import pesos
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places, in_time_order

AREA = "Sector externo"


def _more_pesos(g: Given) -> Solution:
    value = g["q"] * (g["b"] - g["a"])
    verb = "más" if value >= 0 else "menos"
    return Solution(
        value,
        f"Son $ {pesos(abs(value))} {verb}: de $ {pesos(g['q'] * g['a'])} a $ {pesos(g['q'] * g['b'])}.",
        g.fill(f"{{q}} × ({{b}} − {{a}}) = {pesos(value)}"),
        f"En dólares es lo mismo; en pesos cambia {percent(100 * (g['b'] / g['a'] - 1))}, lo que cambió el dólar.",
        ("sin impuestos ni comisiones",),
    )


def _dearer_by(g: Given) -> Solution:
    rise = g.rate("d")
    if rx.search(r"dolar(?: \w+){0,2} (?:baj|ca[ey])|(?:baj|ca[ey])\w*(?: \w+){0,2} dolar", g.text):
        rise = -rise
    value = g["p"] * (1 + rise)
    return Solution(
        value,
        f"Pasa a costar $ {pesos(value)}.",
        f"{g.shown('p')} × (1 + {percent(100 * rise)}) = {pesos(value)}".replace("+ -", "− "),
        "Su precio en dólares no cambia: en pesos acompaña al tipo de cambio.",
        ("todo el precio está en dólares",),
    )


def _place_more(reading: Reading) -> Places | None:
    found = two_currencies(reading)
    if found is None:
        return None
    story, held, others = found
    if len(held) != 1 or len(others) != 2:
        return None
    first, last = in_time_order(story, others)
    return {"q": held, "a": [first], "b": [last]}


def _import_capacity(g: Given) -> Solution:
    sold = g["q"] * g["p"]
    value = sold / g["m"]
    return Solution(
        value,
        f"Alcanza para importar {number(value)}.",
        g.fill(f"{{q}} × {{p}} / {{m}} = {number(value)}"),
        f"Lo exportado son {g.money(sold, 'p', 'm')}: es lo que miden los términos del intercambio.",
        ("todo lo exportado se gasta en eso",),
    )


CALCULATORS = (
    Calculator(
        id="mas_pesos_por_el_dolar",
        name="los pesos de más por la suba del dólar",
        area=AREA,
        formula="dólares × (dólar nuevo − dólar viejo)",
        inputs=(
            Input("q", "los dólares", Kind.AMOUNT, above=0),
            Input("a", "el dólar de antes", Kind.AMOUNT, above=0),
            Input("b", "el dólar de después", Kind.AMOUNT, above=0),
        ),
        keys="dolar dolares",
        names=r"^(?=.*\b(?:dolar|tipo de cambio)\b)(?=.*(?:cuant[oa]s? (?:\w+ ){0,3}(?:mas|menos|de mas)\b"
        r"|(?:cuanto|que) (?:\w+ ){0,2}(?:aument\w+|sub\w+|crec\w+|encarec\w+)"
        r" (?:\w+ ){0,3}(?:deuda|en pesos|costo|cuota|alquiler))).*",
        when=(),
        unless=r"[%@]\d|compr\w+ .*vend|vend\w+ .*compr|bono|accion|plazo fijo|cuantos dolares",
        wordings=(),
        work=_more_pesos,
        place=_place_more,
        asks=False,
    ),
    Calculator(
        id="ganancia_con_dolar_futuro",
        name="la ganancia con dólar futuro",
        area=AREA,
        formula="dólares × (precio al vencimiento − precio pactado)",
        inputs=(
            Input("q", "los dólares", Kind.AMOUNT, above=0),
            Input("a", "el precio pactado", Kind.AMOUNT, above=0),
            Input("b", "el precio al vencimiento", Kind.AMOUNT, above=0),
        ),
        keys="futuro rofex dolar",
        names=r"^(?=.*(?:futuro|rofex|matba))(?=.*(?:compr|contrato|vend)\w*)"
        r"(?=.*cuanto (?:\w+ )?(?:gan|perd|pierd)\w*).*",
        when=(),
        unless=r"[%@]\d|vend[io]\b",
        wordings=(),
        work=_more_pesos,
        place=_place_more,
        asks=False,
    ),
    Calculator(
        id="precio_que_sigue_al_dolar",
        name="el precio de lo que sigue al dólar",
        area=AREA,
        formula="precio en pesos × (1 + suba del dólar)",
        inputs=(
            Input("q", "el precio en dólares", Kind.AMOUNT, optional=True, foreign=True),
            Input("p", "el precio en pesos", Kind.AMOUNT, above=0, foreign=False),
            Input("d", "la suba del dólar", Kind.RATE, above=-100),
        ),
        keys="dolar importado importada",
        names=r"^(?=.*\b(?:dolar|tipo de cambio)\b(?: \w+){0,2} (?:sub|aument|baj|ca[ey]|salt|trep)\w*)(?=.*\b(?:cuesta"
        r"|costaba|cuestan|costar\w*|sale|salia|vale|valia|precio)\b)(?=.*(?:cuanto|a que precio|cual)).*",
        when=(),
        unless=r"inflacion|@\d|sueldo|salario|tasa|elastic|traslad|pass|comision|arancel|peso\b",
        wordings=(),
        work=_dearer_by,
        asks=False,
    ),
    Calculator(
        id="capacidad_de_importar",
        name="la capacidad de importar",
        area=AREA,
        formula="cantidad exportada × precio / precio de lo importado",
        inputs=(
            Input(
                "q",
                "la cantidad exportada",
                Kind.NUMBER,
                above=0,
                labels=r"export\w+|vend\w+|toneladas?|quintales|kilos|barriles|cajones",
            ),
            Input("p", "el precio de exportación", Kind.AMOUNT, above=0, labels=r"a|tonelada|cada tonelada"),
            Input(
                "m",
                "el precio de lo importado",
                Kind.AMOUNT,
                above=0,
                labels=r"import\w+|cuesta|vale|sale|compr\w+|maquinas?|autos?|tractor\w*|computadoras?|de",
            ),
        ),
        keys="exportamos exporto exporta toneladas importada importar",
        names=r"^(?=.*\bexport\w+)(?=.*\b(?:import\w+|compr\w+))(?=.*\bcuant[oa]s (?!pesos|dolares|toneladas)\w+).*",
        when=(),
        unless=r"[%@]\d|saldo|balanza|superavit|deficit|reservas|meses|reten",
        wordings=(
            r"{q} (?:toneladas|quintales|kilos|barriles|cajones|unidades|litros)",
            r"(?:toneladas|quintales|kilos|barriles|cajones|unidades)(?: (?:de|[a-z]+)){0,3} a {p}",
        ),
        work=_import_capacity,
        asks=False,
    ),
)
