"""Bonos: precio, rendimiento, duration, paridad, valor técnico y cupón cero."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.formulas import projects
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.periods import whole

AREA = "Proyectos y bonos"
_FREQUENCIES = (
    (r"semestral\w*|por semestre|cada semestre|cada @\d+ meses|dos veces (?:al|por) ano", 2),
    (r"trimestral\w*|por trimestre", 4),
    (r"mensual\w*", 12),
)


def coupons_a_year(g: Given) -> int:
    """Return how many coupons a year there are."""
    return next((times for source, times in _FREQUENCIES if rx.search(source, g.text)), 1)


def coupon_count(g: Given, times: int) -> int:
    """Return how many coupons are left, 1 to 1,200."""
    years = g.quantity("n").months / 12 if g.quantity("n").unit else g["n"]
    return whole(round(years * times, 6), "El plazo del bono, en cupones,")


def face_of(g: Given) -> float:
    """Return the face value, 100 where none is told."""
    return g.get("v", 100.0)


def bond_assumptions(g: Given, times: int) -> tuple[str, ...]:
    """Return what was taken for granted of a bond."""
    each = 100 * coupon_rate(g, times)
    how = "un cupón por año" if times == 1 else f"{times} cupones por año, cada uno de {percent(each)}"
    face = () if "v" in g else ("valor nominal 100, porque no dijiste otro",)
    return (f"{how} y el capital al final", *face)


_EACH_COUPON = r"%\d+ (?:(?:cada|por) (?:semestre|trimestre|mes)\b|cada @\d+ meses)"


def coupon_rate(g: Given, times: int) -> float:
    """Return the rate of one coupon: «5 % cada semestre» is one, «5 % semestral» half of the yearly 5 %.

    A coupon told in money is what is paid each time; so is «5 % semestral» where the yield is that of a half year.
    """
    if "k" in g:
        return g["k"] / face_of(g)
    if times > 1 and "y" in g and g.period("y") == g.period("c") and g.period("c") in ("semestre", "trimestre", "mes"):
        return g.rate("c")
    return g.rate("c") if times > 1 and rx.search(_EACH_COUPON, g.text) else g.rate("c") / times


def yield_per_coupon(g: Given, times: int) -> tuple[float, tuple[str, ...]]:
    """Return the yield per coupon; it is nominal, unless it is said to be effective."""
    if times == 1:
        return g.rate("y"), ()
    if rx.search(r"efectiv\w*|\btea\b", g.text) or (g.period("y") == "semestre" and times == 2):
        rate = g.rate("y") if g.period("y") == "semestre" else (1 + g.rate("y")) ** (1 / times) - 1
        return rate, (f"rendimiento efectivo: {percent(100 * rate)} por cupón",)
    rate = g.rate("y") / times
    return rate, (f"rendimiento nominal anual: {percent(100 * rate)} por cupón",)


def _coupon_told(g: Given) -> str:
    return f"{g.shown('c')} %" if "c" in g else percent(100 * coupon_rate(g, 1))


def _price(g: Given) -> Solution:
    times = coupons_a_year(g)
    count, face = coupon_count(g, times), face_of(g)
    rate, how = yield_per_coupon(g, times)
    price = projects.bond_price(face, coupon_rate(g, times), count, rate)
    side = "bajo la par" if price < face - 1e-9 else "sobre la par" if price > face + 1e-9 else "a la par"
    coupon, each = number(face * coupon_rate(g, times)), percent(100 * rate)
    other: tuple[str, ...] = ()
    if how and "nominal" in how[0]:
        effective = projects.bond_price(face, coupon_rate(g, times), count, (1 + g.rate("y")) ** (1 / times) - 1)
        other = (f"si el rendimiento es efectivo anual, el precio es {g.money(effective, 'v')}",)
    return Solution(
        price,
        f"El precio del bono es {g.money(price, 'v')}.",
        f"Σ {coupon}/(1 + {each})^t, t = 1 a {count}, + {number(face)}/(1 + {each})^{count} ="
        f" {number(price, money=True)}",
        f"Cotiza {side}, porque el cupón es de {_coupon_told(g)} y el rendimiento pedido, de {g.shown('y')} %.",
        (*bond_assumptions(g, times), *how, *other),
    )


def _yield(g: Given) -> Solution:
    times = coupons_a_year(g)
    count, face = coupon_count(g, times), face_of(g)
    coupon = face * coupon_rate(g, times)
    rate = 100 * projects.internal_rate([-g["p"], *[coupon] * (count - 1), face + coupon])
    yearly = rate * times
    effective = 100 * ((1 + rate / 100) ** times - 1)
    told = (
        f"{percent(yearly)} anual" if times == 1 else f"{percent(yearly)} nominal anual ({percent(effective)} efectivo)"
    )
    return Solution(
        yearly,
        f"El rendimiento al vencimiento es {told}.",
        f"{g.shown('p')} = Σ {number(coupon)}/(1 + y)^t + {number(face)}/(1 + y)^{count} → y = {percent(rate)} por"
        f" cupón",
        "Es lo que gana por año quien lo compra a ese precio y lo tiene hasta el final, si cobra todo.",
        (*bond_assumptions(g, times), "es la TIR del bono, por bisección"),
    )


def _years(g: Given) -> float:
    years = g.quantity("n").months / 12 if g.quantity("n").unit else g["n"]
    if not 0 < years <= 200:
        raise CalculationError("El plazo tiene que ser mayor que cero y de hasta 200 años.")
    return years


def _zero_price(g: Given) -> Solution:
    years, face = _years(g), face_of(g)
    price = face / (1 + g.rate("y")) ** years
    return Solution(
        price,
        f"El precio es {g.money(price, 'v')}.",
        f"{number(face)} / (1 + {g.shown('y')} %)^{number(years)} = {number(price, money=True)}",
        f"Quien lo compra a ese precio gana {g.money(face - price, 'v')}, todo al vencimiento.",
        ("cupón cero, rendimiento efectivo anual", *(() if "v" in g else ("valor nominal 100",))),
    )


def _zero_yield(g: Given) -> Solution:
    years, face = _years(g), face_of(g)
    rate = 100 * ((face / g["p"]) ** (1 / years) - 1)
    simple = 100 * (face / g["p"] - 1) / years
    return Solution(
        rate,
        f"El rendimiento es {percent(rate)} efectivo anual (TNA simple {percent(simple)}).",
        f"({number(face)} / {g.shown('p')})^(1/{number(years)}) − 1 = {percent(rate)}",
        f"En total gana {percent(100 * (face / g['p'] - 1))} si lo tiene hasta el vencimiento.",
        ("cupón cero: un solo pago al final; año de 365 días", *(() if "v" in g else ("valor nominal 100",))),
    )


FACE = Input(
    "v",
    "el valor nominal",
    Kind.AMOUNT,
    above=0,
    optional=True,
    labels=r"valor nominal|nominal|vn|bonos? de|laminas?|valor (?:facial|de rescate|al vencimiento|par)|(?:devuelve"
    r"|paga|da|pagara"
    r"|cobro|cobra|entrega|rescata\w*|amortiza)(?: al (?:vencimiento|final))?|al vencimiento(?: paga| devuelve)?"
    r"|por cada|sobre"
    r"|residual|letra de",
)
COUPON_MONEY = Input("k", "el cupón en dinero", Kind.AMOUNT, above=0)
"""What a coupon pays, told as an amount; wordings give it its number."""
_PAID = (
    r"(?:paga|pagando|pagan|cupon(?:es)? de|intereses de|renta de)(?: (?:un|cupon|cupones|interes|de|anual|semestral))*"
    r" NUMBER (?:pesos |dolares )?(?:por|al|cada|anual\w*|semestral\w*|de (?:interes|cupon|renta))",
    r"cupon(?:es)?(?: (?:anual|semestral|es|de|fijo|por))* NUMBER (?:pesos|dolares|por ano|al ano|cada)",
    r"NUMBER (?:pesos |dolares )?(?:de|en) cupon",
)
PAID = tuple(source.replace("NUMBER", "{k}") for source in _PAID)
IN_MONEY = "|".join(source.replace("NUMBER", r"[$#]\d+") for source in _PAID)
"""Where a question tells the coupon as an amount of money."""
COUPON = Input(
    "c",
    "el cupón",
    Kind.RATE,
    above=-0.001,
    labels=r"cupon(?:es)?|tasa (?:de )?cupon|paga|renta|interes(?:es)?(?: de)?|devenga",
)
YEARS = Input(
    "n",
    "el plazo",
    Kind.TIME,
    labels=r"vence(?: en| dentro de)?|vencimiento(?: en| a| dentro de)?|plazo|a|en|dentro de|de aca a|faltan?"
    r"|durante|los|por",
)
YIELD = Input(
    "y",
    "el rendimiento exigido",
    Kind.RATE,
    above=-100,
    labels=r"rendimiento|rinde|tir|ytm|yield|tasa(?: (?:semestral|trimestral))?"
    r"(?: de (?:mercado|descuento|interes|retorno))?|exig\w+|pid\w+|pide"
    r"|mercado|requ\w+"
    r"|descont\w+|quiero(?: ganar)?|espero|retorno",
)
PRICE = Input(
    "p",
    "el precio",
    Kind.AMOUNT,
    above=0,
    labels=r"cotiza\w*|precio(?: de mercado| de compra| actual)?|compr\w+|cuesta|vale|sale|pago|pague|pagando"
    r"|paga por el|a hoy"
    r"|se (?:compra|vende|consigue)(?: a)?|hoy a|esta(?: a| en)?",
)
AGAIN = (
    Input("h", "el cupón de cada período", Kind.RATE, optional=True, labels=r"cada|por semestre|por cupon|semestral"),
    Input("w", "el tiempo entre cupones", Kind.TIME, optional=True, labels=r"cada"),
)
_DEFINES = r"cuanto es (?:el |un )?%\d+ de\b"
_BOND = r"\b(?:bonos?|obligacion(?:es)? negociables?|titulos?|cupon(?:es)?|lecap|letras?)\b"
_ZERO = (
    r"cuponcero|cero cupon|sin cupon(?:es)?|bonos? cero|strips?\b|\bletras?\b(?! de cambio)|\blecaps?\b|\blebacs?"
    r"|descuento puro|bono a descuento|bonos?\b(?!.*(?:cupon|renta|pag|%))(?=.*\bvence)"
    r"|bonos?\b(?!.*(?:cupon|renta|%|por ano|anual|cada))(?=.*\bpag\w+ [$#]\d+ (?:en|dentro de|al cabo de|a) @)"
)
DURATION = r"duration|duracion|macaulay"
_NOT_PLAIN = (
    rf"{DURATION}|paridad|{_ZERO}|corriente|current|corridos?|valor tecnico|clean|dirty|convexidad"
    rf"|perpetu|sueldo|cheque"
)
_ALSO = "bono cupon anual rendimiento tasa nominal precio plazo valor vencimiento duration mercado vale interes tir"
_KEYS = (
    "bono bonos cupon letra letras titulo obligacion lecap zero strip duration duracion macaulay corriente"
    " current tecnico corridos"
)


def bond_calculator(
    identifier: str,
    name: str,
    formula: str,
    inputs: tuple[Input, ...],
    work: object,
    names: str,
    unless: str,
    wordings: tuple[str, ...] = (),
) -> Calculator:
    """Return a calculator of bonds."""
    return Calculator(
        id=identifier,
        name=name,
        area=AREA,
        formula=formula,
        inputs=inputs,
        keys=_KEYS,
        when=(names,),
        wordings=wordings,
        names=names,
        unless=rf"{unless}|{_DEFINES}",
        also=_ALSO,
        work=work,  # type: ignore[arg-type]
    )


_WHOLE = (
    rf"{_BOND}(?:.*(?:precio|cotiz\w+|val\w+|rinde|rendimiento|tir|tasa|vence\w*|cupon))?|(?:precio|valor"
    rf"|cotiz\w+|rend\w+|tir)\b.*{_BOND}"
)

CALCULATORS = (
    bond_calculator(
        "bono_precio",
        "el precio del bono",
        "Σ C / (1 + y)ᵗ + VN / (1 + y)ⁿ",
        (FACE, COUPON, YEARS, YIELD, *AGAIN),
        _price,
        _WHOLE,
        rf"{_NOT_PLAIN}|{IN_MONEY}|riesgo ?pais|cuanto rinde|que (?:tir|rendimiento)"
        r"|(?:cotiza|compra|precio)(?: (?:a|de|es|hoy|actual|mercado))* [$#]",
        (r"cupon(?:es)?(?: (?:anual|semestral|de|del|fijo|nominal|es))* {c}", r"{c} (?:de|en) cupon(?:es)?"),
    ),
    bond_calculator(
        "bono_rendimiento",
        "el rendimiento del bono",
        "y tal que el precio iguala a los flujos",
        (FACE, COUPON, YEARS, PRICE, *AGAIN),
        _yield,
        _WHOLE,
        rf"{_NOT_PLAIN}|{IN_MONEY}|cuanto (?:pago|pagaria|pagar)\b",
        (
            r"(?:cotiza|precio|se compra|compra|compre|compro|cuesta|sale|pague|pago|se vende)(?: (?:a|de|es|hoy"
            r"|por|en|el|bono))* {p}",
        ),
    ),
    bond_calculator(
        "bono_precio_con_cupon_en_dinero",
        "el precio del bono",
        "Σ C / (1 + y)ᵗ + VN / (1 + y)ⁿ",
        (FACE, COUPON_MONEY, YEARS, YIELD),
        _price,
        rf"^(?=.*(?:{_BOND}))(?=.*(?:{IN_MONEY})).*",
        rf"{_NOT_PLAIN}|cuanto rinde|que (?:tir|rendimiento)|(?:cotiza|compra|precio)(?: (?:a|de|es|hoy|actual"
        r"|mercado))* [$#]",
        PAID,
    ),
    bond_calculator(
        "bono_rendimiento_con_cupon_en_dinero",
        "el rendimiento del bono",
        "y tal que el precio iguala a los flujos",
        (FACE, COUPON_MONEY, YEARS, PRICE),
        _yield,
        rf"^(?=.*(?:{_BOND}))(?=.*(?:{IN_MONEY})).*",
        rf"{_NOT_PLAIN}|%\d",
        PAID,
    ),
    bond_calculator(
        "bono_cupon_cero",
        "el precio del bono cupón cero",
        "VN / (1 + y)ⁿ",
        (FACE, YEARS, YIELD),
        _zero_price,
        rf"(?:{_ZERO}).*|.*(?:{_ZERO})",
        rf"^(?!.*%)(?=.*(?:rinde|rendim)).*|{DURATION}|paridad|descuent\w+ (?:un|el|la|comercial|racional"
        rf"|bancario)|cambio|cupon (?:de )?%",
    ),
    bond_calculator(
        "bono_cupon_cero_rendimiento",
        "el rendimiento del bono cupón cero",
        "(VN / P)^(1/n) − 1",
        (FACE, YEARS, PRICE),
        _zero_yield,
        rf"(?:{_ZERO}).*|.*(?:{_ZERO})",
        rf"{DURATION}|paridad|%\d|cambio",
        (
            r"(?:cotiza|precio|se compra|compra|compre|compro|cuesta|sale|pague|vale|se vende)(?: (?:a|de|es|hoy"
            r"|por|en))* {p}",
            r"vence (?:en |dentro de )?@\d+ (?:a|en|por) {v}",
            r"(?:paga|devuelve|devuelven|da|entrega|cobro|cobra|reembolsa|por cada|nominal|recib\w+|vn)(?: (?:de|es"
            r"|al|vencimiento|final))* {v}",
        ),
    ),
)
