"""A question as a story: what stands around each number, and which numbers are rates, amounts, counts and times.

Calculators of everyday money place their numbers with it: «pagué 42.000 con 30 % de descuento» and «cuesta 42.000 con
30 % de descuento» hold the same labels at the same distances, and ask for different things.
"""

import re
from collections.abc import Iterable
from functools import cache, cached_property

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculators.quantities import Quantity, Reading

Places = dict[str, list[int]]

_LIST_GAP = re.compile(r"(?: ?,)?(?: ?(?:y|e|mas|luego|despues))?(?: (?:un|de|del|otro|el))*")
_RATE_BEFORE = re.compile(
    r"\b(?:dej(?:amos|o|ar|aron) el|iva|igv|descuento|recargo|comision|inflacion|aumento|propina|alicuota|tasa"
    r"|iibb|rebaja|tna|paritaria"
    r"|rendimiento|retencion|jubilacion|sindicato)(?: (?:de|del|al|a|fue|es|mensual|anual|un|el|la|interes"
    r"|era|incluido|general|interanual|acumulad[ao]|trimestral|semestral|esperad[ao]|dio|seria|sigue|en|ronda|fuera"
    r"|promedio|mantiene|se|sigu\w+|del ano|fuese))*$"
)
_TO = re.compile(r" (?:a|hasta)(?: los)? ?")
_COMPARED = re.compile(r"\b(?:lo mismo que|igual que|igual a|equivale a|equivalen a|no de)(?: un| el)?$")
_COUNTED = re.compile(
    r" (?:cuotas?|pagos?|personas?|amig[oa]s|comensales|companer[oa]s|herman[oa]s|familias?|soci[oa]s|unidades"
    r"|unidad|horas?|hs|hijos?|veces|empleados?|trabajador\w*|kilos?|kg|litros?|lt?s|docenas?|kilometros|km"
    r"|metros?|m2|partes|viajes|clientes|alumnos|de nosotros|aumentos|subas|incrementos|descuentos|rebajas|bajas)\b"
)
_NAMED_BEFORE = re.compile(
    r"\b(?:talle|modelo|piso|local|aula|departamento|edad|capitulo|pagina|grupo|ley|articulo|art|decreto|numero"
    r"|nro|resolucion|rg|punto|ejercicio|problema|inciso)$"
)
_YEAR_BEFORE = re.compile(
    r"\b(?:en|de|del|desde|a|hasta|ano|entre|y|cerro|fin|fines|diciembre|enero|febrero|marzo|abril|mayo|junio|julio"
    r"|agosto|septiembre|octubre|noviembre|base|ipc|indice|inflacion|para)$"
)
_ASKING = re.compile(
    r"\b(?:cuant[oa]s?|cual(?:es)?|que (?:precio|monto|valor|sueldo|porcentaje|descuento|tasa|suma))\b"
)
_MOST_RATE = 100


class Story:
    """The numbers of one question with the words around them."""

    def __init__(self, reading: Reading) -> None:
        self.text = reading.text
        self.quantities = reading.quantities
        self._slots = reading.slots
        self._question = reading.question

    def before(self, place: int) -> str:
        """Return the words between the number before and this one."""
        start = self._slots[place - 1][1] if place else 0
        return self.text[start : self._slots[place][0]].strip()

    def after(self, place: int) -> str:
        """Return what follows a number up to the next one, from its leading blank on."""
        end = self._slots[place + 1][0] if place + 1 < len(self._slots) else len(self.text)
        return self.text[self._slots[place][1] : end]

    def clause_after(self, place: int) -> str:
        """Return what follows a number up to the next one or to the end of its clause."""
        return self.after(place).partition(" ,")[0]

    def clause_before(self, place: int) -> str:
        """Return what leads to a number from the one before it or from the start of its clause."""
        return self.before(place).rpartition(",")[2].strip()

    def follows(self, place: int, source: str) -> bool:
        """Tell whether a pattern stands right after a number."""
        return _compiled(source).match(self.after(place).lstrip()) is not None

    def leads(self, place: int, source: str) -> bool:
        """Tell whether a pattern stands right before a number."""
        return _compiled(f"(?:{source})$").search(self.before(place)) is not None

    def says(self, source: str) -> bool:
        """Tell whether a pattern is found in the question."""
        return _compiled(source).search(self.text) is not None

    def asks(self, source: str) -> bool:
        """Tell whether a pattern is found in what is asked for."""
        return _compiled(source).search(self.asked) is not None

    def value(self, place: int) -> float:
        """Return a number."""
        return self.quantities[place].value

    @cached_property
    def asked(self) -> str:
        """Return the words after each question word, up to a number or the end of the clause."""
        return asked_in(self.text)

    @cached_property
    def rates(self) -> tuple[int, ...]:
        """The places of the percentages, those included whose sign stands only after the last of a list."""
        found: list[int] = []
        for place in reversed(range(len(self.quantities))):
            if self._is_rate(place, place + 1 in found):
                found.append(place)
        return tuple(reversed(found))

    def _is_rate(self, place: int, next_is: bool) -> bool:
        one = self.quantities[place]
        if one.mark == "%":
            return not _COMPARED.search(self.before(place))
        if one.mark != "#" or abs(one.value) > _MOST_RATE or one.number.scaled:
            return False
        return bool(
            (next_is and _LIST_GAP.fullmatch(self.after(place).rstrip()))
            or (
                _RATE_BEFORE.search(self.before(place))
                and not self.before(place).endswith(" ano")
                and not _COUNTED.match(self.after(place))
                and not self._leads_to_amount(place)
            )
        )

    def _leads_to_amount(self, place: int) -> bool:
        """Tell «aumento de 40 a 50» from «aumento de 40»."""
        following = self.quantities[place + 1 : place + 2]
        if not following or following[0].mark not in "#$" or not self.before(place).endswith(" de"):
            return False
        return _TO.fullmatch(self.after(place)) is not None

    @cached_property
    def counts(self) -> tuple[int, ...]:
        """The places of the plain numbers that count things or people."""
        return tuple(
            place
            for place, one in enumerate(self.quantities)
            if one.mark == "#" and place not in self.rates and self._is_count(place, one)
        )

    def _is_count(self, place: int, one: Quantity) -> bool:
        if _COUNTED.match(self.after(place)):
            return True
        return one.spelled and not one.number.scaled and one.value <= 12

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The places of the plain numbers that name a year, as 2023 does, and the 2 of «el año 2»."""
        return tuple(
            place for place, one in enumerate(self.quantities) if one.mark == "#" and self._is_year(place, one)
        )

    def _is_year(self, place: int, one: Quantity) -> bool:
        if one.number.scaled or one.number.reading is not None:
            return False
        if not self._question[one.number.start : one.number.end].strip().isdigit():
            return False
        if one.value in range(1_900, 2_101):
            return _YEAR_BEFORE.search(self.before(place)) is not None
        return 0 <= one.value <= 12 and rx.search(r"\b(?:ano|periodo)$", self.before(place)) is not None

    @cached_property
    def times(self) -> tuple[int, ...]:
        """The places of the times."""
        return tuple(place for place, one in enumerate(self.quantities) if one.mark == "@")

    @cached_property
    def amounts(self) -> tuple[int, ...]:
        """The places of what may be money."""
        others = {*self.rates, *self.counts, *self.years}
        others.update(place for place in range(len(self.quantities)) if _NAMED_BEFORE.search(self.before(place)))
        marks = enumerate(self.quantities)
        return tuple(place for place, one in marks if one.mark in "$#" and place not in others)

    def sides(
        self, places: Iterable[int], words: dict[str, str], weak: dict[str, str] | None = None
    ) -> dict[str, list[int]] | None:
        """Part numbers by whose words are nearest; `weak` words count only where no others are found.

        A number without any belongs with the one before, or else with the one after it; None where no words are found.
        """
        ordered = list(places)
        behind = [self._bare(place, words) for place in ordered]
        found = [self._side(place, words) or self._side(place, weak or {}) for place in ordered]
        if all(behind) and len(set(behind)) > 1:
            # «12 % nominal, 9 % inflación»: each number stands before its word.
            found = behind
        for position in range(1, len(found)):
            found[position] = found[position] or found[position - 1]
        for position in reversed(range(len(found) - 1)):
            found[position] = found[position] or found[position + 1]
        if not found or not all(found):
            return None
        return {
            symbol: some
            for symbol in words
            if (some := [place for place, side in zip(ordered, found, strict=True) if side == symbol])
        }

    def _side(self, place: int, words: dict[str, str]) -> str:
        """Return whose word is nearest: «5 % de …» first, then the last word before it, then the one right after."""
        after = self.after(place)
        adjectives = r"(?:anual |mensual |interanual |nominal |efectivo |acumulad[oa] )*"
        for symbol, source in words.items():
            if _compiled(rf" {adjectives}(?:de|del|por|en)(?: la| el| los)? {adjectives}(?:{source})").match(after):
                return symbol
        last = [
            (found[-1].end(), symbol)
            for symbol, source in words.items()
            if (found := list(_compiled(source).finditer(self.before(place))))
        ]
        if last:
            return max(last)[1]
        return self._bare(place, words)

    def _bare(self, place: int, words: dict[str, str]) -> str:
        adjectives = r"(?:anual |mensual |interanual |efectivo |acumulad[oa] |de |del )*"
        found = (
            one for one, source in words.items() if _compiled(rf" {adjectives}(?:{source})").match(self.after(place))
        )
        return next(found, "")

    @staticmethod
    def mentions(text: str, source: str) -> bool:
        """Tell whether a pattern is found in a piece of text."""
        return _compiled(source).search(text) is not None

    def nearest(self, places: Iterable[int], source: str, reach: int = 40) -> int | None:
        """Return the place whose number has a pattern nearest to it, before or after; None if none has."""
        best: tuple[int, int] | None = None
        for place in places:
            start, end = self._slots[place]
            gaps = [start - found.end() for found in _ends(source, self.text, max(0, start - reach), start)]
            if after := _compiled(source).search(self.text, end, min(len(self.text), end + reach)):
                gaps.append(after.start() - end + 8)
            if gaps and (best is None or min(gaps) < best[0]):
                best = min(gaps), place
        return best[1] if best else None


def asked_in(text: str) -> str:
    """Return the words after each question word of a folded question, up to a number or the end of the clause."""
    return " , ".join(rx.split(r"[%$#@,]", text[found.start() :])[0] for found in _ASKING.finditer(text))


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{source})")


def _ends(source: str, text: str, start: int, end: int) -> list[re.Match[str]]:
    return list(_compiled(source).finditer(text, start, end))


_LATER = r"ahora|hoy|actual\w*|despues|paso a|subio a|llego a|este ano|luego|pasaron a|iba por|al final|final"
_EARLIER = (
    r"desde|contra|frente a|antes(?: \w+){0,2}|y antes(?: \w+){0,3}|era de|eran|venia de|viniendo de|partiendo de"
    r"|inicial|[a-z]+ (?:pasad[oa]|anterior|previ[oa])(?: \w+){0,3}"
    r"|ayer(?: \w+){0,2}|(?:valia|costaba|salia|pagaba|estaba|cobraba|ganaba|habia sido|fue)n?(?: en| a| de)?"
)


_MONTHS = (
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
)


def _month(story: Story, place: int) -> int | None:
    """Return the month that is named before a number."""
    named = [word for word in story.before(place).split() if word in _MONTHS]
    return _MONTHS.index(named[-1]) if len(named) == 1 else None


def in_time_order(story: Story, pair: list[int]) -> tuple[int, int]:
    """Return the earlier and the later of two numbers: by their years, by their words, or as they stand."""
    first, last = pair
    years = [story.value(place) for place in story.years]
    if len(years) == 2 and years[0] > years[1]:
        return last, first
    months = [_month(story, place) for place in pair]
    # «El IPC de agosto fue … y el de julio, …»; what runs from December to January stands as it is.
    if None not in months and 0 < (months[0] or 0) - (months[1] or 0) <= 6:
        return last, first
    if story.leads(first, rf"(?:{_LATER})(?: \w+){{0,3}}") and not story.leads(last, rf"(?:{_LATER})(?: \w+){{0,3}}"):
        return last, first
    if story.leads(last, rf"(?:{_EARLIER})(?: (?:los|unos|el|de|a))*") and not story.leads(
        first, rf"(?:{_EARLIER})(?: (?:los|unos|el|de))*"
    ):
        return last, first
    return first, last
