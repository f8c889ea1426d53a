"""Macroeconomía: las cuentas del Estado: resultado primario y financiero, y lo que pesa cada cosa en el PBI."""

from collections.abc import Mapping

import msgspec

from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.given import percent
from ecobot_tui.economics.calculators.identities import Magnitude, System, calculator, rule
from ecobot_tui.economics.calculators.model import Kind

AREA = "Macroeconomía"
_GDP = (
    r"pbi(?: nominal| anual)?|pib(?: nominal| anual)?|producto(?: (?:bruto|interno|nacional|anual))*"
    r"|(?:lo que )?produc(?:e|en|imos|io|ia)|y(?= [#$])|tamano de la economia"
    r"|economia"
)

_BESIDES = (
    r".*(?:sin contar|sin incluir|sin considerar|antes de|ademas|aparte|excluid\w+|dejando (?:afuera|de lado)"
    r"|fuera de"
    r"|al margen de)(?: [a-z]\w*){0,3} (?:[$#%]\d+ )?(?:[a-z]+ ){0,3}interes"
)

BALANCE = System(
    id="resultado_fiscal",
    name="el resultado fiscal",
    area=AREA,
    formula="primario = ingresos − gasto primario; financiero = primario − intereses",
    magnitudes=(
        Magnitude(
            "t",
            "ingresos",
            "los ingresos del Estado",
            r"ingresos(?: (?:publicos|fiscales|tributarios|totales|corrientes|del (?:estado|gobierno)))*|recaud(?:a"
            r"|an|o|aron|ado|acion)(?: (?:tributaria|total))?|impuestos|entran|cobr\w+|t(?= [#$])",
        ),
        Magnitude(
            "g",
            "gasto primario",
            "el gasto primario",
            rf"gastos?(?: publicos?)? primarios?|gast\w+(?={_BESIDES})|gastos? (?:sin"
            r"|antes de|excluid\w+|que no incluyen?)(?: \w+){0,2} intereses|(?:demas|otros|resto de los) gastos",
        ),
        Magnitude(
            "a",
            "gasto total",
            "el gasto total",
            rf"gastos? (?:publicos? )?total(?:es)?|gast(?:a|an|o|aron|os|ado|aba)(?!{_BESIDES})(?: (?:publicos?"
            rf"|total(?:es)?"
            r"|del (?:estado|gobierno)|en total))*|egresos|erogaciones|g(?= [#$])",
        ),
        Magnitude(
            "i",
            "intereses",
            "los intereses",
            r"(?:pagos? (?:de|por) )?intereses(?: (?:de|por) (?:la )?deuda)?|servicios? de (?:la )?deuda",
        ),
        Magnitude(
            "p",
            "primario",
            "el resultado primario",
            r"(?:resultado|balance|saldo|superavit|equilibrio) (?:fiscal )?primario|primario",
            meaning=(
                "El resultado primario no cuenta los intereses de la deuda; positivo es superávit y negativo, déficit."
            ),
        ),
        Magnitude("dp", "déficit primario", "el déficit primario", r"deficit (?:fiscal )?primario", opposite="p"),
        Magnitude(
            "f",
            "financiero",
            "el resultado financiero",
            r"(?:resultado|balance|saldo|superavit) (?:fiscal )?(?:financiero|total|global|fiscal|presupuestario"
            r"|publico)|(?:resultado|balance|saldo|superavit)(?: fiscal| publico)?|financiero",
            meaning=(
                "El resultado financiero es el primario menos los intereses: lo que hay que financiar si es negativo."
            ),
        ),
        Magnitude(
            "df",
            "déficit financiero",
            "el déficit financiero",
            r"deficit(?: (?:fiscal|financiero|total|global|presupuestario|publico))*",
            opposite="f",
        ),
        Magnitude("y", "PBI", "el PBI", _GDP, above=0),
        Magnitude("pr", "primario / PBI", "el resultado primario sobre el PBI", "cociente primario", Kind.RATE),
        Magnitude("fr", "financiero / PBI", "el resultado financiero sobre el PBI", "cociente financiero", Kind.RATE),
    ),
    rules=(
        rule("p", "−{dp}", lambda dp: -dp),
        rule("f", "−{df}", lambda df: -df),
        rule("g", "{a} − {i}", lambda a, i: a - i),
        rule("a", "{g} + {i}", lambda g, i: g + i),
        rule("i", "{a} − {g}", lambda a, g: a - g),
        rule("p", "{t} − {g}", lambda t, g: t - g),
        rule("f", "{p} − {i}", lambda p, i: p - i),
        rule("f", "{t} − {a}", lambda t, a: t - a),
        rule("p", "{f} + {i}", lambda f, i: f + i),
        rule("i", "{p} − {f}", lambda p, f: p - f),
        rule("t", "{g} + {p}", lambda g, p: g + p),
        rule("t", "{a} + {f}", lambda a, f: a + f),
        rule("g", "{t} − {p}", lambda t, p: t - p),
        rule("a", "{t} − {f}", lambda t, f: t - f),
        rule("dp", "−{p}", lambda p: -p),
        rule("df", "−{f}", lambda f: -f),
        rule("pr", "{p} / {y} × 100", lambda p, y: 100 * p / y),
        rule("fr", "{f} / {y} × 100", lambda f, y: 100 * f / y),
    ),
    keys="primario fiscal",
    names=r"^(?=.*(?:fiscal|primari|estado|gobierno|superavit|deficit|presupuest|nacion\b|provincia|municip|public))"
    r"(?=.*(?:gast|egres|interes|erogac|superavit))(?=.*(?:ingres|recaud|interes|primari|impuest)).*",
    unless=r"^(?=.*interes)(?!.*(?:primari|inclu|total|de los cuales|ademas|aparte|sin |antes de|demas|contando)).*"
    r"|%\d|@\d+ (?:mes|dia)|subi|crec|paso|multiplic|propension|ahorro|consumo|export|import|inversion|cuota"
    r"|plazo|capital|monotribut|factur|familia|hogar",
    default="f p",
    note=lambda symbol, values: _of_product(symbol, values),
)

BALANCE_SHARES = msgspec.structs.replace(
    BALANCE,
    id="resultado_fiscal_en_pbi",
    name="el resultado fiscal en puntos del PBI",
    magnitudes=tuple(msgspec.structs.replace(one, kind=Kind.RATE) for one in BALANCE.magnitudes[:8]),
    rules=tuple(one for one in BALANCE.rules if "y" not in one.needs),
    unless=BALANCE.unless.replace(r"%\d|", r"[$#]\d|crecimiento|deuda (?:es|de|del) %|tasa|") + r"|iva\b|sueldo",
    assumptions=("todo está en por ciento del PBI",),
)


def _of_product(symbol: str, values: Mapping[str, float]) -> str:
    """Return how much of the product a balance is, where the product is given."""
    value = values.get("p" if symbol in ("p", "dp", "pr") else "f")
    if value is None or "y" not in values:
        return ""
    return f"Es {percent(100 * value / values['y'])} del PBI."


def _whole(text: str, values: dict[str, float]) -> None:
    """CalculationError where more taxes are raised than the country produces."""
    if "y" in values and values.get("d", 0) > values["y"]:
        raise CalculationError("La recaudación no puede ser mayor que el PBI: revisá los datos.")


def _share(ident: str, name: str, short: str, what: str, labels: str, asked: str, **more: str) -> System:
    """Return the system of one magnitude as a share of the product: any of the three may be asked."""
    return System(
        id=ident,
        name=name,
        area=AREA,
        formula=f"{short} / PBI × 100",
        magnitudes=(
            Magnitude("d", short, what, labels, above=0),
            Magnitude(
                "y", "PBI", "el PBI", _GDP, above=0, meaning="Es el producto con el que cierran los otros dos datos."
            ),
            Magnitude(
                "r",
                f"{short} / PBI",
                name,
                rf"{asked}|(?:{labels})(?= (?:[a-z]\w* ){{0,4}}%)",
                Kind.RATE,
                meaning=more["meaning"],
            ),
        ),
        rules=(
            rule("r", "{d} / {y} × 100", lambda d, y: 100 * d / y),
            rule("d", "{y} × {r} %", lambda y, r: y * r / 100),
            rule("y", "{d} / ({r} / 100)", lambda d, r: 100 * d / r),
        ),
        keys=more["keys"],
        names=more["names"],
        unless=more["unless"],
        default="r d y",
        adjust=_whole if ident == "presion_tributaria" else lambda text, values: None,
        assumptions=("las dos cifras están en la misma moneda y son del mismo período",),
    )


_ODD = (
    r"@\d+ mes|subi|crec|\bpaso\b|per ?capita|habitante|potencial|privad|cuota|export|import|multiplic|propension"
    r"|encaje|tasa de interes|consumo|%\d.*%\d"
)
_PERCENT = r"(?:que )?(?:porcentaje|parte|proporcion)|cuantos puntos|ratio|cociente|relacion|por ciento"

DEBT = _share(
    "deuda_pbi",
    "la deuda sobre el PBI",
    "deuda",
    "la deuda",
    r"deudas?(?: (?:publica|externa|bruta|neta|total|soberana|del (?:estado|gobierno|pais)))*|deb(?:e|en|emos|ia)"
    r"|endeud\w+|pasivos",
    r"(?:deuda (?:sobre|a|en|como porcentaje del?|respecto del?|en relacion (?:al|con el)) (?:el )?(?:pbi|pib"
    r"|producto)|" + _PERCENT + ")",
    meaning="Compara lo que el país debe con lo que produce en un año.",
    keys="deuda",
    names=r"^(?=.*(?:deuda|debe\b|deben\b|debemos|endeud))(?=.*(?:\bpbi\b|\bpib\b|producto|produc[eiu])).*",
    unless=_ODD + r"|deficit|interes|primari|superavit|patrimon|plazo",
)
DEFICIT = _share(
    "deficit_pbi",
    "el déficit sobre el PBI",
    "déficit",
    "el déficit",
    r"deficit(?: (?:fiscal|primario|financiero|publico|presupuestario|total|del (?:estado|gobierno)))*",
    _PERCENT,
    meaning="Es lo que el Estado gasta por encima de lo que recauda, por cada 100 que produce el país.",
    keys="deficit",
    names=r"^(?=.*\bdeficit\b)(?=.*(?:\bpbi\b|\bpib\b|producto)).*",
    unless=_ODD + r"|deuda|interes|comercial|externo|corriente|gast[oa]|recaud|ingres|ahorr|puntos del",
)
TAXES = _share(
    "presion_tributaria",
    "la presión tributaria",
    "recaudación",
    "la recaudación",
    r"recaud(?:acion|a|an|o|aron|amos|ado|arse|ando)(?: (?:tributaria|impositiva|fiscal|total|anual))*"
    r"|impuestos(?: (?:totales|cobrados|recaudados))*|ingresos (?:tributarios|fiscales)|tributos",
    r"(?:presion|carga) (?:tributaria|fiscal|impositiva)(?: (?:total|efectiva))?|" + _PERCENT,
    meaning="De cada 100 que el país produce, es lo que va a impuestos.",
    keys="tributaria fiscal recaudacion recauda",
    names=(
        r"^(?=.*(?:presion (?:tributaria|fiscal|impositiva)|carga (?:tributaria|fiscal|impositiva)|recaud"
        r"|impuestos))(?=.*(?:\bpbi\b|\bpib\b|producto|presion)).*"
    ),
    unless=_ODD + r"|deuda|deficit|interes|gasto|ahorr|demanda|oferta|unidad",
)
SPENDING = _share(
    "gasto_pbi",
    "el gasto público sobre el PBI",
    "gasto público",
    "el gasto público",
    r"gastos?(?: (?:publicos?|en \w+|educativo|social|total|primario|del (?:estado|gobierno)))*"
    r"|gasta(?:n)?(?: en \w+)?|inversion(?: (?:bruta|publica|en \w+))*|invierte|presupuesto(?: \w+)?",
    _PERCENT,
    meaning="Dice qué parte de lo que el país produce se lleva.",
    keys="pbi pib",
    names=(
        r"^(?=.*(?:gasto|gasta|inversion|invierte|presupuesto))(?=.*(?:\bpbi\b|\bpib\b|producto))(?=.*(?:porcentaje"
        r"|%\d|proporcion|por ciento|que parte|ratio)).*"
    ),
    unless=_ODD + r"|deuda|deficit|interes|recaud|ingres|ahorr|impuest|consum|deflactor|nominal",
)

PART = _share(
    "parte_del_pbi",
    "la parte del PBI",
    "componente",
    "ese componente del PBI",
    r"(?:consum(?:o|e|en)|exporta(?:ciones|n)?|importa(?:ciones|n)?|ahorr(?:o|a|an)|sector (?!publico)\w+"
    r"|industria|agro)"
    r"(?: (?:privado|total|nacional))*",
    _PERCENT,
    meaning="Es su peso en lo que el país produce.",
    keys="pbi pib",
    names=(
        r"^(?=.*(?:consum|exporta|importa|ahorr|industria|agro))(?=.*(?:\bpbi\b|\bpib\b|producto))"
        r"(?=.*(?:porcentaje|%\d+ del (?:pbi|pib|producto)|proporcion|por ciento|que parte)).*"
    ),
    unless=_ODD.replace("|export|import", "").replace("|consumo", "") + r"|deuda|deficit|interes|recaud|impuest"
    r"|deflactor|nominal|gasto|inversion|comercial|apertura|aport|contribu",
)

CALCULATORS = tuple(calculator(system) for system in (BALANCE, BALANCE_SHARES, DEBT, DEFICIT, TAXES, SPENDING, PART))
