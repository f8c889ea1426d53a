"""Sector externo: los meses de importaciones que cubren las reservas, y la protección efectiva."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculators.formulas import macro, prices
from ecobot_tui.economics.calculators.given import Given, Incomplete, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places, Story, in_time_order

AREA = "Sector externo"


def _months_of_imports(g: Given) -> Solution:
    yearly = "ano" in (g.period("m") or "") or "anual" in g.text or "por ano" in g.text or "al ano" in g.text
    monthly = g["m"] / 12 if yearly else g["m"]
    value = g["r"] / monthly
    return Solution(
        value,
        f"Las reservas alcanzan para {number(value)} meses de importaciones.",
        f"{g.shown('r')} / {number(monthly)} = {number(value)} meses",
        "Un nivel de tres meses suele tomarse como mínimo prudente.",
        ("importaciones anuales repartidas en doce meses" if yearly else "importaciones de un mes",),
    )


_SHARES = (("mitad", 0.5), ("dos tercios", 2 / 3), ("tercio|tercera parte", 1 / 3), ("cuarto|cuarta parte", 0.25))


def _effective_protection(g: Given) -> Solution:
    told = next((share for words, share in _SHARES if rx.search(rf"\b(?:{words})\b", g.text)), None)
    share = g.optional("a") or told
    if share is None:
        raise Incomplete("a")
    value = 100 * macro.effective_protection(g.rate("t"), g.rate("i"), share)
    return Solution(
        value,
        f"La protección efectiva es {percent(value)}.",
        g.fill(f"({{t}} % − {number(share)} × {{i}} %) / (1 − {number(share)}) = {percent(value)}"),
        "Mide cuánto protegen los aranceles al valor agregado local, y no solo al precio del producto.",
    )


_IMPORTS = (
    r"m(?= [#$])|importacion(?:es)?|importa\w*|importo|compr\w+ (?:al (?:exterior|mundo)|afuera)|compras externas"
)

_MOVED = r"\b(?:pas\w+|sub\w+|baj\w+|cay\w+|ca[ei]\w*|aument\w+|crec\w+|eran?|fueron|fue)\b"


def _place_change(reading: Reading) -> Places | None:
    """Tell what was sold, bought or held before from what is after; two different things are another question."""
    story = Story(reading)
    told = [place for place in range(len(reading.quantities)) if place not in story.years]
    if len(told) != 2 or any(reading.quantities[place].mark not in "$#" for place in told):
        return None
    things = (r"export\w+", r"import\w+", r"reservas", r"superavit|deficit|saldo", r"deuda")
    if sum(rx.search(rf"\b(?:{one})", reading.text) is not None for one in things) != 1:
        return None
    if any(reading.quantities[place].value <= 0 for place in told):
        return None
    first, last = in_time_order(story, told)
    return {"a": [first], "b": [last]}


def _trade_change(g: Given) -> Solution:
    value = 100 * prices.change(g["a"], g["b"])
    gap = g["b"] - g["a"]
    return Solution(
        value,
        f"{'Subió' if value >= 0 else 'Bajó'} {percent(abs(value))}: {g.money(abs(gap))}"
        f" {'más' if gap >= 0 else 'menos'}.",
        g.fill(f"({{b}} − {{a}}) / {{a}} × 100 = {percent(value)}"),
        "Es la variación en valor: mezcla lo que cambian los precios y las cantidades.",
        ("los dos valores están en la misma moneda",),
    )


CALCULATORS = (
    Calculator(
        id="variacion_del_comercio",
        name="la variación de un monto del comercio exterior",
        area=AREA,
        formula="(después − antes) / antes × 100",
        inputs=(Input("a", "el monto de antes", Kind.AMOUNT), Input("b", "el monto de después", Kind.AMOUNT)),
        keys="exportaciones importaciones reservas superavit deficit",
        names=rf"^(?=.*\b(?:exportaciones|importaciones|reservas|superavit comercial|deficit comercial|saldo comercial"
        rf"|deuda externa)\b)(?=.*(?:{_MOVED}))(?=.*(?:cuanto|porcentaje|variacion|tasa)).*",
        when=(),
        unless=r"[%@]\d|meses de|pbi|cuenta corriente|termino|precio|dolar (?:\w+ )?(?:a|pas)",
        wordings=(),
        work=_trade_change,
        place=_place_change,
        asks=False,
    ),
    Calculator(
        id="reservas_en_meses",
        name="los meses de importaciones que cubren las reservas",
        area=AREA,
        formula="reservas / importaciones mensuales",
        inputs=(
            Input("r", "las reservas", Kind.AMOUNT, labels=r"reservas?(?: internacionales)?"),
            Input("m", "las importaciones", Kind.AMOUNT, labels=_IMPORTS, above=0),
        ),
        keys="reservas",
        names=r"^(?=.*reservas)(?=.*(?:meses|tiempo))(?=.*import).*",
        when=(r"reservas", r"meses", r"importa"),
        unless=r"%\d",
        wordings=(),
        work=_months_of_imports,
        asks=False,
    ),
    Calculator(
        id="proteccion_efectiva",
        name="la protección efectiva",
        area=AREA,
        formula="(t − a·tᵢ) / (1 − a)",
        inputs=(
            Input(
                "t",
                "el arancel del producto",
                Kind.RATE,
                labels=r"producto(?: final)?|bien(?: final)?|arancel (?:al|del)",
            ),
            Input("i", "el arancel del insumo", Kind.RATE, labels=r"insumos?|materia(?:s)? primas?|partes"),
            Input(
                "a",
                "la parte del insumo en el costo",
                Kind.SHARE,
                below=1,
                optional=True,
                labels=r"participacion|peso|parte|representa\w*",
            ),
        ),
        keys="efectiva proteccion",
        names=r"(?:proteccion|tasa de proteccion) (?:arancelaria )?efectiva",
        when=(r"proteccion efectiva",),
        wordings=(),
        work=_effective_protection,
        asks=False,
    ),
)
