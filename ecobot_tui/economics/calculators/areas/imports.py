"""Sector externo: lo que cuesta importar: valor CIF, derechos, tasa de estadística e IVA."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculators.areas.exchange_words import DOLLAR, pesos
from ecobot_tui.economics.calculators.given import Given, Incomplete, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution

AREA = "Sector externo"


def _cif(g: Given) -> tuple[float, str]:
    """Return the value at the border, and how it comes about."""
    if "c" in g:
        extra = [symbol for symbol in ("f", "s") if symbol in g and rx.search(r"\bfob\b", g.text)]
        if not extra:
            return g["c"], g.shown("c")
    parts = [symbol for symbol in ("c", "b", "f", "s") if symbol in g]
    if not parts:
        raise Incomplete("c")
    return sum(g[symbol] for symbol in parts), " + ".join(g.shown(symbol) for symbol in parts)


def _joined(parts: list[str]) -> str:
    return f"{', '.join(parts[:-1])} y {parts[-1]}" if len(parts) > 1 else parts[0]


def _landed(g: Given) -> Solution:
    cif, shown = _cif(g)
    duty, fee = (cif * g.rate(symbol) if symbol in g else 0.0 for symbol in ("t", "k"))
    base = cif + duty + fee
    vat = base * g.rate("v") if "v" in g else 0.0
    total = base + vat
    rate = g.get("e", 1.0)
    unit = "e" if "e" in g else ""

    def money(value: float) -> str:
        return f"$ {pesos(value * rate)}" if unit else g.money(value, "c", "b", "f")

    parts = [
        f"{name} {money(value)}"
        for name, value, symbol in (("derechos", duty, "t"), ("tasa de estadística", fee, "k"), ("IVA", vat, "v"))
        if symbol in g
    ]
    only_cif = not parts
    asked = rx.search(r"(?:cuant\w+|cual|calcul\w+)(?: [a-z]+){0,6} (?:arancel|derechos?|aduana|iva|tributos)", g.text)
    value = cif if only_cif else total
    if asked and not only_cif:
        value = vat if asked[0].endswith("iva") else duty if "t" in g else total
    worked = f"CIF = {shown} = {number(cif)}" if "+" in shown else f"CIF = {number(cif)}"
    steps = [worked]
    if "t" in g:
        steps.append(f"derechos = {number(cif)} × {g.shown('t')} % = {number(duty)}")
    if "k" in g:
        steps.append(f"tasa = {number(cif)} × {g.shown('k')} % = {number(fee)}")
    if "v" in g:
        steps.append(f"IVA = {number(base)} × {g.shown('v')} % = {number(vat)}")
    if not only_cif:
        steps.append(f"total = {number(total)}")
    if unit:
        steps.append(
            f"{number(cif if only_cif else total)} × {g.shown('e')} = {pesos((cif if only_cif else total) * rate)}"
        )
    result = f"El valor CIF es {money(cif)}." if only_cif else f"Importarlo cuesta {money(total)} en total."
    return Solution(
        value * rate,
        result,
        "; ".join(steps),
        f"Sobre el CIF de {money(cif)} se pagan {_joined(parts)}: {money(total - cif)} en total,"
        f" {percent(100 * (total / cif - 1))} más."
        if parts
        else "Es el precio con el flete y el seguro hasta el puerto de llegada: sobre él se cobran los derechos.",
        ("los derechos y la tasa se cobran sobre el CIF, y el IVA, sobre la suma de todo",)
        if parts
        else ("CIF = FOB + flete + seguro",),
    )


def _over_limit(g: Given) -> Solution:
    taxed = max(g["p"] - g["x"], 0.0)
    value = taxed * g.rate("t")
    return Solution(
        value,
        f"El arancel es {g.money(value, 'p', 'x')}.",
        g.fill(f"({{p}} − {{x}}) × {{t}} % = {number(value, money=True)}"),
        f"Solo paga lo que pasa de {g.shown('x')}; en total son {g.money(g['p'] + value, 'p', 'x')}.",
        ("sin otros impuestos ni el envío",),
    )


def _rate(g: Given) -> Solution:
    value = 100 * (g["b"] / g["p"] - 1)
    return Solution(
        value,
        f"El arancel es {percent(value)}.",
        g.fill(f"{{b}} / {{p}} − 1 = {percent(value)}"),
        f"Agrega {g.money(g['b'] - g['p'], 'p', 'b')} al precio internacional.",
        ("no hay otros impuestos ni gastos",),
    )


def _without(g: Given) -> Solution:
    value = g["b"] / (1 + g.rate("t"))
    return Solution(
        value,
        f"Sin el arancel cuesta {g.money(value, 'b')}.",
        g.fill(f"{{b}} / (1 + {{t}} %) = {number(value, money=True)}"),
        f"El arancel son {g.money(g['b'] - value, 'b')}: se calcula sobre el precio internacional, no sobre el final.",
        ("no hay otros impuestos ni gastos",),
    )


def _exporter_dollar(g: Given) -> Solution:
    value = g["e"] * (1 - g.rate("t"))
    return Solution(
        value,
        f"El dólar efectivo del exportador es {pesos(value)}.",
        g.fill(f"{{e}} × (1 − {{t}} %) = {pesos(value)}"),
        f"De cada dólar exportado, las retenciones se llevan {pesos(g['e'] - value)} pesos.",
        ("sin otros gastos ni impuestos",),
    )


_TARIFF = (
    r"arancel\w*(?: (?:externo|de importacion))?|derechos?(?: (?:de|a la) (?:importacion|aduana))?|impuesto (?:a la"
    r"|de) importacion|aduana"
)
_PRICE = r"(?:precio|valor)(?: (?:cif|internacional|mundial|de origen|en origen))?"

CALCULATORS = (
    Calculator(
        id="costo_de_importar",
        name="el costo de importar",
        area=AREA,
        formula="(CIF + derechos + tasa) × (1 + IVA)",
        inputs=(
            Input(
                "c",
                "el valor CIF",
                Kind.AMOUNT,
                above=0,
                optional=True,
                labels=rf"(?:valor )?cif|{_PRICE}|import\w+|traigo|compr\w+|cuesta|vale|sale|maquina|producto"
                r"|mercaderia",
            ),
            Input("b", "el valor FOB", Kind.AMOUNT, above=0, optional=True, labels=r"(?:valor |precio )?fob"),
            Input("f", "el flete", Kind.AMOUNT, optional=True, labels=r"fletes?|envio|transporte"),
            Input("s", "el seguro", Kind.AMOUNT, optional=True, labels=r"seguros?"),
            Input("t", "los derechos de importación", Kind.RATE, optional=True, above=-0.001, labels=_TARIFF),
            Input(
                "k",
                "la tasa de estadística",
                Kind.RATE,
                optional=True,
                above=-0.001,
                labels=r"tasa(?: de)? estadistica|estadistica",
            ),
            Input("v", "el IVA", Kind.RATE, optional=True, above=-0.001, labels=r"\biva(?: (?:de|del))*"),
            Input("e", "el tipo de cambio", Kind.AMOUNT, above=0, optional=True, foreign=False, labels=DOLLAR),
        ),
        keys="cif fob arancel aduana flete importo importar derechos estadistica",
        names=r"^(?=.*\b(?:cif|fob|import\w+|aduana|arancel\w*)\b)(?=.*\b(?:iva|estadistica|flete|seguro)\b).*",
        when=(),
        unless=r"@\d|demanda|oferta|efectiva|insumo|reten|export|debito|credito fiscal|balanza|deficit"
        r"|elastic|cantidad",
        wordings=(
            r"dolar(?: (?:a|es|esta|en|de|vale|cotiza|oficial))* {e}",
            r"{t} (?:de )?(?:arancel|derechos|aduana)",
            r"{v} (?:de )?iva",
            r"{k} (?:de )?(?:tasa )?(?:de )?estadistica",
        ),
        work=_landed,
        asks=False,
    ),
    Calculator(
        id="arancel_con_franquicia",
        name="el arancel sobre lo que pasa de la franquicia",
        area=AREA,
        formula="(valor − franquicia) × arancel",
        inputs=(
            Input(
                "p",
                "el valor",
                Kind.AMOUNT,
                above=0,
                labels=r"compr\w+|vale|cuesta|sale|valor|de|por|import\w+|paquete|traigo|producto",
            ),
            Input(
                "x",
                "la franquicia",
                Kind.AMOUNT,
                labels=r"franquicia(?: de)?|pas\w+ de|excede\w*(?: (?:de|los))*|excedente(?: (?:de|los))*"
                r"|super\w+(?: los)?|arriba de|encima de|hasta|primeros|exent\w+",
            ),
            Input("t", "el arancel", Kind.RATE, labels=rf"{_TARIFF}|impuesto|paga\w*|tasa|alicuota"),
        ),
        keys="franquicia excedente courier aduana arancel",
        names=r"^(?=.*\b(?:arancel|aduana|courier|puerta a puerta|exterior|afuera|import\w+|amazon|viaje|franquicia)\b)"
        r"(?=.*\b(?:franquicia|exced\w+|pas[ae]n? (?:de )?|supera\w*|supere\w*|por encima|por arriba)\b).*",
        when=(),
        unless=r"@\d|demanda|oferta|iva|salari|sueldo|ganancias",
        wordings=(
            r"(?:franquicia|exced\w+|pas\w+ de|super\w+|encima de|arriba de)(?: (?:es|de|los|las|en|hasta))* {x}",
        ),
        work=_over_limit,
        asks=False,
    ),
    Calculator(
        id="arancel_que_se_cobro",
        name="el arancel que se cobró",
        area=AREA,
        formula="precio con arancel / precio internacional − 1",
        inputs=(
            Input(
                "p",
                "el precio internacional",
                Kind.AMOUNT,
                above=0,
                labels=rf"{_PRICE}|bien|producto|import\w+|sin arancel|antes(?: del arancel)?|afuera|cif|de|vale|valia",
            ),
            Input(
                "b",
                "el precio con arancel",
                Kind.AMOUNT,
                above=0,
                labels=r"con (?:el )?arancel|termin\w+ (?:costando|valiendo|saliendo|en)|qued\w+ (?:en|a)|final|interno"
                r"|local|domestico|aca|paso a|adentro|se vende (?:a|en)",
            ),
        ),
        keys="arancel aranceles",
        names=r"(?:que|cual|cuanto|de cuanto)(?: [a-z]+){0,4} arancel\b(?!.*%)",
        when=(),
        unless=r"%\d|@\d|demanda|oferta|insumo|efectiva|recaud",
        wordings=(),
        work=_rate,
        asks=False,
    ),
    Calculator(
        id="precio_sin_arancel",
        name="el precio sin arancel",
        area=AREA,
        formula="precio con arancel / (1 + arancel)",
        inputs=(
            Input("b", "el precio con arancel", Kind.AMOUNT, above=0),
            Input("t", "el arancel", Kind.RATE, above=-100),
        ),
        keys="arancel aranceles",
        names=r"^(?=.*arancel).*(?:cuanto|cual|que)(?: [a-z]+){0,6} (?:sin (?:el )?arancel|antes del? arancel"
        r"|precio (?:internacional|mundial|de origen)|afuera)",
        when=(),
        unless=r"@\d|demanda|oferta|insumo|efectiva|recaud|sin (?:el )?arancel(?: [a-z]+){0,3} [#$]",
        wordings=(),
        work=_without,
        asks=False,
    ),
    Calculator(
        id="dolar_del_exportador",
        name="el dólar efectivo del exportador",
        area=AREA,
        formula="tipo de cambio × (1 − retención)",
        inputs=(
            Input("e", "el tipo de cambio", Kind.AMOUNT, above=0, foreign=False),
            Input("t", "la retención", Kind.RATE, most=100),
        ),
        keys="retenciones retencion",
        names=r"^(?=.*(?:retencion|derechos? de exportacion))(?=.*(?:dolar|tipo de cambio)).*",
        when=(),
        unless=r"@\d|sueldo|ganancias|demanda|oferta|[#$]\d.*[#$]\d|brecha",
        wordings=(),
        work=_exporter_dollar,
        asks=False,
    ),
)
