"""Microeconomía: la función de producción de un solo factor: el total, el medio, el marginal y el máximo."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas.curve_inputs import AREA
from ecobot_tui.economics.calculators.given import Given, number
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading

_MARKER = r"\bzg(?P<kind>[lr]) (?P<letter>\w) #(?P<first>\d+)"


def _place(reading: Reading) -> dict[str, list[int]] | None:
    found = rx.search(_MARKER, reading.text)
    if found is None or any(one.mark not in "$#@" for one in reading.quantities):
        return None
    first = int(found["first"])
    symbols = "abcd" if found["kind"] == "l" else "ab"
    places = {symbol: [first + place] for place, symbol in enumerate(symbols)}
    rest = [place for place in range(len(reading.quantities)) if not first <= place < first + len(symbols)]
    if len(rest) > 1:
        return None
    return places | ({"x": rest} if rest else {})


def _total(g: Given, x: float) -> float:
    if "c" in g:
        return g["a"] + x * (g["b"] + x * (g["c"] + x * g["d"]))
    return float(g["a"] * x ** g["b"])


def _marginal(g: Given, x: float) -> float:
    if "c" in g:
        return g["b"] + x * (2 * g["c"] + x * 3 * g["d"])
    if x <= 0:
        raise CalculationError("La cantidad del factor tiene que ser mayor que 0.")
    return float(g["a"] * g["b"] * x ** (g["b"] - 1))


def _most(g: Given) -> float:
    """Return where the total is greatest: where the marginal product falls to zero."""
    a, b, c = 3 * g["d"], 2 * g["c"], g["b"]
    if a == 0 and b < 0:
        return -c / b
    inside = b * b - 4 * a * c
    if a == 0 or inside < 0:
        raise CalculationError("Con esa función la producción no tiene un máximo: revisá los signos.")
    place = float((-b - inside**0.5) / (2 * a))
    if place <= 0 or a > 0:
        raise CalculationError("Con esa función la producción no tiene un máximo: revisá los signos.")
    return place


def _work(g: Given) -> Solution:
    found = rx.search(_MARKER, g.text)
    letter = found["letter"].upper() if found else "L"
    if "x" not in g:
        if "c" not in g or not rx.search(r"maxim", g.text):
            raise CalculationError(f"Para eso me falta un dato: ¿cuánto vale {letter}?")
        place = _most(g)
        return Solution(
            place,
            f"La producción es máxima con {letter} = {number(place)}, y ahí vale {number(_total(g, place))}.",
            f"PMg = 0 ⇒ {letter} = {number(place)}",
            "De ahí en más cada unidad del factor resta: el producto marginal es negativo.",
            ("los demás factores no cambian",),
        )
    x = g["x"]
    total, marginal = _total(g, x), _marginal(g, x)
    if x == 0:
        raise CalculationError("La cantidad del factor tiene que ser mayor que 0.")
    mean = total / x
    said = {
        "marginal": (marginal, f"El producto marginal con {letter} = {number(x)} es {number(marginal)}"),
        "medio": (mean, f"El producto medio con {letter} = {number(x)} es {number(mean)}"),
        "total": (total, f"La producción con {letter} = {number(x)} es {number(total)}"),
    }
    hits = [(hit.start(), name) for name, words in _ASKED.items() if (hit := rx.search(words, g.text))]
    asked = [name for _, name in sorted(hits)] or ["total"]
    also = [text for name, (_, text) in said.items() if name in asked[1:]]
    value, first = said[asked[0]]
    return Solution(
        value,
        f"{'; '.join([first, *(text[:1].lower() + text[1:] for text in also)])}.",
        f"PT = {number(total)} ; PMe = {number(total)} / {number(x)} = {number(mean)} ; PMg = {number(marginal)}",
        "Producir con una unidad más del factor agrega el producto marginal"
        + ("; como es menor que el medio, el promedio baja." if marginal < mean else "; hace subir el promedio."),
        ("los demás factores no cambian",),
    )


_ASKED = {
    "marginal": r"marginal|pmg",
    "medio": r"medi[ao]\b|promedio|pme\b|pmel\b",
    "total": r"cuanto (?:se )?produ|produccion total|producto total|cuant[oa]s unidades",
}

CALCULATORS = (
    Calculator(
        id="produccion_de_un_factor",
        name="la producción con un solo factor",
        area=AREA,
        formula="PMe = Q / L ; PMg = dQ/dL",
        inputs=(
            Input("a", "el primer coeficiente", Kind.NUMBER),
            Input("b", "el segundo coeficiente", Kind.NUMBER),
            Input("c", "el tercer coeficiente", Kind.NUMBER, optional=True),
            Input("d", "el cuarto coeficiente", Kind.NUMBER, optional=True),
            Input("x", "la cantidad del factor", Kind.TIME, above=-1e-9, optional=True),
        ),
        keys="zgl zgr",
        needs="zgl zgr",
        when=(),
        names=r"^(?=.*\bzg[lr] ).*",
        unless=r"%\d|precio|salario|\bw\b",
        wordings=(),
        place=_place,
        work=_work,
        asks=False,
    ),
)
