"""Macroeconomía: multiplicadores, dinero y cuentas públicas."""

from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.formulas import macro
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution

AREA = "Macroeconomía"
_FIXED_PRICES = "precios fijos y capacidad ociosa: modelo keynesiano simple"


def _multiplier(g: Given) -> Solution:
    value = macro.multiplier(g["c"])
    return Solution(
        value,
        f"El multiplicador es {number(value)}.",
        g.fill(f"1 / (1 − {{c}}) = {number(value)}"),
        f"Cada peso más de gasto autónomo sube el ingreso {number(value)} pesos, porque lo que uno gasta otro lo cobra"
        f" y vuelve a gastar una parte.",
        (_FIXED_PRICES, "economía cerrada y sin impuestos que dependan del ingreso"),
    )


def _tax_multiplier(g: Given) -> Solution:
    value = macro.tax_multiplier(g["c"])
    return Solution(
        value,
        f"El multiplicador de los impuestos es {number(value)}.",
        g.fill(f"−{{c}} / (1 − {{c}}) = {number(value)}"),
        f"Cada peso más de impuestos baja el ingreso {number(-value)} pesos: menos que el efecto del gasto, porque una"
        f" parte del impuesto sale del ahorro.",
        (_FIXED_PRICES, "impuestos de suma fija"),
    )


def _open_multiplier(g: Given) -> Solution:
    imported = g["m"] if "m" in g else 0.0  # noqa: SIM401 - no mapping
    value = macro.multiplier(g["c"], g["t"], imported)
    imports = " + {m}" if "m" in g else ""
    return Solution(
        value,
        f"El multiplicador es {number(value)}.",
        g.fill(f"1 / (1 − {{c}} × (1 − {{t}}){imports}) = {number(value)}"),
        f"Cada peso más de gasto autónomo sube el ingreso {number(value)} pesos: los impuestos y las importaciones"
        f" achican el efecto.",
        (_FIXED_PRICES,),
    )


def _effect(g: Given) -> Solution:
    times = macro.multiplier(g["c"])
    value = times * g["g"]
    return Solution(
        value,
        f"El ingreso de equilibrio cambia en {g.money(value, 'g')}.",
        g.fill(f"{{g}} × 1 / (1 − {{c}}) = {number(value)}"),
        f"El cambio del gasto se multiplica por {number(times)}.",
        (_FIXED_PRICES, "economía cerrada y sin impuestos que dependan del ingreso"),
    )


def _saving_share(g: Given) -> Solution:
    value = 1 - g["c"]
    return Solution(
        value,
        f"La propensión marginal a ahorrar es {number(value)}.",
        g.fill(f"1 − {{c}} = {number(value)}"),
        f"De cada peso más de ingreso se ahorran {number(100 * value)} centavos y el resto se consume.",
    )


def _equilibrium(g: Given) -> Solution:
    value = (g["a"] + g["i"] + g["g"]) / (1 - g["c"])
    return Solution(
        value,
        f"El ingreso de equilibrio es {number(value)}.",
        g.fill(f"({{a}} + {{i}} + {{g}}) / (1 − {{c}}) = {number(value)}"),
        "Con ese ingreso lo que se quiere gastar es justo lo que se produce.",
        (_FIXED_PRICES, "economía cerrada y sin impuestos"),
    )


def _money_multiplier(g: Given) -> Solution:
    cash = g["c"] if "c" in g else 0.0  # noqa: SIM401 - no mapping
    value = macro.money_multiplier(g["e"], cash)
    worked = "(1 + {c}) / ({c} + {e})" if "c" in g else "1 / {e}"
    return Solution(
        value,
        f"El multiplicador monetario es {number(value)}.",
        g.fill(f"{worked} = {number(value)}"),
        f"Por cada peso de base monetaria puede haber hasta {number(value)} pesos de dinero.",
        ("el circulante es una proporción de los depósitos", "los bancos prestan todo lo que el encaje permite")
        if "c" in g
        else ("el público deposita todo (sin circulante)", "los bancos prestan todo lo que el encaje permite"),
    )


def _quantity_theory(g: Given) -> Solution:
    value = g["m"] * g["v"] / g["y"]
    return Solution(
        value,
        f"El nivel de precios es {number(value)}.",
        g.fill(f"{{m}} × {{v}} / {{y}} = {number(value)}"),
        "Según la teoría cuantitativa (MV = PY), con velocidad y producto dados los precios suben en la misma"
        " proporción que el dinero.",
        ("la velocidad es estable y el producto no depende del dinero",),
    )


def _fiscal(g: Given) -> Solution:
    primary = g["t"] - g["g"]
    overall = primary - g["i"]
    return Solution(
        overall,
        f"El resultado financiero es {g.money(overall)} ({_side(overall)}); el primario es {g.money(primary)}"
        f" ({_side(primary)}).",
        g.fill(f"{{t}} − {{g}} − {{i}} = {number(overall)}; primario: {{t}} − {{g}} = {number(primary)}"),
        "El resultado primario no cuenta los intereses de la deuda; el financiero sí.",
    )


def _side(value: float) -> str:
    return "superávit" if value > 0 else "déficit" if value < 0 else "equilibrio"


def _debt(g: Given) -> Solution:
    value = 100 * g["d"] / g["y"]
    return Solution(
        value,
        f"La deuda es {percent(value)} del PBI.",
        g.fill(f"{{d}} / {{y}} = {percent(value)}"),
        f"Pagarla toda llevaría lo que el país produce en {number(value / 100)} años.",
        ("las dos cifras están en la misma moneda y el PBI es anual",),
    )


def _deficit(g: Given) -> Solution:
    value = 100 * g["d"] / g["y"]
    return Solution(
        value,
        f"El déficit es {percent(value)} del PBI.",
        g.fill(f"{{d}} / {{y}} = {percent(value)}"),
        f"Por cada 100 que el país produce, el Estado gasta {number(value)} más de lo que recauda.",
        ("las dos cifras están en la misma moneda y son del mismo período",),
    )


def _tax_pressure(g: Given) -> Solution:
    value = 100 * g["t"] / g["y"]
    if value > 100:
        raise CalculationError("La recaudación no puede ser mayor que el PBI: revisá los datos.")
    return Solution(
        value,
        f"La presión tributaria es {percent(value)} del PBI.",
        g.fill(f"{{t}} / {{y}} = {percent(value)}"),
        f"De cada 100 que el país produce, {number(value)} van a impuestos.",
        ("las dos cifras son del mismo período",),
    )


_MPC = Input("c", "la propensión marginal a consumir", Kind.SHARE, above=0, below=1)
_IS = r"(?: (?:es|de|del|vale|igual|a|consumir|pmgc|pmc))*"
_MPC_WORDS = rf"(?:pmc|pmgc|pmgac|propension(?: marginal)?(?: al? (?:consumir|consumo))?){_IS} {{c}}"
_MPC_HERE = r"\bpmc\b|\bpmgc\b|propension ~(?:consumir|consumo)|\bc [#%]"
_GDP_IN = r"(?:pbi|pib|producto)(?: (?:es|de|bruto|interno|del|nominal))* {y}"
_ALSO = "multiplicador keynesiano propension marginal consumir consumo gasto autonomo economia pmc ingreso renta simple"
_GDP = Input("y", "el PBI", Kind.AMOUNT, above=0)
_PUBLIC_ODD = r"%\d|@\d|punto|subi|crec|\bpaso\b|capita|habitante|potencial|privad|cuota"

CALCULATORS = (
    Calculator(
        id="multiplicador",
        name="el multiplicador del gasto",
        area=AREA,
        formula="1 / (1 − c)",
        inputs=(_MPC,),
        keys="pmc pmgc multiplicador propension",
        when=(_MPC_HERE, r"\bpmg?c\b|multiplicador|propension"),
        unless=r"impuesto|tribut|\bpms\b|ahorr|monetari|encaje|bancari|\$\d|importa|abierta|pib|pbi|media",
        wordings=(_MPC_WORDS, r"c {c}"),
        also=_ALSO,
        work=_multiplier,
    ),
    Calculator(
        id="multiplicador_impuestos",
        name="el multiplicador de los impuestos",
        area=AREA,
        formula="−c / (1 − c)",
        inputs=(_MPC,),
        keys="multiplicador",
        when=(_MPC_HERE, r"multiplicador ~(?:impuestos?|impositivo|tributario)"),
        unless=r"monetari|\bt [#%]|\$\d|importa|abierta|tasa|alicuota",
        wordings=(_MPC_WORDS, r"c {c}"),
        also=_ALSO + " impuestos impuesto suma fija tributario",
        work=_tax_multiplier,
        asks=False,
    ),
    Calculator(
        id="multiplicador_impuestos_abierta",
        name="el multiplicador con impuestos e importaciones",
        area=AREA,
        formula="1 / (1 − c(1 − t) + m)",
        inputs=(
            _MPC,
            Input("t", "la tasa de impuestos", Kind.SHARE, above=0, below=1),
            Input("m", "la propensión marginal a importar", Kind.SHARE, optional=True, above=0, below=1),
        ),
        keys="multiplicador pmc propension c",
        when=(_MPC_HERE, r"\bt [#%]|impuestos?|impositiva"),
        unless=r"monetari|encaje|\$\d|\bg [#]|\bi [#]|\by\b [#]|fij[oa]",
        wordings=(
            _MPC_WORDS,
            r"c {c}",
            r"(?:t|impuestos?(?: t)?|impositiva|tasa impositiva|tasa de impuestos?)(?: (?:de|del|es))* {t}",
            r"(?:m|propension(?: marginal)? a importar|pmm|pmgm)(?: (?:de|es))* {m}",
        ),
        also=_ALSO + " impuestos impuesto tasa importar abierta impositiva",
        work=_open_multiplier,
        asks=False,
    ),
    Calculator(
        id="multiplicador_efecto",
        name="el efecto del gasto en el ingreso",
        area=AREA,
        formula="ΔG / (1 − c)",
        inputs=(_MPC, Input("g", "el cambio del gasto", Kind.AMOUNT)),
        keys="pmc pmgc propension",
        when=(
            _MPC_HERE,
            r"(?:aument|sub|increment|mas)\w* ~(?:gasto|inversion)|(?:gasto|inversion) ~(?:aument|sub|increm)",
        ),
        unless=r"impuesto|monetari|encaje|tasa|importa|ahorr|baj|cae|cay|reduc|dismin",
        wordings=(
            _MPC_WORDS,
            r"c {c}",
            r"(?:gasto|inversion|aumenta|sube|incrementa)(?: (?:publico|en|un|el|sube|aumenta))* {g}",
        ),
        also=_ALSO + " publico aumenta aumento sube incremento inversion pbi producto equilibrio gobierno cambia",
        work=_effect,
        asks=False,
    ),
    Calculator(
        id="pms_desde_pmc",
        name="la propensión marginal a ahorrar",
        area=AREA,
        formula="1 − PMC",
        inputs=(_MPC,),
        keys="pms pmgs ahorrar ahorro propension",
        when=(_MPC_HERE, r"\bpmg?s\b|propension ~(?:ahorrar|ahorro)"),
        unless=r"multiplicador|impuesto|\$\d|pmg?s (?:de |es )*[#%]|(?:ahorrar|ahorro) (?:de |es )*[#%]|media",
        wordings=(_MPC_WORDS,),
        also=_ALSO + " ahorrar ahorro",
        work=_saving_share,
        asks=False,
    ),
    Calculator(
        id="renta_equilibrio",
        name="el ingreso de equilibrio",
        area=AREA,
        formula="(C₀ + I + G) / (1 − c)",
        inputs=(
            Input("a", "el consumo autónomo", Kind.NUMBER),
            _MPC,
            Input("i", "la inversión", Kind.NUMBER),
            Input("g", "el gasto público", Kind.NUMBER),
        ),
        keys="c consumo equilibrio",
        when=(r"(?:\bc|consumo) #0 #1 yd?\b", r"\b(?:i|inversion) ~#", r"\b(?:g|gasto) ~#"),
        unless=r"[%$]\d|impuesto|\bt\b|\bx\b|\bm\b|exporta|importa|\byd\b|tribut",
        wordings=(
            r"(?:c|consumo) {a} {c} y\b",
            r"(?:i|inversion)(?: (?:de|es))* {i}",
            r"(?:g|gasto|gasto publico)(?: (?:de|es))* {g}",
        ),
        also="renta ingreso inversion gasto publico pbi producto nivel",
        work=_equilibrium,
        asks=False,
    ),
    Calculator(
        id="multiplicador_monetario",
        name="el multiplicador monetario",
        area=AREA,
        formula="1 / e ; con circulante, (1 + c) / (c + e)",
        inputs=(
            Input("e", "el encaje", Kind.SHARE, above=0, most=1),
            Input("c", "el circulante sobre los depósitos", Kind.SHARE, optional=True, above=0),
        ),
        keys="encaje encajes",
        when=(r"encajes?\b",),
        unless=r"\$\d|@\d|base|\bsub|\bbaj|aument|tasa de interes|inflacion|\bpaso\b|reservas (?:de |son )*[#$]"
        r"|excedente|circulante (?:de )?#\d+ ?(?:pesos|mill)",
        wordings=(
            r"circulante(?: (?:de|del|es|sobre|depositos|en|los))* {c}",
            r"{c} (?:de |del )?(?:circulante|efectivo)",
            r"encajes?(?: (?:legal|de|del|es|bancario|igual|a))* {e}",
            r"{e} (?:de )?encaje",
        ),
        also="multiplicador monetario bancario dinero depositos circulante legal tasa banco",
        work=_money_multiplier,
    ),
    Calculator(
        id="teoria_cuantitativa",
        name="el nivel de precios según la teoría cuantitativa",
        area=AREA,
        formula="P = M × V / Y",
        inputs=(
            Input("m", "la cantidad de dinero", Kind.AMOUNT),
            Input("v", "la velocidad de circulación", Kind.NUMBER),
            Input("y", "el producto", Kind.AMOUNT, above=0),
        ),
        keys="velocidad teoria v",
        when=(r"\bv [#]|velocidad", r"\bm [#$]|dinero|oferta monetaria"),
        unless=r"%\d|@\d|\bp\b (?:de |es )*[#$]|crec|inflacion|precios (?:es |de )*[#$]|\bkm|nominal",
        wordings=(
            r"(?:m|dinero|oferta monetaria|dinero m)(?: (?:es|de|son))* {m}",
            r"(?:v|velocidad|velocidad v)(?: (?:es|de|circulacion|del|dinero))* {v}",
            r"(?:producto|pbi|producto real|pbi real)(?: (?:es|de|y))* {y}",
            r"(?:, |\d )y {y}",
        ),
        also="teoria cantidad dinero oferta monetaria precios nivel producto pbi real circulacion",
        work=_quantity_theory,
        asks=False,
    ),
    Calculator(
        id="resultado_fiscal",
        name="el resultado fiscal",
        area=AREA,
        formula="ingresos − gasto primario − intereses",
        inputs=(
            Input("t", "el ingreso del Estado", Kind.AMOUNT),
            Input("g", "el gasto primario", Kind.AMOUNT),
            Input("i", "el pago de intereses", Kind.AMOUNT),
        ),
        keys="primario fiscal",
        when=(r"gastos? (?:publicos? )?primari", r"intereses", r"ingresos|recaud"),
        unless=_PUBLIC_ODD + r"|total",
        wordings=(
            r"(?:ingresos|recaudacion|recauda)(?: (?:fiscales|tributarios|de|por|son|es|publicos))* {t}",
            r"(?:gastos?|gasta)(?: (?:primarios?|de|por|son|es|publico))* {g}",
            r"intereses(?: (?:de|la|deuda|por|son))* {i}",
        ),
        also="resultado financiero gasto gastos ingresos intereses interes deuda deficit superavit primario publico"
        " recaudacion estado",
        work=_fiscal,
    ),
    Calculator(
        id="deuda_pbi",
        name="la deuda sobre el PBI",
        area=AREA,
        formula="deuda / PBI",
        inputs=(Input("d", "la deuda", Kind.AMOUNT, above=0), _GDP),
        keys="deuda",
        when=(r"\bdeuda\b", r"\bpbi\b|\bpib\b|producto bruto"),
        unless=_PUBLIC_ODD + r"|deficit|interes|exporta",
        wordings=(r"deuda(?: (?:publica|externa|es|de|total|bruta))* {d}", _GDP_IN),
        also="pbi pib producto bruto interno publica externa ratio porcentaje relacion total",
        work=_debt,
    ),
    Calculator(
        id="deficit_pbi",
        name="el déficit sobre el PBI",
        area=AREA,
        formula="déficit / PBI",
        inputs=(Input("d", "el déficit", Kind.AMOUNT, above=0), _GDP),
        keys="deficit",
        when=(r"\bdeficit\b", r"\bpbi\b|\bpib\b|producto bruto"),
        unless=_PUBLIC_ODD + r"|deuda|interes|comercial|externo|exporta|importa|corriente",
        wordings=(r"deficit(?: (?:fiscal|primario|financiero|es|de|publico|total))* {d}", _GDP_IN),
        also="pbi pib producto bruto interno fiscal publico primario financiero ratio porcentaje relacion total",
        work=_deficit,
    ),
    Calculator(
        id="presion_tributaria",
        name="la presión tributaria",
        area=AREA,
        formula="recaudación / PBI",
        inputs=(Input("t", "la recaudación", Kind.AMOUNT, above=0), _GDP),
        keys="tributaria fiscal recaudacion recauda",
        when=(r"presion (?:tributaria|fiscal|impositiva)|recaud", r"\bpbi\b|\bpib\b|producto bruto|presion"),
        unless=_PUBLIC_ODD + r"|deuda|deficit|interes|gasto",
        wordings=(
            r"(?:recaudacion|recauda|recaudan|impuestos)(?: (?:tributaria|impositiva|es|de|total|fiscal|por))* {t}",
            _GDP_IN,
            r"tributaria (?:de |con )*{t} sobre {y}",
        ),
        also="pbi pib producto bruto interno presion impositiva impuestos total porcentaje tributaria",
        work=_tax_pressure,
    ),
)
