"""A question on money in time: what is a rate, a term, an instalment, a sum of today or one of the future."""

import re
from functools import cached_property

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculators.choosing import Choice
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Story

_UNIT = "dia|semana|quincena|mes|bimestre|trimestre|cuatrimestre|semestre|ano"
PERIODIC = "diari|semanal|quincenal|mensual|bimestral|bimensual|trimestral|cuatrimestral|semestral|anual"
EACH = (
    r"(?:por|al|a la|x|cada|todos los|todas las|a|los|las|en|al (?:final|principio|comienzo|inicio|fin) de)"
    r"(?: (?:cada|fin(?:es)? de|final(?:es)? de|principios? de|comienzos? de|inicios? de|primero de|el))*"
    rf" (?:{_UNIT})(?:e?s)?\b(?! de (?:la )?(?:operacion|inversion))|(?:mensual|anual|semanal|semestral|trimestral"
    r"|bimestral|quincenal)(?:es|mente)\b|cada @\d+"
)
"""«Por mes», «todos los años», «mensuales»."""
PAYMENTS = (
    r"(?:cuotas?|cuotitas|pagos?|mensualidad(?:es)?|depositos?|retiros?|aportes?|anualidad(?:es)?|rentas?|letras?"
    r"|abonos?|imposicion(?:es)?|extraccion(?:es)?|alquileres|vencimientos)"
)
_TRAITS = (
    rf"(?:(?:{PERIODIC})\w*|fij\w+|igual\w*|consecutiv\w+|vencid\w+|adelantad\w+|anticipad\w+|constante\w*|puntual\w*"
    r"|period\w+|frances\w*|sucesiv\w+|restantes|ultim\w+|primer\w+|sin interes)"
)
LENT = (
    r"ped(?:ir|i|imos|iste|ido)\b|pid(?:o|io|ieron|iendo|amos)\b|prestamos?\b|prestan?\b|prestar\w*|preste\b"
    r"|presto\b|prestaron|prestado|prestamista"
    r"|credit(?:o|ito)s?\b|hipotec\w+"
    r"|financi(?:o|a|an|ar|ado|ada|aron|amos|e|en|acion|arl[oa])\b|refinanci\w+|deudas?\b|debo\b(?! [a-z]+[aei]r\b"
    r"| de\b)|deb[ei]a\b|adeud\w+"
    r"|sistema (?:frances|aleman|american)\w*|bullet|mutuo|prenda\w*|saldo deudor|endeud\w+|cuotas? (?:fijas?|puras?)"
    r"|amortiza\w*|tarjeta|\bsaldar\b|\bme cobran\b|\bcancelar (?:una deuda|[$#])"
)
_INSTALMENT_LEAD = re.compile(
    rf"(?<![a-z])(?!(?:deposito|retiro|aporte|abono|pago|renta|letra)\b(?! (?:{PERIODIC})"
    rf"| cada)){PAYMENTS}(?: {_TRAITS}| de| por| es| son| que| queda| quedo| me| nos| le| en| seria| sera| a| y"
    rf"| cada un[oa])* ?$"
)
_EACH_LEAD = re.compile(rf"(?<![a-z])(?:{EACH})(?: [a-z]+){{0,3}} ?$")
_ASKS_EACH = re.compile(
    rf"\bcuant[oa]s?(?: [a-z]+){{0,4}} (?:{EACH}) ?$|\bal (?:mes|ano) (?:tengo|tenia|tuve|son|eran|hay|habia|fueron) ?$"
)
_INSTALMENT_AFTER = re.compile(
    rf" (?:pesos |dolares |euros |soles |lucas )?(?:(?:de )?(?:cuota|alquiler|renta) (?:{EACH})|{EACH}|cada un[oa]\b"
    r"|mensual\b|anual\b|de cuota\b)"
)
_RATE_PERIOD = re.compile(
    rf"(%\d+)((?: (?:de|del|interes|tasa|efectiv[oa]|nominal|directo|simple|compuest[oa]))*) (?:(?:{PERIODIC})\w*"
    rf"|(?:por|al|cada|x|a la) (?:{_UNIT})\b)"
)
_RATE_NAME = re.compile(
    rf"(?:tasas?|interes|rendimiento|rentabilidad|efectiv[oa]|nominal|tna|costo)(?: (?:de interes|efectiv[oa]"
    rf"|nominal))*"
    rf" (?:{PERIODIC})\w*"
)
_COUNTED = re.compile(rf" (?:{_TRAITS} )*{PAYMENTS}(?![a-z])| (?:periodos|veces|quincenas)\b")
_BARE_COUNT_LEAD = re.compile(
    r"\b(?:pag\w+|devuelv\w+|devolv\w+|(?:prestamo|credito|plan) (?:de|en|a)|financi\w+(?: \w+)? en"
    r"|cuotas?)(?: (?:en|de|unas|son|a))* ?$"
)
_MOST_COUNTED = 1_200
"""No loan has more instalments: «del resumen de 200.000 pago 30.000» counts nothing."""
_ORDINALS = {
    "primer": 1,
    "segund": 2,
    "tercer": 3,
    "cuart": 4,
    "quint": 5,
    "sext": 6,
    "septim": 7,
    "setim": 7,
    "octav": 8,
    "noven": 9,
    "decim": 10,
    "undecim": 11,
    "duodecim": 12,
}
_WORD_ORDINAL = re.compile(rf"\b({'|'.join(_ORDINALS)})[oa]?\b(?= (?:cuota|pago|mes\b|vencimiento|mensualidad))")
_ORDINAL_AFTER = re.compile(rf"\b(?:cuota|pago)(?: numero| nro)? ({'|'.join(_ORDINALS)})[oa]?\b")
_WRITTEN_ORDINAL = re.compile(r"\b(\d{1,3})(?:ra|da|ta|ma|va|na|er|ro|do|to|mo|vo|no|a|o)? (?:cuota|pago)\b")
_NUMBERED = re.compile(
    r"(?<!primer )(?<!primera )(?<!primero )(?<!ultimo )(?<!ultima )"
    r"\b(?:cuota|pago|mes|mensualidad)(?: (?:numero|nro|no|n|la))* ?$"
)
_PAID_LEAD = re.compile(
    r"\b(?:pagar|pague|pagamos|pagado|pagadas?|pagas|abonar|abonadas|abone|cancelar|canceladas|tras|despues de"
    r"|luego de"
    r"|llevo|llevamos|van|ya)(?: (?:las|unas|la|cuota|primeras|[a-z]+mente|pagar|pagas|pagadas|pagado|haber|pagando"
    r"|ya|abonar|de))*"
    r" ?$"
)
_OWES = re.compile(r"saldo|\bdeb[oe]|adeud|qued|falta|cancel|\bresta\b")
_PAID_AFTER = re.compile(
    rf" (?:{_TRAITS} )*(?:(?:cuotas?|pagos?|meses) )?(?:ya )?(?:pagas\b|pagadas\b|pague\b|abonadas|canceladas)"
)
_PLURAL = re.compile(
    rf" (?!{PAYMENTS}\b|pesos|dolares|euros|soles|lucas|palos|puntos|periodos|veces|quincenas|por|de\b)[a-z]{{2,}}s\b"
)
_AGO = re.compile(r"\b(?:hace|hara|desde hace)(?: \w+)? ?$")
_FIRST_ONE = re.compile(r"\bprimer[oa]?(?: \w+){0,4} (?:dentro de|en|a|a los|al) ?$")
_FUTURE_LEAD = re.compile(
    r"\b(?:llegar a|llegue a|llegan a|alcanzar|juntar|junto|juntes?|junten|reunir|reuna|acumular|acumulo|meta de"
    r"|objetivo de|sean|convertir en|convertirse en|convierta en|conviertan en|transform\w* en|conviert\w* en"
    r"|convirt\w* en|obtener|obtenga|formar"
    r"|tener|tenga|tengamos|hasta|cobrar|cobro|cobre|cobrare|recibir|recibo|recibire|retirar|retire|retiro|saque"
    r"|sacar"
    r"|obtuve|recibi|devuelv\w+|devolv\w+|reembols\w+|vendi|vendio|vendieron|vendimos|monto final|valor futuro"
    r"|termine"
    r" con|fueron|sea|pagar|pagare|ahora (?:vale|valen|tengo)|hoy (?:vale|tengo)|final|herencia|premio|cuesta|cuestan"
    r"|sale|salen|vale|valdra|costar\w*|pasa\w* a|comprar\w*|volvieron|volvio|vuelve|vuelva)"
    r"(?: (?:de|a|por|en|una|un|los|las|el|la|unos|mas|me|nos|que|es|deuda|monto|total|capital|dolares|pesos))* ?$"
)
_FUTURE_AFTER = re.compile(
    r" (?:pesos |dolares |euros )?(?:que )?(?:\w+ ){0,2}?(?:dentro de|recien|a cobrar|para dentro)"
)
_PRESENT_LEAD = re.compile(
    r"\b(?:tengo|tenia|tenemos|pongo|puse|pon[ei]s|poner|pusiera|invert\w+|inviert\w+|inverti|deposit\w+|coloc\w+"
    r"|coloqu\w+|capital|prest\w+|empiezo|arranco|partiendo|partir|ahorrados|ahorrado|inicial\w*|compr[eo]|compro"
    r"|valia"
    r"|valian|costaba|con|pid[oe]|pedi\w*|pedir|saco|saque|sacar|sacamos|tom[aeo]|credito|hipoteca\w*|financi\w+"
    r"|deuda"
    r"|debo|de|desde|paso de|entregu?e|meto|metes|meter|guard[eo]|total|monto|por|recibi|cuesta|sale|vale|precio|dan)"
    r"(?: (?:de|a|por|en|una|un|los|las|el|la|unos|me|nos|que|es|hoy|ya|inicial|deuda|total|valor|dolares|pesos|monto"
    r"|capital|compra))* ?$"
)


def without_rate_periods(text: str) -> str:
    """Return a question without the periods of its rates, so that «por mes» tells of payments."""
    return _RATE_NAME.sub("tasa", _RATE_PERIOD.sub(r"\1\2", text))


def instalment_told(text: str) -> int | None:
    """Return which instalment a word tells, as «la séptima cuota»; -1 is the last one."""
    for source in (_WORD_ORDINAL, _ORDINAL_AFTER):
        if found := source.search(text):
            return _ORDINALS[found[1]]
    if found := _WRITTEN_ORDINAL.search(text):
        return int(found[1])
    if found := rx.search(
        rf"\b(?:despues de|tras|luego de)(?: pagar| pagada)? la ({'|'.join(_ORDINALS)})[oa]?\b", text
    ):
        return _ORDINALS[found[1]]
    return -1 if rx.search(r"\bultim[oa] (?:cuota|pago|mes)|\bcuota (?:final|ultima)", text) else None


class Cash(Story):
    """One question with its numbers by the part that they play; places are those of the reading."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self.bare = without_rate_periods(self.text)
        """The question without the periods of its rates, so that «por mes» tells of money."""
        self._bare_slots = [
            found.span() for place in range(len(self.quantities)) for found in [self._slot_in_bare(place)] if found
        ]

    def _slot_in_bare(self, place: int) -> re.Match[str] | None:
        return rx.search(rf"{re.escape(self.quantities[place].mark)}{place}(?!\d)", self.bare)

    @property
    def whole(self) -> bool:
        """Whether every number still has its slot, which a reading of plain text always gives."""
        return len(self._bare_slots) == len(self.quantities)

    def lead(self, place: int) -> str:
        """Return the words between the number before and this one, without the periods of rates."""
        return self.bare[self._bare_slots[place - 1][1] if place else 0 : self._bare_slots[place][0]]

    def tail(self, place: int) -> str:
        """Return the words from this number to the next one, without the periods of rates."""
        last = place + 1 >= len(self._bare_slots)
        return self.bare[self._bare_slots[place][1] : len(self.bare) if last else self._bare_slots[place + 1][0]]

    @cached_property
    def percents(self) -> list[int]:
        """The places of the rates: percentages, and small numbers right after a word such as «tna»."""
        return [
            place
            for place, one in enumerate(self.quantities)
            if one.mark == "%" or (place in self.rates and not _COUNTED.match(self.tail(place)))
        ]

    @cached_property
    def which(self) -> list[int]:
        """The places of the numbers that tell one instalment or how many are paid: «la cuota 6», «tras 6 cuotas»."""
        return [
            place
            for place, one in enumerate(self.quantities)
            if one.mark in "#@" and place not in self.percents and one.value <= _MOST_COUNTED and self._is_which(place)
        ]

    def _is_which(self, place: int) -> bool:
        one, lead, tail = self.quantities[place], self.lead(place), self.tail(place)
        if one.mark == "#" and _NUMBERED.search(lead) and not rx.match(rf" {PAYMENTS}", tail):
            return True
        if rx.fullmatch(r" de(?: las| los| un total de)? ?", tail) and _PAID_LEAD.search(lead):
            following = self.quantities[place + 1 : place + 2]
            return not following or following[0].value <= _MOST_COUNTED
        left_over = rx.fullmatch(r"(?: ?,)? ?", tail) or rx.match(r" ,", tail)
        if one.mark == "#" and left_over and _OWES.search(self.text) and _PAID_LEAD.search(lead):
            # «¿Cuánto queda después de pagar 10?» counts instalments, where others are counted.
            return any(_COUNTED.match(self.tail(other)) for other in range(len(self.quantities)) if other != place)
        if rx.search(r"\bpara (?:pagar|cancelar|abonar|devolver) ?$", lead):
            return False
        if rx.match(r" (?:cuotas?|pagos?|letras)(?: \w+)? de ?$", tail) and not _OWES.search(self.text):
            # «Pagué 12 cuotas de 13.000» are all that there were.
            return False
        counted = (one.mark == "@" and self.lent and _OWES.search(self.text)) or rx.match(
            r" (?:primeras )?(?:cuotas?|pagos?)\b", tail
        )
        told_after = _PAID_AFTER.match(tail) and (one.mark != "@" or _OWES.search(self.text))
        return bool((counted and _PAID_LEAD.search(lead)) or told_after)

    @cached_property
    def ordinal(self) -> int | None:
        """Which instalment a word tells, as «la séptima cuota»; -1 is the last one."""
        return instalment_told(self.text)

    @cached_property
    def counts_of_payments(self) -> list[int]:
        """The places of the numbers of instalments."""
        named = [
            place
            for place, one in enumerate(self.quantities)
            if one.mark == "#"
            and place not in self.which
            and not self._is_article(place)
            and not (one.value > _MOST_COUNTED and rx.fullmatch(r" pago(?: \w+){0,2} ?", self.tail(place)))
            and _COUNTED.match(self.tail(place))
        ]
        return named or self._of_which or self._bare_counts

    @cached_property
    def _of_which(self) -> list[int]:
        """The place of the 20 of «la cuota 10 de 20»."""
        return [
            place
            for place, one in enumerate(self.quantities)
            if one.mark == "#"
            and not one.number.scaled
            and 1 < one.value <= _MOST_COUNTED
            and place - 1 in self.which
            and rx.fullmatch(r" (?:cuotas? |pagos )?de(?: las| los)? ?", self.lead(place))
        ][:1]

    @cached_property
    def _bare_counts(self) -> list[int]:
        """The place of a count without its noun, where no time is told either: «pago 10 de 30.000»."""
        if self.times:
            return []
        return [
            place
            for place, one in enumerate(self.quantities[:-1])
            if one.mark == "#"
            and 1 < one.value <= 480
            and not one.number.scaled
            and one.value == int(one.value)
            and _BARE_COUNT_LEAD.search(self.lead(place))
            and rx.fullmatch(r" (?:de|por|x) ?", self.tail(place))
            and self.quantities[place + 1].mark in "#$"
            and self.value(place + 1) >= 20 * one.value
        ][:1]

    @cached_property
    def terms(self) -> list[int]:
        """The places of the times, without «hace dos años» and «la primera dentro de un mes»."""
        told = [place for place in self.times if place not in self.which and not self._is_first(place)]
        # «Hace dos años» is the term of what was invested then, unless another one is told.
        told = [place for place in told if not rx.search(r"\bcada ?$", self.lead(place))] or told
        return [place for place in told if not _AGO.search(self.lead(place))] or told

    def _is_first(self, place: int) -> bool:
        return self.value(place) == 1 and _FIRST_ONE.search(self.lead(place)) is not None

    @cached_property
    def asides(self) -> set[int]:
        """The places of numbers that say nothing of the sums: years, ages of a deal, the wait for the first payment."""
        waits = {place for place in self.times if place not in self.terms and place not in self.which}
        counts = {
            place
            for place, one in enumerate(self.quantities)
            if self._is_article(place)
            or (one.mark == "#" and one.spelled and one.value <= 12 and _PLURAL.match(self.tail(place)))
        }
        return waits | counts | set(self.years)

    @cached_property
    def sums(self) -> list[int]:
        """The places of the amounts of money."""
        others = {*self.percents, *self.which, *self.counts_of_payments, *self.times, *self.asides}
        return [place for place in range(len(self.quantities)) if place not in others]

    def _is_article(self, place: int) -> bool:
        """Tell whether a number is the «una» of «una cuota»."""
        one = self.quantities[place]
        return one.mark == "#" and one.spelled and one.value == 1

    def is_payment(self, place: int) -> bool:
        """Tell whether an amount is paid again and again."""
        lead = self.lead(place)
        if _INSTALMENT_AFTER.match(self.tail(place)):
            return True
        if _INSTALMENT_LEAD.search(lead):
            return True
        # «¿Cuánto rinde por día 1.000.000?» asks for what comes each day; «al año tengo 260.000» tells when.
        return bool(
            _EACH_LEAD.search(lead)
            and "," not in lead[-25:]
            and not _FUTURE_LEAD.search(lead)
            and not _ASKS_EACH.search(lead)
        )

    @cached_property
    def payments(self) -> list[int]:
        """The places of the amounts that are paid again and again."""
        return [place for place in self.sums if self.is_payment(place)]

    def is_future(self, place: int) -> bool:
        """Tell whether an amount is told as what will be had."""
        return bool(_FUTURE_LEAD.search(self.lead(place)) or _FUTURE_AFTER.match(self.tail(place)))

    def is_present(self, place: int) -> bool:
        """Tell whether an amount is told as what is had or owed now."""
        return _PRESENT_LEAD.search(self.lead(place)) is not None

    @cached_property
    def lent(self) -> bool:
        """Whether the question is about a loan."""
        return rx.search(rf"(?<![a-z])(?:{LENT})", self.text) is not None

    def term(self) -> dict[str, list[int]] | None:
        """Return the place of the term as `n`, with a second telling of it as `z`; None where they do not agree."""
        if len(self.counts_of_payments) > 1:
            return None
        if self.counts_of_payments:
            count = self.value(self.counts_of_payments[0])
            agreeing = all(
                count and round(self.quantities[one].months / count, 3) in (0.25, 0.5, 1, 2, 3, 4, 6, 12)
                for one in self.terms
            )
            if len(self.terms) > 1 or not agreeing:
                return None
            return {"n": self.counts_of_payments} | ({"z": self.terms} if self.terms else {})
        if len(self.terms) > 1:
            return None
        return {"n": self.terms} if self.terms else {}


NOTHING = Choice("", {})
"""The question belongs to a family, but nothing in it can be worked out."""
