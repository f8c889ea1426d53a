"""Tasas e interés: plazo fijo, con renovaciones y UVA, y descuento de documentos."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.cash_calculator import cash_calculator
from ecobot_tui.economics.calculators.cash_rates import growth
from ecobot_tui.economics.calculators.formulas import interest
from ecobot_tui.economics.calculators.formulas.prices import converted
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Input, Kind, Solution
from ecobot_tui.economics.calculators.periods import checked, whole, year_days

AREA = "Tasas e interés"


def _days(g: Given, time: str = "t") -> float:
    one = g.quantity(time)
    if one.days > 1_200:
        raise CalculationError("No calculo plazos fijos de más de 1.200 días: revisá el plazo.")
    return checked(one.days)


def _base(g: Given) -> int:
    """Return the days of the period of the rate."""
    return 30 if g.period("i") == "mes" else year_days(g)


def _convention(g: Given) -> str:
    return (
        "tasa mensual, mes de 30 días"
        if g.period("i") == "mes"
        else f"TNA sobre {year_days(g)} días, interés al vencimiento"
    )


def _fixed_term(g: Given) -> Solution:
    days, base = _days(g), _base(g)
    gain = g["c"] * g.rate("i") * days / base
    how = [_convention(g)]
    if g.quantity("t").unit in ("mes", "ano") and base == 365:
        exact = g["c"] * g.rate("i") * g.quantity("t").months / 12
        how.append(f"meses de 30 días; contando doceavos de año el interés sería {g.money(exact, 'c')}")
    return Solution(
        gain,
        f"El interés es {g.money(gain, 'c')}; al vencimiento cobrás {g.money(g['c'] + gain, 'c')}.",
        g.fill(f"{{c}} × {{i}} % × {number(days)} / {base} = {number(gain, money=True)}"),
        (
            f"Por día son {g.money(gain / days, 'c')}. "
            if rx.search(r"por dia|diari[oa]|cada dia|al dia", g.text)
            else ""
        )
        + f"En {number(days)} días el capital gana {percent(100 * gain / g['c'])}; para saber si conviene hay que"
        " compararlo con la inflación de ese plazo.",
        tuple(how),
    )


def _renewed(g: Given) -> Solution:
    days = _days(g) if "t" in g else 30
    per = g.rate("i") * days / _base(g)
    if "m" in g:
        times = whole(g["m"], "La cantidad de renovaciones")
        count = times if rx.search(r"[#@]\d+ (?:plazos|periodos|pf\b)", g.text) else times + 1
    elif "w" not in g:
        count = 2
    else:
        months = g.quantity("w").months
        count = round(months) if days == 30 and g.quantity("w").unit != "dia" else int(g.quantity("w").days // days)
        count = whole(count, "La cantidad de plazos")
    value = interest.future_value(g["c"], per, count)
    return Solution(
        value,
        f"Al final cobrás {g.money(value, 'c')}; de eso, {g.money(value - g['c'], 'c')} son intereses.",
        g.fill(f"{{c}} × (1 + {{i}} % × {number(days)} / {_base(g)})^{count} = {number(value, money=True)}"),
        f"Renovar con los intereses adentro rinde {percent(100 * (value / g['c'] - 1))} en total; sin reinvertirlos"
        f" serían {percent(100 * per * count)}.",
        (_convention(g), f"{count} plazos de {number(days)} días en total, siempre a la misma tasa"),
    )


def _capital(g: Given) -> Solution:
    days = _days(g)
    share = g.rate("i") * days / _base(g)
    if "m" in g:
        first = g["m"] / (1 + share)
        return Solution(
            first,
            f"Hay que poner {g.money(first, 'm')}.",
            g.fill(f"{{m}} / (1 + {{i}} % × {number(days)} / {_base(g)}) = {number(first, money=True)}"),
            f"El interés es {g.money(g['m'] - first, 'm')}.",
            (_convention(g),),
        )
    value = g["g"] / share
    return Solution(
        value,
        f"Hay que poner {g.money(value, 'g')}.",
        g.fill(f"{{g}} / ({{i}} % × {number(days)} / {_base(g)}) = {number(value, money=True)}"),
        f"Al vencimiento cobrás {g.money(value + g['g'], 'g')}, con el interés que buscás adentro.",
        (_convention(g),),
    )


def _rate(g: Given) -> Solution:
    days = _days(g)
    gain = g["b"] - g["a"]
    if any(one in g.text for one in ("de interes", "intereses", "gane", "ganar")) and g["a"] < g["b"] / 2:
        # The smaller amount is the interest, not the capital.
        gain, capital = g["a"], g["b"]
    else:
        capital = g["a"]
    rate = 100 * gain / capital * year_days(g) / days
    return Solution(
        rate,
        f"La TNA es {percent(rate)}; la TEA, {percent(100 * converted(gain / capital, year_days(g) / days))}.",
        f"{number(gain)} / {number(capital)} × {year_days(g)} / {number(days)} = {percent(rate)}",
        f"En el plazo ganó {percent(100 * gain / capital)}; por mes de 30 días, {percent(rate * 30 / year_days(g))}.",
        (f"TNA sobre {year_days(g)} días, interés al vencimiento",),
    )


def _term(g: Given) -> Solution:
    gain = g["g"] if "g" in g else g["b"] - g["c"]
    base = _base(g)
    days = gain / (g["c"] * g.rate("i")) * base
    return Solution(
        days,
        f"El plazo es de {number(days)} días.",
        g.fill(f"{number(gain)} / ({{c}} × {{i}} %) × {base} = {number(days)}"),
        f"En ese tiempo el capital gana {percent(100 * gain / g['c'])}.",
        (_convention(g),),
    )


def _by_index(g: Given) -> Solution:
    days = checked(g.quantity("t").days) if "t" in g else 0.0
    rise = g.rate("u") if "u" in g else g["b"] / g["a"] - 1
    share = g.rate("i") * days / year_days(g) if "i" in g else 0.0
    value = g["c"] * (1 + rise) * (1 + share)
    ratio = "(1 + {u} %)" if "u" in g else "{b} / {a}"
    extra = f" × (1 + {{i}} % × {number(days)} / {year_days(g)})" if share else ""
    return Solution(
        value,
        f"Al vencimiento cobrás {g.money(value, 'c')}.",
        g.fill(f"{{c}} × {ratio}{extra} = {number(value, money=True)}"),
        f"Se ganan {g.money(value - g['c'], 'c')}: la UVA ajustó el capital {percent(100 * rise)} y la tasa se suma"
        " sobre eso: le gana a la inflación por esa tasa.",
        (f"TNA sobre {year_days(g)} días",),
    )


def _share(g: Given) -> tuple[float, str, str]:
    """Return rate × time of a discount, how it is written, and the base that was taken."""
    time, period = g.quantity("t"), g.period("d")
    if period is None and not rx.search(r"tasa|\btna\b|\btea\b|anual|interes|descuento|nominal", g.text):
        # «Me cobran 6 %» is all that is taken off, however long it takes.
        return g.rate("d"), "{d} %", "porcentaje fijo, sin contar el plazo"
    if time.unit is not None and time.unit != "dia" and period is not None:
        count = checked(time.months / {"mes": 1.0, "dia": 12 / 365}.get(period, 12.0))
        return g.rate("d") * count, f"{{d}} % × {number(count)}", "plazo en períodos de la tasa"
    days, base = checked(time.days), 1 if period == "dia" else 30 if period == "mes" else year_days(g)
    name = {1: "tasa diaria", 30: "mes de 30 días"}.get(base, f"año de {base} días")
    return g.rate("d") * days / base, f"{{d}} % × {number(days)} / {base}", name


def _commercial(g: Given) -> Solution:
    share, worked, base = _share(g)
    if share >= 1:
        raise CalculationError("Con esa tasa y ese plazo el descuento se come todo el documento: revisá los datos.")
    value = g["n"] * share
    how = ["descuento comercial (sobre el valor nominal), " + base]
    if base == "año de 365 días":
        other = value * 365 / 360
        how.append(f"con el año de 360 sería {g.money(other, 'n')} y se cobrarían {g.money(g['n'] - other, 'n')}")
    return Solution(
        value,
        f"El descuento es {g.money(value, 'n')}; se cobran {g.money(g['n'] - value, 'n')}.",
        g.fill(f"{{n}} × {worked} = {number(value, money=True)}"),
        f"Por cobrar antes se resigna {percent(100 * share)} del valor del documento.",
        tuple(how),
    )


def _rational(g: Given) -> Solution:
    share, worked, base = _share(g)
    now = g["n"] / (1 + share)
    return Solution(
        g["n"] - now,
        f"El descuento racional es {g.money(g['n'] - now, 'n')}; se cobran {g.money(now, 'n')}.",
        g.fill(f"{{n}} − {{n}} / (1 + {worked}) = {number(g['n'] - now, money=True)}"),
        f"El comercial sería {g.money(g['n'] * share, 'n')}: es mayor porque se calcula sobre el valor nominal.",
        ("descuento racional simple (sobre el valor actual), " + base,),
    )


def _compound_discount(g: Given) -> Solution:
    grown = growth(g, "d", "t")
    now = interest.present_value(g["n"], grown.rate, grown.count)
    return Solution(
        g["n"] - now,
        f"El descuento es {g.money(g['n'] - now, 'n')}; se cobran {g.money(now, 'n')}.",
        g.fill(
            f"{{n}} − {{n}} / (1 + {percent(100 * grown.rate)})^{number(grown.count)} ="
            f" {number(g['n'] - now, money=True)}"
        ),
        f"Por cobrar antes se resigna {percent(100 * (1 - now / g['n']))} del valor del documento.",
        ("descuento compuesto", grown.how),
    )


def _face(g: Given) -> Solution:
    share, worked, base = _share(g)
    rational = "racional" in g.text
    if share >= 1 and not rational:
        raise CalculationError("Con esa tasa y ese plazo el descuento se come todo el documento: revisá los datos.")
    value = g["e"] * (1 + share) if rational else g["e"] / (1 - share)
    formula = f"{{e}} × (1 + {worked})" if rational else f"{{e}} / (1 − {worked})"
    return Solution(
        value,
        f"El valor nominal es {g.money(value, 'e')}.",
        g.fill(f"{formula} = {number(value, money=True)}"),
        f"El descuento fue de {g.money(value - g['e'], 'e')}.",
        (f"descuento {'racional' if rational else 'comercial'}, {base}",),
    )


_TIME = Input("t", "el plazo", Kind.TIME)
_TNA = Input("i", "la TNA", Kind.RATE, above=0)
_CAPITAL = Input("c", "el capital", Kind.AMOUNT, above=0)
_DISCOUNT = (Input("d", "la tasa de descuento", Kind.RATE, above=0), _TIME)
_KEYS = "plazo fijo tna uva pf cheque pagare documento factura descuento renovar renuevo"


CALCULATORS = (
    cash_calculator(
        "plazo_fijo",
        AREA,
        "el interés de un plazo fijo",
        "I = C × TNA × días / 365",
        (_CAPITAL, _TNA, _TIME),
        _fixed_term,
        keys=_KEYS,
    ),
    cash_calculator(
        "plazo_fijo_renovado",
        AREA,
        "el plazo fijo renovado con intereses",
        "VF = C × (1 + TNA × d / 365)ⁿ",
        (
            _CAPITAL,
            _TNA,
            Input("t", "los días de cada plazo", Kind.TIME, optional=True),
            Input("w", "el tiempo total", Kind.TIME, optional=True),
            Input("m", "la cantidad de renovaciones", Kind.TIME, optional=True),
        ),
        _renewed,
        keys=_KEYS,
    ),
    cash_calculator(
        "plazo_fijo_capital",
        AREA,
        "el capital de un plazo fijo",
        "C = I / (TNA × días / 365)",
        (
            Input("g", "el interés que buscás", Kind.AMOUNT, optional=True, above=0),
            Input("m", "lo que querés cobrar", Kind.AMOUNT, optional=True, above=0),
            _TNA,
            _TIME,
        ),
        _capital,
        keys=_KEYS,
    ),
    cash_calculator(
        "plazo_fijo_tasa",
        AREA,
        "la TNA de un plazo fijo",
        "TNA = I / C × 365 / días",
        (Input("a", "el capital", Kind.AMOUNT, above=0), Input("b", "lo que se cobra", Kind.AMOUNT, above=0), _TIME),
        _rate,
        keys=_KEYS,
    ),
    cash_calculator(
        "plazo_fijo_dias",
        AREA,
        "el plazo de un plazo fijo",
        "días = I / (C × TNA) × 365",
        (
            _CAPITAL,
            Input("g", "el interés", Kind.AMOUNT, optional=True, above=0),
            Input("b", "lo que se cobra", Kind.AMOUNT, optional=True, above=0),
            _TNA,
        ),
        _term,
        keys=_KEYS,
    ),
    cash_calculator(
        "plazo_fijo_uva",
        AREA,
        "el plazo fijo UVA",
        "VF = C × UVA₁ / UVA₀ × (1 + TNA × d / 365)",
        (
            _CAPITAL,
            Input("a", "la UVA inicial", Kind.AMOUNT, optional=True, above=0),
            Input("b", "la UVA final", Kind.AMOUNT, optional=True, above=0),
            Input("u", "la suba de la UVA", Kind.RATE, optional=True, above=-100),
            Input("i", "la tasa", Kind.RATE, optional=True, above=-100),
            Input("t", "el plazo", Kind.TIME, optional=True),
        ),
        _by_index,
        keys=_KEYS,
    ),
    cash_calculator(
        "descuento_comercial",
        AREA,
        "el descuento de un documento",
        "D = N·d·t",
        (Input("n", "el valor del documento", Kind.AMOUNT, above=0), *_DISCOUNT),
        _commercial,
        keys=_KEYS,
    ),
    cash_calculator(
        "descuento_racional",
        AREA,
        "el descuento racional de un documento",
        "D = N − N / (1 + d·t)",
        (Input("n", "el valor del documento", Kind.AMOUNT, above=0), *_DISCOUNT),
        _rational,
        keys=_KEYS,
    ),
    cash_calculator(
        "descuento_compuesto",
        AREA,
        "el descuento compuesto de un documento",
        "D = N − N / (1 + d)^t",
        (Input("n", "el valor del documento", Kind.AMOUNT, above=0), *_DISCOUNT),
        _compound_discount,
        keys=_KEYS,
    ),
    cash_calculator(
        "nominal_del_documento",
        AREA,
        "el valor nominal de un documento",
        "N = E / (1 − d·t)",
        (Input("e", "lo que se cobró", Kind.AMOUNT, above=0), *_DISCOUNT),
        _face,
        keys=_KEYS,
    ),
)
