"""Bonos: lo que paga un cupón, lo que corrió de él, y el precio con y sin intereses corridos."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas.bonds import bond_calculator, coupons_a_year
from ecobot_tui.economics.calculators.given import Given, number
from ecobot_tui.economics.calculators.identities import Magnitude, System, calculator, rule
from ecobot_tui.economics.calculators.model import Input, Kind, Solution

AREA = "Proyectos y bonos"


def _accrued_of_coupon(g: Given) -> Solution:
    days = g.quantity("n").days
    if "m" in g:
        whole = g.quantity("m").days
    else:
        whole = (
            180.0 if "semestr" in g.text else 90.0 if "trimestr" in g.text else 30.0 if "mensual" in g.text else 360.0
        )
    if days > whole:
        raise CalculationError("Los días que pasaron no pueden ser más que los del período del cupón.")
    value = g["k"] * days / whole
    return Solution(
        value,
        f"Los intereses corridos son {g.money(value, 'k')}.",
        f"{g.shown('k')} × {number(days)} / {number(whole)} = {number(value, money=True)}",
        "El comprador se los paga al vendedor, que tuvo el bono esos días.",
        (f"meses de 30 días, y {number(whole)} días de un cupón al otro",),
    )


def _coupon_paid(g: Given) -> Solution:
    times = coupons_a_year(g)
    yearly = g["v"] * g.rate("c")
    each = yearly / times
    by_year = rx.search(r"(?:por|al|en (?:el|un)) ano\b|cuanto(?: [a-z]+){0,3} anual", g.text) is not None
    value = yearly if by_year else each
    also = f"; por año son {g.money(yearly, 'v')}" if times > 1 else ""
    divided = f" / {times}" if times > 1 else ""
    return Solution(
        value,
        f"Cada cupón paga {g.money(each, 'v')}{also}.",
        f"{g.shown('v')} × {g.shown('c')} %{divided} = {number(each, money=True)}",
        "El cupón se calcula sobre el valor nominal, aunque el bono se haya comprado más barato o más caro.",
        ("la tasa del cupón es anual",),
    )


PRICES = System(
    id="precio_limpio_y_sucio",
    name="el precio limpio y el sucio",
    area=AREA,
    formula="precio sucio = precio limpio + intereses corridos",
    magnitudes=(
        Magnitude(
            "s",
            "sucio",
            "el precio sucio",
            r"(?:precio )?(?:sucio|dirty)(?: price)?|precio (?:total|con intereses(?: corridos)?|con cupon corrido)",
            meaning="Es lo que de verdad se paga por el bono.",
            asked=r"cuanto (?:se )?(?:paga|pago|desembols\w+)",
        ),
        Magnitude(
            "l",
            "limpio",
            "el precio limpio",
            r"(?:precio )?(?:limpio|clean)(?: price)?|precio (?:sin intereses(?: corridos)?|sin cupon corrido)",
            meaning="Es el precio sin lo que ya se devengó del próximo cupón.",
        ),
        Magnitude(
            "k",
            "corridos",
            "los intereses corridos",
            r"interes(?:es)? (?:corridos?|devengados?)|cupon corrido|corridos?|devengados?",
        ),
    ),
    rules=(
        rule("s", "{l} + {k}", lambda clean, accrued: clean + accrued),
        rule("l", "{s} − {k}", lambda s, k: s - k),
        rule("k", "{s} − {l}", lambda s, clean: s - clean),
    ),
    keys="limpio sucio clean dirty",
    names=r"^(?=.*\b(?:limpio|clean|sucio|dirty)\b)(?=.*\b(?:precio|corrido|corridos|price|bono|interes\w*)\b).*",
    unless=r"%\d|@\d",
    default="s l",
    assumptions=("todo por el mismo valor nominal",),
)

CALCULATORS = (
    bond_calculator(
        "intereses_corridos_del_cupon",
        "los intereses corridos del cupón",
        "cupón × días corridos / días del período",
        (
            Input(
                "k",
                "el cupón",
                Kind.AMOUNT,
                above=0,
                labels=r"cupon(?:es)?(?: (?:semestral|anual|trimestral|de|es|por))*|paga\w*|renta",
            ),
            Input(
                "n",
                "lo que pasó desde el último cupón",
                Kind.TIME,
                labels=r"pasaron|corrieron|transcurr\w+|llev\w+|hace|desde|despues de|ya|luego de|a los",
            ),
            Input(
                "m",
                "el período del cupón",
                Kind.TIME,
                optional=True,
                labels=r"de(?: los| un)?(?: total de)?|sobre|periodo(?: es)?(?: de)?|cada|en total|cupon de",
            ),
            Input("v", "el valor nominal", Kind.AMOUNT, optional=True, labels=r"nominal\w*|vn|bono de|valor nominal"),
        ),
        _accrued_of_coupon,
        r"interes(?:es)? (?:corridos?|devengados?)(?=.*(?:bono|cupon))|cupon(?:es)? corridos?"
        r"|(?:bono|cupon).*(?:interes\w* corrid\w+|corrid\w+)",
        r"%\d|plazo fijo|limpio|sucio|tecnico",
        (
            r"bono (?:de|por) {v}",
            r"{v} (?:nominales|de valor nominal)",
            r"(?:pas\w+|corrieron|transcurr\w+|llev\w+|hace)(?: (?:ya|solo|apenas|unos))* {n}",
            r"{n} (?:de|sobre)(?: (?:los|un|periodo|total|de))* {m}",
            r"cada {m}",
            r"periodo(?: (?:de|es|completo|tiene))* {m}",
        ),
    ),
    bond_calculator(
        "renta_del_cupon",
        "el monto del cupón",
        "VN × cupón",
        (
            Input("v", "el valor nominal", Kind.AMOUNT, above=0),
            Input("c", "el cupón", Kind.RATE, above=-0.001),
        ),
        _coupon_paid,
        r"^(?=.*(?:bono|cupon|obligacion|titulo))(?=.*(?:cuant[oa]s?|que (?:monto|plata|renta|interes))(?: [a-z]+){0,4}"
        r" (?:cobr\w+|pag\w+|recib\w+|renta|intereses|interes|cupon)).*",
        r"@\d+ ano|rendimiento|tir\b|precio|cotiza|exig|mercado|corrid|duration|paridad|[$#]\d.*[$#]\d|%\d.*%\d"
        r"|vale hoy|valor actual|comprar",
    ),
    calculator(PRICES),
)
