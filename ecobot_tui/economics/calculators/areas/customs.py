"""Sector externo: precios con arancel, con recargos y con retenciones."""

from ecobot_tui.economics.calculators.areas.exchange_words import DOLLAR, dollars, pesos
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution

AREA = "Sector externo"


def _with_tariff(g: Given) -> Solution:
    rate = g["e"] if "e" in g else 1.0  # noqa: SIM401 - no mapping
    value = g["p"] * rate * (1 + g.rate("t"))
    shown = number(value, money=True) if "e" in g else g.money(value, "p")
    exchange = "{e} × " if "e" in g else ""
    return Solution(
        value,
        f"Con el arancel cuesta {shown}{' pesos' if 'e' in g else ''}.",
        g.fill(f"{{p}} × {exchange}(1 + {{t}} %) = {number(value, money=True)}"),
        f"El arancel agrega {number(g['p'] * rate * g.rate('t'), money=True)} al precio sin arancel,"
        f" {number(g['p'] * rate, money=True)}.",
        ("arancel sobre el valor CIF, sin otros impuestos",),
    )


def _after_duties(g: Given) -> Solution:
    count = g.get("n", 1.0)
    left = count * g["p"] * (1 - g.rate("t"))
    taken = count * g["p"] - left
    value = left * (g["e"] if "e" in g else 1.0)  # noqa: SIM401 - no mapping
    exchange = " × {e}" if "e" in g else ""
    local = f", {pesos(value)} pesos" if "e" in g else ""
    return Solution(
        value,
        f"El exportador cobra {dollars(left)}{local}.",
        g.fill(f"{'{n} × ' if 'n' in g else ''}{{p}} × (1 − {{t}} %){exchange} = {pesos(value)}"),
        f"Las retenciones se llevan {dollars(taken)}"
        + (f"; su dólar efectivo es {pesos(g['e'] * (1 - g.rate('t')))}." if "e" in g else "."),
        ("sin otros gastos ni impuestos",),
    )


def _with_charges(g: Given) -> Solution:
    amount = g["q"] if "q" in g else 1.0  # noqa: SIM401 - no mapping
    rate = g.rate("t") + (g.rate("s") if "s" in g else 0.0)
    value = amount * g["e"] * (1 + rate)
    return Solution(
        value,
        f"Con los recargos son $ {pesos(value)}.",
        f"{number(amount)} × {g.shown('e')} × (1 + {percent(100 * rate)}) = {pesos(value)}",
        f"Cada dólar sale {pesos(g['e'] * (1 + rate))} pesos; los recargos son {pesos(amount * g['e'] * rate)}.",
        ("los recargos se suman y se cobran sobre el precio al dólar oficial",),
    )


_CHARGES = r"recargos?|percepcion(?:es)?(?: \w+){0,3}?|impuestos?(?: pais)?|tarjeta|cargo"


CALCULATORS = (
    Calculator(
        id="proteccion_arancel",
        name="el precio con arancel",
        area=AREA,
        formula="P × e × (1 + τ)",
        inputs=(
            Input(
                "p",
                "el precio de importación",
                Kind.AMOUNT,
                above=0,
                foreign=True,
                labels=r"cif|precio (?:internacional|mundial)|import\w+|traigo|cuesta|vale",
            ),
            Input("e", "el tipo de cambio", Kind.AMOUNT, above=0, optional=True, foreign=False, labels=DOLLAR),
            Input(
                "t",
                "el arancel",
                Kind.RATE,
                above=-100,
                labels=(
                    r"arancel(?:es)?(?: de importacion)?|impuesto (?:a la importacion|de importacion)"
                    r"|derechos? de importacion|impuesto (?:a|sobre) las importaciones"
                ),
            ),
        ),
        keys="arancel aranceles aduana",
        names=r"arancel(?:es)?|derechos? de importacion|impuesto (?:a|sobre) las importaciones",
        when=(r"arancel|derecho de importacion",),
        unless=r"\bzd|demanda|oferta|efectiva|insumo|@\d|\biva\b|flete|estadistica|franquicia|exced"
        r"|(?:cuanto|cual|que)(?: [a-z]+){0,6} (?:sin (?:el )?arancel|antes del? arancel|precio (?:internacional"
        r"|mundial|de origen))|^(?!.*%)(?=.*[#$]\d.*[#$]\d)",
        wordings=(r"dolar(?: (?:a|es|esta|en|de|vale|cotiza))* {e}",),
        work=_with_tariff,
    ),
    Calculator(
        id="exportacion_con_retenciones",
        name="el ingreso del exportador",
        area=AREA,
        formula="precio × (1 − retención) × tipo de cambio",
        inputs=(
            Input(
                "p",
                "el precio en dólares",
                Kind.AMOUNT,
                above=0,
                foreign=True,
                labels=r"export\w*|precio(?: fob)?|fob|vend\w+|soja|tonelada",
            ),
            Input(
                "n",
                "la cantidad",
                Kind.NUMBER,
                above=0,
                optional=True,
                labels=r"toneladas|quintales|unidades|kilos|barriles|cajas|litros",
            ),
            Input("t", "la retención", Kind.RATE, most=100, labels=r"reten\w+|derechos? de exportacion|dex"),
            Input("e", "el tipo de cambio", Kind.AMOUNT, above=0, optional=True, foreign=False, labels=DOLLAR),
        ),
        keys="retenciones retencion",
        names=(
            r"^(?=.*(?:retencion|derechos? de exportacion))(?=.*(?:export|dolar|us\$|soja|trigo|maiz|tonelada|fob)).*"
        ),
        when=(),
        unless=r"@\d|sueldo|ganancias|demanda|oferta",
        wordings=(
            r"dolar(?: (?:a|es|esta|en|de|vale|cotiza|oficial))* {e}",
            r"{t} (?:de )?(?:reten|derecho)",
            r"{n} (?:toneladas|quintales|unidades|kilos|barriles|cajas|litros)",
        ),
        work=_after_duties,
        asks=False,
    ),
    Calculator(
        id="dolar_con_recargos",
        name="el precio en pesos con recargos",
        area=AREA,
        formula="dólares × tipo de cambio × (1 + recargos)",
        inputs=(
            Input("q", "el monto en dólares", Kind.AMOUNT, above=0, optional=True, foreign=True),
            Input("e", "el tipo de cambio", Kind.AMOUNT, above=0, foreign=False, labels=DOLLAR + "|oficial"),
            Input("t", "el recargo", Kind.RATE, above=-100, labels=_CHARGES),
            Input("s", "el otro recargo", Kind.RATE, above=-100, optional=True, labels="ganancias"),
        ),
        keys="tarjeta percepcion recargos",
        names=(
            r"^(?=.*(?:dolar|us\$|usd|oficial|tipo de cambio))(?=.*(?:recargo|percepcion|impuesto pais|dolar (?:tarjeta"
            r"|turista|ahorro|solidario)|tarjeta|suscrip|impuestos)).*"
        ),
        when=(),
        unless=(
            r"@\d|^(?!.*(?:%|(?:recargos?|percepci\w+|impuestos?|ganancias)(?: \w+){0,3} #))|cuota|arancel|brecha"
            r"|plazo|interes|prestamo|sueldo|salario|gananci\w+ neta|export|import|fob|cif"
            r"|\bipc\b|inflacion|alquil|ajust"
        ),
        wordings=(
            r"dolar(?: (?:oficial|a|es|esta|en|de|vale|cotiza))* {e}",
            r"oficial(?: (?:a|es|esta|en|de|vale|cotiza))* {e}",
        ),
        work=_with_charges,
        asks=False,
    ),
)
