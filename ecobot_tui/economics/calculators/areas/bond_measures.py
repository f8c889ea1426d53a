"""Bonos: duration, sensibilidad, paridad, valor técnico y rendimiento corriente."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculators.areas.bonds import (
    AGAIN,
    COUPON,
    DURATION,
    FACE,
    PRICE,
    YEARS,
    YIELD,
    bond_assumptions,
    bond_calculator,
    coupon_count,
    coupon_rate,
    coupons_a_year,
    face_of,
    yield_per_coupon,
)
from ecobot_tui.economics.calculators.formulas import projects
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Input, Kind, Solution


def _duration(g: Given) -> Solution:
    times = coupons_a_year(g)
    count = coupon_count(g, times)
    rate, how = yield_per_coupon(g, times)
    duration = projects.bond_duration(face_of(g), coupon_rate(g, times), count, rate) / times
    modified = duration / (1 + rate)
    return Solution(
        duration,
        f"La duration es {number(duration)} años; la modificada, {number(modified)}.",
        f"Σ t·VPₜ / P = {number(duration)}; {number(duration)} / (1 + {percent(100 * rate)}) = {number(modified)}",
        f"Si el rendimiento sube 1 punto, el precio baja cerca de {percent(modified)}.",
        (*bond_assumptions(g, times), "duration de Macaulay", *how),
    )


def _current(g: Given) -> Solution:
    coupon = g["k"] if "k" in g else face_of(g) * g.rate("c")
    rate = 100 * coupon / g["p"]
    return Solution(
        rate,
        f"El rendimiento corriente es {percent(rate)}.",
        f"{number(coupon)} / {g.shown('p')} = {percent(rate)}",
        "Cuenta solo los cupones: no la ganancia o la pérdida de capital al vencimiento, que sí cuenta la TIR.",
        ("cupón anual sobre el precio de hoy",),
    )


def _modified(g: Given) -> Solution:
    times = coupons_a_year(g)
    modified = g["d"] / (1 + g.rate("y") / times)
    return Solution(
        modified,
        f"La duration modificada es {number(modified)}.",
        f"{g.shown('d')} / (1 + {g.shown('y')} %{f' / {times}' if times > 1 else ''}) = {number(modified)}",
        f"Si el rendimiento sube 1 punto, el precio baja cerca de {percent(modified)}.",
        ("duration de Macaulay, en años",),
    )


def _sensitivity(g: Given) -> Solution:
    step = g["b"] / 100 if rx.search(r"puntos? (?:basicos?|base)|\bpbs?\b|\bbps?\b", g.text) else g["b"]
    duration, modified = g["d"], "macaulay" not in g.text
    if "y" in g and not modified:
        duration /= 1 + g.rate("y")
    falls = rx.search(
        r"(?:tasas?|rendimientos?|tir|intereses?|banco central)(?: [a-z]+){0,4}? (?:baj|ca[ey]|disminu|descien|reduc)"
        r"|(?:baj|cae|disminu|descien|reduc)\w*(?: [a-z]+){0,3}? (?:tasas?|rendimientos?|tir)\b",
        g.text,
    )
    rises = rx.search(
        r"(?:tasas?|rendimientos?|tir|intereses?)(?: [a-z]+){0,4}? (?:sub|aument|crec|increment)"
        r"|(?:sub|aument|increment)\w*(?: [a-z]+){0,3}? (?:tasas?|rendimientos?|tir)\b",
        g.text,
    )
    step = -abs(step) if falls and not (rises and rises.start() < falls.start()) else step
    change = -duration * step
    price = ""
    if "p" in g:
        price = f" De {g.money(g['p'], 'p')} pasaría a {g.money(g['p'] * (1 + change / 100), 'p')}."
    return Solution(
        change,
        f"El precio {'baja' if change < 0 else 'sube'} cerca de {percent(abs(change))}.{price}",
        f"−{number(duration)} × {percent(step)} = {percent(change)}",
        "Precio y tasa van al revés; cuanto más larga la duration, más se mueve el precio.",
        ("aproximación por duration modificada, sin convexidad",),
    )


def _parity(g: Given) -> Solution:
    share = 100 * g["p"] / g["t"]
    return Solution(
        share,
        f"La paridad es {percent(share)}.",
        g.fill(f"{{p}} / {{t}} × 100 = {percent(share)}"),
        f"Cotiza {'bajo' if share < 100 else 'sobre' if share > 100 else 'a'} la par: por cada 100 que debe hoy el"
        f" emisor se pagan {number(share)}.",
        ("el valor técnico es el residual más los intereses corridos",),
    )


def _technical(g: Given) -> Solution:
    value = g["v"] + g["k"]
    return Solution(
        value,
        f"El valor técnico es {g.money(value, 'v', 'k')}.",
        g.fill(f"{{v}} + {{k}} = {number(value, money=True)}"),
        "Es lo que debe hoy el emisor; el precio sobre ese valor es la paridad.",
        ("valor residual más intereses corridos",),
    )


def _accrued(g: Given) -> Solution:
    face, days = face_of(g), g.quantity("n").days
    base = int(g["x"]) if "x" in g and g["x"] in (360, 365) else 360
    other = 365 if base == 360 else 360
    value = face * g.rate("c") * days / base
    return Solution(
        value,
        f"Los intereses corridos son {g.money(value, 'v')}; el valor técnico, {g.money(face + value, 'v')}.",
        f"{number(face)} × {g.shown('c')} % × {number(days)} / {base} = {number(value, money=True)}",
        "El comprador se los paga al vendedor, que tuvo el bono esos días.",
        (f"base de {base} días; con {other} serían {g.money(value * base / other, 'v')}",),
    )


_RATE_STEP = Input(
    "b",
    "el cambio de la tasa",
    Kind.RATE,
    labels=r"sub\w+|baj\w+|cae\w*|aument\w+|cambi\w+|descien\w+|increment\w+|var\w+|movimiento|suba|baja"
    r"|puntos? basicos?|puntos?",
)
_DURATION_INPUT = Input("d", "la duration", Kind.TIME, above=0, labels=r"duration|duracion|macaulay|modificada|dm|de")

CALCULATORS = (
    bond_calculator(
        "bono_duration",
        "la duration del bono",
        "Σ t·VPₜ / P; Dmod = D / (1 + y)",
        (FACE, COUPON, YEARS, YIELD, *AGAIN),
        _duration,
        rf"(?:{DURATION})\b.*cupon|cupon.*(?:{DURATION})",
        r"convexidad",
    ),
    bond_calculator(
        "rendimiento_corriente",
        "el rendimiento corriente",
        "cupón / precio",
        (
            PRICE,
            Input(
                "k",
                "el cupón en dinero",
                Kind.AMOUNT,
                optional=True,
                labels=r"cupon(?:es)?(?: anual)?|paga|renta|de cupon",
            ),
            Input("c", "el cupón", Kind.RATE, optional=True, labels=r"cupon(?:es)?|paga"),
            FACE,
        ),
        _current,
        r"(?:rendimiento|tasa|yield|renta) corriente|current yield|rendimiento (?:directo|inmediato)",
        r"cuenta corriente",
        (
            r"(?:cotiza|precio|se compra|compra|compre|cuesta|sale|vale|pague)(?: (?:a|de|es|hoy|por|en|mercado))* {p}",
            r"bono a {p}",
            r"paga(?: (?:un|una|de))* {k}",
            r"{k} (?:de|en) cupon(?:es)?",
            r"cupon(?:es)?(?: (?:anual|de|es))* {k}",
            r"sobre (?:un |el |valor |nominal |de )*{v}",
        ),
    ),
    bond_calculator(
        "duration_modificada",
        "la duration modificada",
        "D / (1 + y)",
        (_DURATION_INPUT, YIELD),
        _modified,
        r"(?:duration|duracion) (?:de macaulay|modificada).*modificada|.*(?:duration|duracion) modificada"
        r"|modificada.*macaulay"
        r"|macaulay.*modificada|(?:duration|duracion)\b.*\bmodificada",
        r"cupon|cuanto (?:cae|baja|sube|varia|cambia)|puntos?|modificada(?: (?:es|de|del bono|un bono|igual a))* [#@]",
    ),
    bond_calculator(
        "sensibilidad_bono",
        "el cambio de precio del bono",
        "ΔP/P ≈ −Dmod·Δy",
        (
            _DURATION_INPUT,
            _RATE_STEP,
            Input(
                "p", "el precio", Kind.AMOUNT, optional=True, above=0, labels=r"cotiza\w*|precio|vale|cuesta|esta en"
            ),
            Input("y", "el rendimiento", Kind.RATE, optional=True, labels=r"tir|rendimiento|ytm"),
        ),
        _sensitivity,
        rf"(?:{DURATION})\b.*(?:puntos?|tasas?|rendimientos?|baj\w+|sub\w+|cae)|(?:tasas?|rendimientos?|sub\w+"
        rf"|baj\w+).*(?:{DURATION})",
        r"cupon|convexidad|(?:cuanto|calcul\w+|cual)(?: [a-z]+){0,4} modificada",
        (r"{b} puntos?", r"(?:sub\w+|baj\w+|cae\w*|aument\w+)(?: (?:en|un|la tasa|las tasas))* {b}"),
    ),
    bond_calculator(
        "paridad_bono",
        "la paridad del bono",
        "precio / valor técnico × 100",
        (
            Input("p", "el precio", Kind.AMOUNT, above=0, labels=PRICE.labels),
            Input("t", "el valor técnico", Kind.AMOUNT, above=0, labels=r"valor tecnico|tecnico|vt"),
        ),
        _parity,
        r"valor tecnico|paridad(?=.*\bbono)|\bbono.*paridad",
        r"%\d|corridos|tipo de cambio|\bppa\b|poder|importacion|exportacion",
        (r"valor tecnico(?: (?:de|es|vale))* {t}", r"(?:cotiza|precio|vale|cuesta)(?: (?:a|de|es))* {p}"),
    ),
    bond_calculator(
        "valor_tecnico",
        "el valor técnico del bono",
        "residual + intereses corridos",
        (
            Input("v", "el valor residual", Kind.AMOUNT, above=0, labels=r"(?:valor )?residual|capital|nominal"),
            Input(
                "k",
                "los intereses corridos",
                Kind.AMOUNT,
                labels=r"intereses (?:corridos|devengados)|corridos|devengados|interes",
            ),
        ),
        _technical,
        r"valor tecnico",
        r"%\d|paridad|precio|cotiza",
    ),
    bond_calculator(
        "intereses_corridos",
        "los intereses corridos del bono",
        "VN·c·d / 360",
        (
            FACE,
            COUPON,
            Input(
                "n",
                "los días corridos",
                Kind.TIME,
                labels=r"a los|pasaron|hace|despues de|luego de|llevan|transcurrieron",
            ),
            Input(
                "x",
                "los días del año",
                Kind.NUMBER,
                optional=True,
                labels=r"base|ano(?: comercial| civil)?(?: de)?|sobre",
            ),
        ),
        _accrued,
        r"interes(?:es)? (?:corridos?|devengados?)(?=.*(?:bono|cupon))|cupon corrido|(?:bono"
        r"|cupon).*interes\w* corrid\w+",
        r"plazo fijo|^(?!.*%)",
        (r"(?:bono|nominal|vn)(?: de)? {v}",),
    ),
)
