"""Macroeconomía: fórmulas que la pregunta trae escritas, con sus datos: IS-LM, Phillips, Taylor, consumo y ahorro."""

import re

import msgspec

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.equations import Equation, Term, read_equations, solve_equations
from ecobot_tui.economics.calculators.given import Given, number
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.words import fold

AREA = "Macroeconomía"
_LABELS = tuple(
    (re.compile(rf"\b(?:{source})\b"), tuple(symbols.split()))
    for source, symbols in (
        (r"(?:inflacion )?(?:esperada|prevista|anticipada)|expectativas?(?: de inflacion)?", "πe pie pe"),
        (r"(?:meta|objetivo)(?: de(?: la)? inflacion)?|inflacion (?:meta|objetivo)", "π* pi* πm p*"),
        (r"inflacion", "π pi inf p"),
        (r"brecha(?: (?:del?|de) (?:producto|pbi|pib))?", "brecha gap y x h"),
        (r"(?:desempleo|desocupacion|tasa) natural|natural|nairu", "un u* uN u_n u0 r*"),
        (r"(?:tasa )?(?:real )?(?:neutral|de equilibrio)|tasa real neutral|tasa natural de interes", "r* r"),
        (r"desempleo|desocupacion|paro", "u U"),
        (r"(?:ingreso|renta)s? disponibles?", "Yd YD yd Y"),
        (r"ingreso|renta|producto|pbi|pib|produccion", "Y y Q"),
        (r"consum\w+", "C c"),
        (r"ahorr\w+", "S s"),
        (r"inversion|inviert\w+", "I i"),
        (r"gasto(?: publico)?", "G g"),
        (r"impuestos?|tributos", "T t"),
        (r"transferencias", "TR Tr R"),
        (r"exportaciones", "X x"),
        (r"importaciones", "M m"),
        (r"(?:tasa|tipo) (?:de interes )?real|interes real", "r R i"),
        (r"(?:tasa|tipo)(?: de (?:interes|politica|referencia))?(?: nominal)?|interes", "i r R"),
        (r"deuda(?: (?:inicial|actual|publica))?", "d b B D"),
        (r"deuda (?:siguiente|final|nueva)|llega", "d' b' d1 b1"),
        (r"(?:superavit|resultado)(?: primario)?", "sp s p"),
        (r"crecimiento", "g n"),
        (r"(?:cantidad de )?dinero|oferta monetaria|oferta real de dinero", "M Ms MO m"),
        (r"precios?|nivel de precios", "P p"),
        (r"capital", "K k"),
        (r"trabaj\w+", "L N"),
        (r"exportaciones netas|saldo comercial", "XN NX"),
    )
)
_ASKING = re.compile(r"\b(?:cuant[oa]s?|cual(?:es)?|calcul\w*|hall\w+|determin\w+|obten\w+|encontr\w+|que|sac\w+)\b")
_MOST_TOLD = 6


class _Worked(msgspec.Struct, frozen=True):
    values: dict[str, float]
    asked: str
    told: tuple[str, ...]
    formulas: tuple[str, ...]
    in_percent: bool


_LAST: dict[str, _Worked] = {}
"""What the formulas of the last question give, by its folded text: that text, which is all that `work` gets to see, has
lost their signs. `place` is always asked just before."""


def _candidates(words: str, names: frozenset[str]) -> list[tuple[int, int, str]]:
    """Return the names that words stand for, each with where the words end and how many letters they have."""
    found: list[tuple[int, int, str]] = []
    for pattern, symbols in _LABELS:
        symbol = next((one for one in symbols if one in names), None)
        if symbol is not None:
            found += [(one.end(), one.end() - one.start(), symbol) for one in pattern.finditer(words)]
    return found


def _named_before(words: str, names: frozenset[str]) -> str | None:
    """Return the name of a number by what stands before it: «si u es», «la inflación esperada es de»."""
    letter = rx.search(
        r"([A-Za-zπ]\w?[*']?)\s+(?:es|vale|de|a|igual a|sube a|fuera|son|=)?\s*(?:de\s+)?(?:[-−–+$]\s?)?$", words
    )
    if letter is not None and letter[1] in names:
        return letter[1]
    found = _candidates(fold(words), names)
    for name in names:
        if len(name) > 3 and (at := words.lower().rfind(name)) >= 0:
            found.append((at + len(name), len(name), name))
    return max(found)[2] if found else None


def _values(reading: Reading, equations: list[Equation], names: frozenset[str]) -> dict[str, tuple[float, bool]] | None:
    """Return the data that are told in words, each with whether it is a percentage; None where one has no name."""
    told: dict[str, tuple[float, bool]] = {}
    end = 0
    for one in reading.quantities:
        start = one.number.start
        inside = next((found for found in equations if found.start <= start < found.end), None)
        if inside is not None:
            end = inside.end
            continue
        name = _named_before(reading.question[max(end, start - 60) : start], names - told.keys())
        year = one.mark == "#" and 1900 <= one.value <= 2100 and one.number.reading is None
        if name is None and not year and one.mark != "@":
            return None
        if name is not None:
            told[name] = one.value, one.mark == "%"
        end = one.number.end
    return told


def _multiplied(term: Term) -> frozenset[str]:
    """Return the names that stand in a product with other names, or beside a 1: their percentages are shares."""
    found = frozenset[str]().union(*map(_multiplied, term.parts))
    if term.sign in "*/" and all(one.names() for one in term.parts):
        return found | term.names()
    if term.sign in "+-" and any(one.sign == "#" and one.value == 1 for one in term.parts):
        return found | term.names()
    return found


def _shares(term: Term) -> Term:
    """Return a term with its percentages as shares."""
    if term.sign == "%":
        return Term("#", value=term.value / 100)
    return msgspec.structs.replace(term, parts=tuple(map(_shares, term.parts))) if term.parts else term


def _name(symbol: str) -> Term:
    return Term("n", name=symbol)


def _implied(text: str, names: frozenset[str]) -> frozenset[str]:
    """Return the names that no formula holds and words may still give or ask: saving, and the quantity of money."""
    more = {"S"} if "C" in names and rx.search(r"\bahorr", text) else set()
    if "L" in names and rx.search(r"dinero|monetaria", text) and not names & {"M", "MO", "Ms"}:
        more.add("M")
    return frozenset(more)


def _identities(equations: list[Equation], names: frozenset[str], told: frozenset[str]) -> list[Equation]:
    """Return what everybody takes for granted: Y = C + I + G + X − M, Yd = Y − T, S = Y − C."""
    defined = told | {one.left.name for one in equations if one.left.sign == "n"}
    more: list[Equation] = []
    disposable = next((one for one in ("Yd", "YD") if one in names), None)
    lacks = len(equations) < len(names - told) or "Y" not in defined
    if "C" in defined and "Y" not in told and lacks and {"I", "G"} & defined and disposable not in told:
        total = _name("C")
        for symbol in ("I", "G", "X", "XN", "NX"):
            if symbol in defined:
                total = Term("+", parts=(total, _name(symbol)))
        if "M" in defined and "X" in defined:
            total = Term("-", parts=(total, _name("M")))
        more.append(Equation(_name("Y"), total))
    if disposable is not None and disposable not in defined:
        income = Term("-", parts=(_name("Y"), _name("T"))) if "T" in defined else _name("Y")
        if "TR" in defined:
            income = Term("+", parts=(income, _name("TR")))
        more.append(Equation(_name(disposable), income))
    if "C" in defined and "S" in names and not any("S" in one.names for one in equations):
        more.append(Equation(_name("S"), Term("-", parts=(_name(disposable or "Y"), _name("C")))))
    if "L" in defined and "M" in names and not any("M" in one.names for one in equations):
        real = Term("/", parts=(_name("M"), _name("P"))) if "P" in defined else _name("M")
        more.append(Equation(_name("L"), real))
    return more


def _asked(text: str, solved: tuple[str, ...]) -> str | None:
    """Return the name that is asked first."""
    for found in _ASKING.finditer(text):
        clause = text[found.end() :].partition("#")[0].partition("%")[0][:80]
        candidates = sorted((end, symbol) for end, _, symbol in _candidates(clause, frozenset(solved)))
        if candidates:
            return candidates[0][1]
    return None


def _place(reading: Reading) -> dict[str, list[int]] | None:
    equations = read_equations(reading.question)
    if not equations or not any(one.right.names() for one in equations):
        return None
    names = frozenset[str]().union(*(one.names for one in equations))
    names |= _implied(reading.text, names)
    told = _values(reading, equations, names)
    if told is None:
        return None
    formulas = tuple(reading.question[one.start : one.end].strip() for one in equations if one.right.names())
    shared = frozenset[str]().union(*(_multiplied(one.left) | _multiplied(one.right) for one in equations))
    given = {one.left.name for one in equations if one.right.sign == "%"} | {
        one for one, (_, rate) in told.items() if rate
    }
    in_percent = bool(given & shared)
    if in_percent:
        equations = [msgspec.structs.replace(one, right=_shares(one.right)) for one in equations]
    start = {name: value / 100 if rate and in_percent else value for name, (value, rate) in told.items()}
    equations += _identities(equations, names, frozenset(start))
    values = solve_equations(equations, start)
    constants = {one.left.name for one in equations if not one.right.names()} | start.keys()
    solved = tuple(one for one in _in_order(equations) if one in values and one not in constants)
    if not solved:
        return None
    asked = _asked(reading.text, solved) or solved[0]
    _LAST.clear()
    _LAST[reading.text] = _Worked(values, asked, solved, formulas, in_percent)
    return {"x": list(range(len(reading.quantities)))}


def _in_order(equations: list[Equation]) -> list[str]:
    """Return all names, those on the left of an equation first."""
    left = [one.left.name for one in equations if one.left.sign == "n"]
    return list(dict.fromkeys([*left, *sorted(frozenset[str]().union(*(one.names for one in equations)))]))


def _work(g: Given) -> Solution:
    worked = _LAST.get(g.text)
    if worked is None:
        raise CalculationError("No pude leer esa fórmula: escribila con sus datos, como Y = 100 + 0,8Y.")
    order = [worked.asked, *(one for one in worked.told if one != worked.asked)][:_MOST_TOLD]
    value = worked.values[worked.asked]

    def shown(symbol: str) -> str:
        one = worked.values[symbol]
        percentage = worked.in_percent and abs(one) <= 2
        return f"{symbol} = {number(one)}" + (f" ({number(100 * one)} %)" if percentage else "")

    data = ", ".join(f"{name} = {number(one)}" for name, one in worked.values.items() if name not in worked.told)
    return Solution(
        value,
        "; ".join(map(shown, order)) + ".",
        f"{' ; '.join(worked.formulas)}{', con ' if data else ''}{data} → {worked.asked} = {number(value)}",
        "Con esos valores se cumplen todas las ecuaciones a la vez."
        if len(worked.formulas) > 1
        else "Sale de reemplazar los datos en la fórmula.",
    )


CALCULATORS = (
    Calculator(
        id="formula_dada",
        name="el resultado de la fórmula",
        area=AREA,
        formula="la que trae la pregunta",
        inputs=(Input("x", "los datos", Kind.AMOUNT, many=True),),
        keys="formula ecuacion modelo funcion",
        names=(
            r"demanda de dinero|calcular|calcula|hallar|halla|resolver|despejar|taylor|phillips|recta|regresion"
            r"|predi[cj]\w+"
            r"|estim\w+|pronost\w+|\blm\b|funcion|formula"
            r"|ecuacion\w*|modelo|curva|regla|equilibrio|solow|okun|\bis ,|consumo|ahorro"
            r"|inversion|inflacion|deuda|ingreso|producto|tasa"
        ),
        when=(),
        unless=r"\bz[dsci][qptmev] |demanda de (?!dinero)|oferta de (?!dinero)|utilidad|costo|\bcmg|produccion",
        wordings=(),
        work=_work,
        asks=False,
        place=_place,
    ),
)
