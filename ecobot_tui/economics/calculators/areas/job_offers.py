"""Sueldos en el año: doce o trece pagos, el bono aparte, y cuál de dos ofertas paga más."""

import re

import msgspec

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places, Story

AREA = "Trabajo"

_PAYMENTS = r"(?:sueldos?|salarios?|pagos?|meses|cuotas?|mensualidades|haberes|veces)"
_BONUS = re.compile(
    r"\b(?:bono|bonus|premio|plus|gratificacion|adicional|extra|viaticos)(?: (?:anual|fin de ano|a fin de ano|de"
    r"|del|por|ano|unico|es))* $"
)
_YEARLY = re.compile(r" (?:pesos |dolares )?(?:al ano|por ano|anual\w*|en el ano|por todo el ano)")
_YEARLY_BEFORE = re.compile(
    r"\b(?:sueldo|salario|ingreso|remuneracion|bruto|paquete)s? anual(?:es)?(?: (?:de|es|bruto|total|del?))* $"
    r"|\b(?:al|por|en el) ano (?:\w+ ){0,2}$"
)
_WITHOUT = (
    r"(?:sin|no (?:hay|tiene|incluye|paga\w*|dan|cobro|cobra|tengo)|ni|tampoco)(?: \w+){0,2}? (?:aguinaldo|sac\b|bono)"
)
_WITH = r"aguinaldo|\bsac\b|decimotercer|treceav\w+|1[34](?:er|o)? sueldo|sueldo anual complementario"


class _Offer(msgspec.Struct):
    """What one job pays in a year."""

    monthly: float
    payments: float = 12.0
    bonus: float = 0.0
    yearly: float | None = None

    @property
    def total(self) -> float:
        """The pay of a whole year."""
        return self.yearly if self.yearly is not None else self.monthly * self.payments + self.bonus

    @property
    def shown(self) -> str:
        """How the year's pay comes about."""
        if self.yearly is not None:
            return number(self.yearly)
        return f"{number(self.monthly)} × {number(self.payments)}" + (f" + {number(self.bonus)}" if self.bonus else "")


def _offers(text: str, values: dict[int, float]) -> list[_Offer] | None:
    """Read the offers of a folded question; the values are those of its slots."""
    slots = [one for one in rx.finditer(r"([%$#@])(\d+)", text) if int(one[2]) in values]
    money = [one for one in slots if one[1] in "$#" and values[int(one[2])] >= 100]
    pays = [one for one in money if not _BONUS.search(text, 0, one.start())]
    if not 1 <= len(pays) <= 2:
        return None
    ends = [one.start() for one in pays[1:]] + [len(text)]
    offers: list[_Offer] = []
    for pay, end in zip(pays, ends, strict=True):
        # What leads to the second wage («B: sin aguinaldo pero 1.000.000») belongs to it, not to the first.
        clause = text[pay.end() : end]
        if end < len(text):
            clause = rx.split(
                r"(?:, |\bo )(?:la |el |otr[oa]\w* |en |mientras|contra)*(?:oferta|empresa|b\b|otr[oa]|segund)", clause
            )[0]
        value = values[int(pay[2])]
        if _YEARLY.match(text, pay.end()) or _YEARLY_BEFORE.search(text, 0, pay.start()):
            offers.append(_Offer(0.0, yearly=value))
            continue
        offer = _Offer(value)
        count = rx.search(rf"#(\d+) (?:{_PAYMENTS})", clause) or rx.search(r"@(\d+)", clause)
        if count and int(count[1]) in values and 12 <= values[int(count[1])] <= 16:
            offer.payments = values[int(count[1])]
        elif rx.search(_WITH, clause) and not rx.search(rf"\b{_WITHOUT}", clause):
            offer.payments = 13.0
        offer.bonus = sum(values[int(one[2])] for one in money if one not in pays and pay.end() <= one.start() < end)
        offers.append(offer)
    if (
        all(one.payments == 12 for one in offers)
        and rx.search(rf"(?:ambas|amb[oa]s|las dos|los dos)(?: \w+){{0,3}} (?:{_WITH})|{_WITH}", text)
        and not rx.search(rf"\b{_WITHOUT}", text)
    ):
        for one in offers:
            one.payments = 13.0
    return offers


def _all_places(reading: Reading) -> Places | None:
    story = Story(reading)
    values = {place: one.value for place, one in enumerate(reading.quantities)}
    if story.rates or _offers(reading.text, values) is None:
        return None
    return {"x": list(values)}


def _place_year(reading: Reading) -> Places | None:
    places = _all_places(reading)
    if places is None:
        return None
    offers = _offers(reading.text, {place: one.value for place, one in enumerate(reading.quantities)})
    return places if offers and len(offers) == 1 else None


def _place_two(reading: Reading) -> Places | None:
    places = _all_places(reading)
    if places is None:
        return None
    offers = _offers(reading.text, {place: one.value for place, one in enumerate(reading.quantities)})
    return places if offers and len(offers) == 2 else None


def _read(g: Given) -> list[_Offer]:
    return _offers(g.text, dict(enumerate(g.all("x")))) or []


def _year(g: Given) -> Solution:
    (offer,) = _read(g)
    if offer.yearly is not None:
        count = rx.search(rf"#(\d+) (?:{_PAYMENTS})", g.text)
        payments = g.all("x")[int(count[1])] if count else 13.0 if rx.search(_WITH, g.text) else 12.0
        value = offer.yearly / payments
        return Solution(
            value,
            f"Son {g.money(value)} por pago, en {number(payments)} pagos.",
            f"{number(offer.yearly)} / {number(payments)} = {number(value, money=True)}",
            "Con aguinaldo el sueldo anual se cobra en 13 partes: 12 meses y dos medios aguinaldos.",
        )
    return Solution(
        offer.total,
        f"En el año son {g.money(offer.total)}.",
        f"{offer.shown} = {number(offer.total, money=True)}",
        "Con aguinaldo se cobran 13 sueldos por año; sin él, 12.",
    )


def _two(g: Given) -> Solution:
    first, last = _read(g)
    gap = first.total - last.total
    verdict = (
        "Pagan lo mismo en el año"
        if abs(gap) < 0.005
        else f"En el año paga más la {'primera' if gap > 0 else 'segunda'}, por {g.money(abs(gap))}"
        f" ({percent(100 * abs(gap) / min(first.total, last.total))})"
    )
    return Solution(
        abs(gap),
        f"{verdict}: la primera paga {g.money(first.total)} y la segunda, {g.money(last.total)}.",
        f"{first.shown} = {number(first.total, money=True)}; {last.shown} = {number(last.total, money=True)}",
        "Para comparar sueldos hay que llevarlos al mismo plazo: el aguinaldo suma un sueldo más por año.",
    )


_EVERYTHING = (Input("x", "los sueldos y los pagos", Kind.AMOUNT, many=True),)
_NOT_A_JOB = (
    r"inflaci|interes|ahorr|gast|alquil|vacacion|indemniz|despid|horas?\b|mejor sueldo|semestre|neto|bruto|aumento"
)

CALCULATORS = (
    Calculator(
        id="sueldo_en_el_ano",
        name="el sueldo de un año",
        area=AREA,
        formula="sueldo anual = sueldo mensual × pagos + bono",
        inputs=_EVERYTHING,
        keys="sueldo anual aguinaldo",
        names=(
            r"^(?=.*(?:sueldo|salario|gan[aoe]|cobr|ingreso|remuner|pagan))(?=.*(?:aguinaldo|\bsac\b|1[34]|trece|bono"
            r"|#\d+ (?:sueldos|pagos|meses|salarios)))(?=.*(?:(?:al|el|por|todo el|de un) ano|anual)).*"
        ),
        when=(),
        unless=_NOT_A_JOB,
        wordings=(),
        work=_year,
        asks=False,
        place=_place_year,
    ),
    Calculator(
        id="ofertas_de_trabajo",
        name="la oferta de trabajo que paga más",
        area=AREA,
        formula="sueldo × 13 contra sueldo × 12",
        inputs=_EVERYTHING,
        keys="sueldo aguinaldo",
        names=(
            r"^(?=.*(?:oferta|ofrecen|propuesta|trabajo|empleo|empresa|conviene|dependencia|monotribut|factur))"
            r"(?=.*(?:sueldo|salario|mensual|por mes|al mes|aguinaldo|gan[aoe]|cobr|pagan))"
            r"(?=.*(?:aguinaldo|bono|\bsac\b|#\d+ (?:sueldos|pagos|salarios)|anual|al ano|el ano|por ano)).*"
        ),
        when=(),
        unless=_NOT_A_JOB + "|cuanto (?:\\w+ ){0,3}?de aguinaldo",
        wordings=(),
        work=_two,
        asks=False,
        place=_place_two,
    ),
)
