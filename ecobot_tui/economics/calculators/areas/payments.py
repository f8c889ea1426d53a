"""Sector externo: el balance de pagos contado en palabras: cuenta corriente, cuenta financiera, errores y reservas."""

import re
from collections.abc import Callable
from functools import lru_cache

import msgspec

from ecobot_tui.economics.calculators.given import Given, Incomplete, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Quantity, Reading
from ecobot_tui.economics.calculators.story import Places, Story, asked_in

AREA = "Sector externo"
_GOODS = r"(?:de |en )?(?:bienes|mercancias|mercaderias)"
_ACCOUNTS: tuple[tuple[str, str, str], ...] = (
    # The longer of two names that overlap counts; of equal ones, the first.
    ("xs", "la exportación de servicios", r"export\w+ (?:de )?servicios|servicios exportados|servicios vendidos"),
    ("ms", "la importación de servicios", r"import\w+ (?:de )?servicios|servicios importados|servicios comprados"),
    ("x", "la exportación de bienes", rf"(?:export\w+|ventas externas|vend\w+)(?: {_GOODS})?"),
    ("m", "la importación de bienes", rf"(?:import\w+|compras externas|compr\w+)(?: {_GOODS})?"),
    (
        "b",
        "el saldo de bienes",
        rf"balanza (?:comercial(?: {_GOODS})?|{_GOODS})|(?:saldo|resultado|superavit|deficit) comercial|{_GOODS}"
        r"|comercial",
    ),
    ("s", "el saldo de servicios", r"(?:balanza|cuenta|saldo|turismo)?(?: de)? ?servicios(?: reales)?"),
    (
        "p",
        "el ingreso primario",
        r"(?:ingresos?|rentas?) primari[oa]s?|rentas?(?: de (?:la )?inversion)?|intereses(?: y (?:utilidades"
        r"|dividendos))?|utilidades(?: y dividendos)?|dividendos",
    ),
    (
        "t",
        "el ingreso secundario",
        r"(?:ingresos?|rentas?) secundari[oa]s?|transferencias(?: (?:corrientes|unilaterales))?|remesas|donaciones",
    ),
    ("c", "el saldo de la cuenta corriente", r"cuenta corriente|\bcc\b"),
    ("k", "la cuenta de capital", r"cuenta (?:de )?capital\b|\bck\b"),
    (
        "f",
        "la cuenta financiera",
        r"cuenta (?:de capital y )?financiera|cuenta financiera y de capital|capital y financiera|(?:entrada|ingreso"
        r"|salida|fuga|flujo)s?(?: neto| neta)?s? de (?:capital(?:es)?|fondos|divisas financieras)|capitales|\bcf\b"
        r"|financiamiento(?: externo)?|endeudamiento(?: externo)?",
    ),
    ("e", "los errores y omisiones", r"errores(?: (?:y|e) omisiones)?|omisiones|\beyo\b"),
    (
        "r",
        "la variación de las reservas",
        r"(?:variacion|cambio|aumento|caida|perdida|acumulacion) de (?:las )?reservas(?: internacionales)?"
        r"|reservas(?: (?:internacionales|del banco central|brutas|netas))*",
    ),
    ("y", "el PBI", r"\bpbi\b|\bpib\b|producto(?: bruto| interno)*"),
)
_NAMES = {symbol: name for symbol, name, _ in _ACCOUNTS}
_ANY = re.compile("|".join(rf"(?P<{symbol}>\b(?:{words}))(?![a-z])" for symbol, _, words in _ACCOUNTS))
_SIGN = re.compile(
    r"\b(?:(?P<minus>deficit\w*|salid\w*|salier\w+|salio|sale\b|egres\w+|negativ\w+|pag[aou]\w*|ca(?:e|en|yo|yeron|ida)\b"
    r"|baj\w+|disminu\w+|perd\w+|pierd\w+|reduj\w+|fug\w+|rojo|descend\w+|adver\w+)"
    r"|(?P<plus>superavit\w*|entr\w+|ingres(?:o|a|an|aron|os)\b|positiv\w+|sub\w+|aument\w+|crec\w+|gan\w+|cobr\w+"
    r"|favorabl\w+|acumul\w+))(?! (?:primari|secundari))"
)
_RIGHT_AFTER = re.compile(r" (?:(?:millones|dolares|usd|pesos|de|del|en|por|la|el|los|las|concepto|cuanto|a) )*")
_SAID_AFTER = re.compile(r" (?:(?:millones|dolares|usd|de) )*(?:de )?(?P<said>deficit|superavit|negativ\w+)")
_BALANCE = re.compile(r"\b(?:saldo|balanza|cuenta|superavit|deficit|resultado|neto|netos)\b")
_LEVEL = re.compile(r"\breservas(?: [a-z]+){0,3} (?:eran|estaban|ascendian|iniciales|partian|arrancaron)\b")
_LEFT = re.compile(r"\b(?:qued\w+|termin\w+|nivel|final(?:es)?|cierran|cerraron)\b")
_CONSTANT = re.compile(
    r"reservas(?: [a-z]+){0,3} (?:no (?:cambian|varian|se mueven|variaron|cambiaron)|constantes|estables|iguales)"
    r"|(?:no (?:cambian|varian|variaron|cambiaron|usa|pierde|tocar|toca)|sin (?:usar|tocar|perder|cambiar))"
    r"(?: [a-z]+){0,2} reservas"
)
_UNSIGNED = ("x", "xs", "m", "ms", "l", "y")
_CURRENT = ("b", "s", "p", "t")


class _Told(msgspec.Struct, frozen=True):
    """What a question asks of a balance of payments, with the places of what it tells, by account and sign."""

    asked: str
    places: dict[str, list[int]]
    is_level: bool = False


@lru_cache(maxsize=16)
def _read(reading: Reading) -> _Told | None:
    story = Story(reading)
    if any(one.mark not in "$#" for one in reading.quantities):
        return None
    places: Places = {}
    since, side = 0, ""
    for place in range(len(reading.quantities)):
        if place in story.years:
            continue
        start, end = reading.slots[place]
        lead = reading.text[since:start]
        tail = story.after(place)
        gap = _RIGHT_AFTER.match(tail)
        behind = _ANY.match(tail, gap.end()) if gap else None
        before = list(_ANY.finditer(lead))
        since = end
        if behind is not None and not (behind.lastgroup in {"y", "r"} and before):
            symbol, since = behind.lastgroup or "", end + behind.end()
        elif before:
            symbol = before[-1].lastgroup or ""
        else:
            return None
        if symbol in ("x", "m", "xs", "ms"):
            side = symbol[0]
        elif symbol in ("b", "s") and side and story.value(place) > 0 and not _BALANCE.search(lead):
            # «Se importan bienes por 90 y servicios por 25»: both are imports.
            symbol = side if symbol == "b" else f"{side}s"
        if symbol == "r" and _LEVEL.search(lead):
            symbol = "l"
        signs = list(_SIGN.finditer(lead))
        after = _SAID_AFTER.match(tail)
        minus = after["said"] != "superavit" if after else bool(signs) and signs[-1]["minus"] is not None
        if minus and symbol not in _UNSIGNED and story.value(place) > 0:
            symbol += "n"
        places.setdefault(symbol, []).append(place)
    asked = _asked(reading, {symbol.removesuffix("n") for symbol in places})
    return _Told(asked, places, "l" in places and _LEFT.search(reading.text) is not None) if asked else None


def _asked(reading: Reading, given: set[str]) -> str:
    """Return the account that is asked for: named after the last number, or else where the question word is."""
    if given == {"c", "y"}:
        return "y"
    last = reading.slots[-1][1]
    story = Story(reading)
    for text in (story.asked, reading.text[last:], reading.text):
        found = [one.lastgroup or "" for one in _ANY.finditer(text)]
        free = [symbol for symbol in found if symbol not in given]
        if free and free[0] != "y":
            return free[0]
    return ""


def _asks(identifier: str) -> Callable[[Reading], Places | None]:
    def place(reading: Reading) -> Places | None:
        told = _read(reading)
        if told is None or _identifier(told, reading.text) != identifier:
            return None
        return told.places

    return place


def _identifier(told: _Told, text: str) -> str:
    given = {symbol.removesuffix("n") for symbol in told.places}
    if told.asked == "y":
        return "cuenta_corriente_sobre_pbi"
    parts = given & {*_CURRENT, "x", "m", "xs", "ms"}
    if told.asked == "c" and parts and not given & {"f", "r", "l"}:
        return "cuenta_corriente"
    beyond = given & {"c", "k", "f", "e", "r", "l"}
    if told.asked in ("b", *_CURRENT) and "c" in given and parts:
        return "cuenta_corriente"
    if told.asked in ("c", "k", "f", "e", "r") and beyond and (len(given) > 1 or _CONSTANT.search(text)):
        return "balance_de_pagos"
    return ""


_SYMBOLS = (*(symbol for symbol, _, _ in _ACCOUNTS), "l")
_MILLION = 1e6


class _Books:
    """The accounts of a question, each with its sign, all in one unit."""

    def __init__(self, g: Given) -> None:
        self.unit = _unit(g)
        self.values: dict[str, float] = {}
        for symbol in _SYMBOLS:
            for name, sign in ((symbol, 1.0), (f"{symbol}n", -1.0)):
                for one in g.quantities(name) if name in g else ():
                    value = one.value / self.unit if self.unit > 1 and one.number.scaled else one.value
                    self.values[symbol] = self.values.get(symbol, 0.0) + sign * value
        for goods, sold, bought in (("b", "x", "m"), ("s", "xs", "ms")):
            if goods not in self.values and {sold, bought} & self.values.keys():
                self.values[goods] = self.values.get(sold, 0.0) - self.values.get(bought, 0.0)
        self.dollars = "dolares" in g.text or any(one.number.currency == "US$" for one in _told_in(g))

    def sum_of(self, *symbols: str) -> float:
        return sum(self.values.get(symbol, 0.0) for symbol in symbols)

    def terms(self, *symbols: str) -> str:
        """Write a sum of accounts with their signs."""
        shown = [self.values[symbol] for symbol in symbols if symbol in self.values]
        return " + ".join(f"({number(one)})" if one < 0 else number(one) for one in shown) or "0"

    def written(self, value: float) -> str:
        sign = "US$ " if self.dollars else ""
        return f"{sign}{number(value)}{' millones' if self.unit > 1 else ''}"


def _told_in(g: Given) -> list[Quantity]:
    names = (name for symbol in _SYMBOLS for name in (symbol, f"{symbol}n"))
    return [one for name in names if name in g for one in g.quantities(name)]


def _unit(g: Given) -> float:
    """Return what is written once for all: in «9.000 millones, 5.500 y 12.000» the millions; 1 where nothing is."""
    told = _told_in(g)
    scaled = [abs(one.value) for one in told if one.number.scaled and abs(one.value) >= _MILLION]
    if not scaled:
        return 1.0
    bare = [abs(one.value) for one in told if not one.number.scaled and one.value]
    thousands = bare and min(scaled) / _MILLION > 1_000 * max(bare)
    return _MILLION * 1_000 if thousands else _MILLION


def _side(value: float) -> str:
    return "superávit" if value > 0 else "déficit" if value < 0 else "equilibrio"


def _current_account(g: Given) -> Solution:
    books = _Books(g)
    if "c" in books.values:
        return _part_of_current(g, books)
    value = books.sum_of(*_CURRENT)
    return Solution(
        value,
        f"El saldo de la cuenta corriente es {books.written(value)} ({_side(value)}).",
        f"{books.terms(*_CURRENT)} = {number(value)}",
        "El país recibe del exterior más de lo que le paga y le presta al resto del mundo."
        if value > 0
        else "El país paga al exterior más de lo que recibe: lo financia con deuda, inversión extranjera o reservas."
        if value < 0
        else "El país no necesita ni da financiamiento externo.",
        ("bienes + servicios + ingreso primario + ingreso secundario; un déficit entra con signo menos",),
    )


def _part_of_current(g: Given, books: _Books) -> Solution:
    """Work out the one part of the current account that is asked for."""
    text = asked_in(g.text) or g.text
    asked = next((one.lastgroup for one in _ANY.finditer(text) if one.lastgroup in _CURRENT), None)
    if asked is None or asked in books.values:
        raise Incomplete("c")
    others = [symbol for symbol in _CURRENT if symbol in books.values]
    value = books.values["c"] - books.sum_of(*others)
    name = _NAMES[asked]
    return Solution(
        value,
        f"{name[:1].upper()}{name[1:]} es {books.written(value)} ({_side(value)}).",
        f"{books.terms('c')} − ({books.terms(*others)}) = {number(value)}",
        "Es lo que falta para llegar al saldo de la cuenta corriente.",
        ("lo que no se nombra vale cero",),
    )


def _asked_account(g: Given, books: _Books) -> str:
    for text in (asked_in(g.text), g.text):
        for one in _ANY.finditer(text):
            symbol = one.lastgroup or ""
            if symbol in ("c", "k", "f", "e", "r") and symbol not in books.values:
                return symbol
    raise Incomplete("r")


def _payments(g: Given) -> Solution:
    books = _Books(g)
    if "r" not in books.values and _CONSTANT.search(g.text):
        books.values["r"] = 0.0
    asked = _asked_account(g, books)
    if "c" not in books.values and any(symbol in books.values for symbol in _CURRENT):
        books.values["c"] = books.sum_of(*_CURRENT)
    sources = tuple(symbol for symbol in ("c", "k", "f", "e") if symbol != asked)
    assumptions = (
        "cuenta corriente + cuenta de capital + cuenta financiera + errores y omisiones = variación de reservas;"
        " en la financiera, positivo es que entran capitales",
    )
    if asked == "r":
        value = books.sum_of(*sources)
        worked = f"{books.terms(*sources)} = {number(value)}"
        verb = "suben" if value > 0 else "bajan" if value < 0 else "no cambian:"
        result = f"Las reservas {verb} {books.written(abs(value))} (variación {books.written(value)})."
        if "l" in books.values:
            level = books.values["l"] + value
            result += f" Quedan en {books.written(level)}."
            worked += f"; {number(books.values['l'])} + {books.terms(*sources)} = {number(level)}"
        return Solution(
            value,
            result,
            worked,
            "Si no alcanzan los capitales que entran, el déficit se paga con reservas; si sobran, se acumulan.",
            assumptions,
        )
    value = books.values.get("r", 0.0) - books.sum_of(*sources)
    name = _NAMES[asked]
    plural = name.startswith("los ")
    return Solution(
        value,
        f"{name[:1].upper()}{name[1:]} {'son' if plural else 'es'} {books.written(value)}"
        f"{'' if asked == 'e' else f' ({_side(value)})'}.",
        f"{books.terms('r')} − ({books.terms(*sources)}) = {number(value)}",
        "Es lo que hace falta para que el balance de pagos cierre.",
        assumptions if "r" in books.values else (*assumptions, "las reservas no cambian"),
    )


def _over_product(g: Given) -> Solution:
    books = _Books(g)
    value = 100 * books.values["c"] / books.values["y"]
    return Solution(
        value,
        f"La cuenta corriente es {percent(value)} del PBI ({_side(value)}).",
        f"{books.terms('c')} / {books.terms('y')} × 100 = {percent(value)}",
        "Compara lo que el país cobra y paga al exterior con el tamaño de su economía.",
        ("los dos valores son del mismo año",),
    )


_INPUTS = tuple(
    Input(symbol, name, Kind.AMOUNT, optional=True)
    for account, title, _ in (*_ACCOUNTS, ("l", "las reservas al inicio", ""))
    for symbol, name in ((account, title), (f"{account}n", f"{title}, en contra"))
)
_ELSEWHERE = r"[%@]\d|banco(?! central)|cheque|descubierto en|ahorro|sucursal|tarjeta|depositos"


def _calculator(identifier: str, name: str, formula: str, work: Callable[[Given], Solution], names: str) -> Calculator:
    return Calculator(
        id=identifier,
        name=name,
        area=AREA,
        formula=formula,
        inputs=_INPUTS,
        keys="corriente financiera omisiones",
        names=names,
        when=(),
        unless=_ELSEWHERE,
        wordings=(),
        work=work,
        place=_asks(identifier),
        asks=False,
    )


CALCULATORS = (
    _calculator(
        "cuenta_corriente",
        "el saldo de la cuenta corriente",
        "bienes + servicios + ingreso primario + ingreso secundario",
        _current_account,
        r"cuenta corriente|\bcc\b(?=.*(?:bienes|comercial|servicios|rentas?|primario))",
    ),
    _calculator(
        "balance_de_pagos",
        "el balance de pagos",
        "ΔR = CC + CK + CF + EyO",
        _payments,
        r"cuenta (?:corriente|financiera|de capital)|balan\w+ de pagos|errores (?:y|e) omisiones"
        r"|reservas(?=.*capitales)|capitales(?=.*reservas)|\bcc\b(?=.*\bcf\b)",
    ),
    _calculator(
        "cuenta_corriente_sobre_pbi",
        "la cuenta corriente sobre el PBI",
        "CC / PBI × 100",
        _over_product,
        r"cuenta corriente",
    ),
)
