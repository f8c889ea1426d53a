"""Precios e inflación: tasa de interés real, la nominal que hace falta y la inflación entre las dos."""

from ecobot_tui.economics.calculators.areas.inflation_money import INFLATION_WORDS
from ecobot_tui.economics.calculators.areas.real_values import HAS_INFLATION, PRICE_RISE
from ecobot_tui.economics.calculators.formulas import prices
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places, Story

AREA = "Precios e inflación"


def _real_rate(g: Given) -> Solution:
    rate = 100 * prices.real_change(g.rate("i"), g.rate("p"))
    approximate = "aproxim" in g.text and "exact" not in g.text
    plain = g["i"] - g["p"]
    side = "le gana a" if rate > 0 else "pierde contra" if rate < 0 else "empata con"
    if approximate:
        return Solution(
            plain,
            f"La tasa real aproximada es {percent(plain)}.",
            f"{g.shown('i')} − {g.shown('p')} = {percent(plain)}",
            f"La exacta (Fisher) es {percent(rate)}: restar sirve solo con tasas chicas.",
            ("las dos tasas son del mismo período",),
        )
    return Solution(
        rate,
        f"La tasa real es {percent(rate)}.",
        g.fill(f"(1 + {{i}} %) / (1 + {{p}} %) − 1 = {percent(rate)}"),
        f"La inversión {side} la inflación: en poder de compra, 100 se vuelven {number(100 + rate)}.",
        (
            "Fisher exacto, con las dos tasas del mismo período; restar las tasas"
            f" ({percent(g['i'] - g['p'])}) es solo una aproximación",
        ),
    )


def _inflation_implied(g: Given) -> Solution:
    rate = 100 * prices.real_change(g.rate("i"), g.rate("r"))
    return Solution(
        rate,
        f"La inflación fue {percent(rate)}.",
        g.fill(f"(1 + {{i}} %) / (1 + {{r}} %) − 1 = {percent(rate)}"),
        f"La resta de las tasas, {percent(g['i'] - g['r'])}, es solo una aproximación.",
        ("Fisher exacto, con las dos tasas del mismo período",),
    )


def _nominal_needed(g: Given) -> Solution:
    rate = 100 * prices.nominal_needed(g.rate("r"), g.rate("p"))
    return Solution(
        rate,
        f"Hace falta una tasa nominal de {percent(rate)}.",
        g.fill(f"(1 + {{r}} %) × (1 + {{p}} %) − 1 = {percent(rate)}"),
        f"Con menos de {percent(rate)} no se llega a ganar {g.shown('r')} % por encima de los precios.",
        ("Fisher exacto, con las dos tasas del mismo período",),
    )


_NOMINAL_WORDS = (
    r"nominal\w*|tna\b|tea\b|plazo fijo|deposit\w+|dep[oó]sito a plazo|pago\b|paga\b|pagan\b|pagaba|rindi\w+"
    r"|rinde\w*|rendimiento|interes(?:es)?|tasa|bono|fondo|banco|colo[cq]\w+|gane\b|gan[oa]\b"
    r"|plata|cuenta|inversion|invert\w+|prestamo|credito|caucion|letra|lecap|cobr\w+"
)


_REAL_WORDS = (
    r"(?:(?:tasa|rentabilidad|rendimiento|ganancia|interes) (?:de interes )?)?real(?:es|mente)?"
    r"|en terminos reales|por encima de la inflacion|arriba de la inflacion|sobre la inflacion"
)


def _two_rates(reading: Reading, words: dict[str, str]) -> Places | None:
    story = Story(reading)
    rates = list(story.rates)
    if len(rates) < 2:
        rates = [
            place
            for place, one in enumerate(reading.quantities)
            if one.mark in "%#" and abs(one.value) < 1_000 and place not in story.years
        ]
    others = [place for place in story.amounts if place not in rates]
    if (
        len(rates) != 2
        or others
        or any(not (one.value == 1 or one.months == 12) for place in story.times for one in [reading.quantities[place]])
    ):
        return None
    sides = story.sides(rates, words)
    if story.says("fisher") and (not sides or len(sides) < 2) and set(words) == {"p", "i"}:
        # «Si i = 20 % y π = 15 %»: the usual order of the formula.
        return {"i": rates[:1], "p": rates[1:]}
    return sides if sides and len(sides) == 2 else None


def _place_real(reading: Reading) -> Places | None:
    return _two_rates(reading, {"p": INFLATION_WORDS, "i": _NOMINAL_WORDS})


def _place_real_or_one(reading: Reading) -> Places | None:
    """Take both rates, or the nominal one alone, so that the inflation can be asked for."""
    if found := _place_real(reading):
        return found
    story = Story(reading)
    alone = (
        len(reading.quantities) == 1
        and len(story.rates) == 1
        and story.leads(story.rates[0], rf"(?:{_NOMINAL_WORDS})(?: \w+){{0,2}}")
    )
    return {"i": list(story.rates)} if alone else None


_ABOVE = (
    r"(?:puntos )?(?:porcentuales )?(?:por (?:encima|arriba)|arriba|sobre|mas|superior\w*|adicional\w*|extra"
    r"|de ganancia)"
    r"(?: (?:de|del|al|a|que|la|el|lo|real|sobre))* (?:inflaci|precios|ipc)"
)


def _place_needed(reading: Reading) -> Places | None:
    story = Story(reading)
    above = [place for place in story.rates if story.follows(place, _ABOVE)]
    if len(above) == 1 and len(story.rates) == 2 == len(reading.quantities):
        # «4 % por encima de la inflación, que se espera en 30 %»
        return {"r": above, "p": [place for place in story.rates if place not in above]}
    return _two_rates(reading, {"p": INFLATION_WORDS, "r": _REAL_WORDS + r"|rinda|gan\w+|obtener|lograr|rendi\w+"})


def _place_invested(reading: Reading) -> Places | None:
    """Take an amount, the rate it earns and the inflation: what it is worth in the end in today's money is asked."""
    story = Story(reading)
    amounts = [place for place in story.amounts if place not in story.rates]
    if (
        len(amounts) != 1
        or len(story.rates) != 2
        or any(reading.quantities[place].months != 12 for place in story.times)
    ):
        return None
    sides = story.sides(story.rates, {"p": INFLATION_WORDS, "i": _NOMINAL_WORDS + r"|al\b"})
    if sides is None or len(sides) != 2:
        return None
    periods = {reading.quantities[place].period for place in story.rates} - {None}
    return {"v": amounts} | sides if len(periods) < 2 else None


def _invested(g: Given) -> Solution:
    final = g["v"] * (1 + g.rate("i"))
    value = final / (1 + g.rate("p"))
    rate = 100 * prices.real_change(g.rate("i"), g.rate("p"))
    return Solution(
        value,
        f"Al final tenés {g.money(final)}, que en plata de hoy son {g.money(value)}: en términos reales,"
        f" {percent(rate)}.",
        g.fill(f"{{v}} × (1 + {{i}} %) / (1 + {{p}} %) = {number(value, money=True)}"),
        "Los intereses suman pesos y la inflación les quita poder de compra.",
        ("las dos tasas son del mismo período, que es el de la inversión",),
    )


def _place_implied(reading: Reading) -> Places | None:
    story = Story(reading)
    real = [place for place in story.rates if story.follows(place, r"(?:de tasa )?real(?:es)?\b")]
    if len(story.rates) == 2 == len(reading.quantities) and len(real) == 1:
        return {"r": real, "i": [place for place in story.rates if place not in real]}
    linked = [place for place in story.rates if Story.mentions(story.before(place), r"cer\b|uva\b|indexad\w+|ajust\w+")]
    if len(story.rates) == 2 == len(reading.quantities) and len(linked) == 1:
        # What is indexed pays its rate on top of the inflation.
        return {"r": linked, "i": [place for place in story.rates if place not in linked]}
    return _two_rates(reading, {"r": _REAL_WORDS + r"|cer\b|uva\b|indexad\w+|ajust\w+", "i": _NOMINAL_WORDS})


CALCULATORS = (
    Calculator(
        id="inversion_en_plata_de_hoy",
        name="el valor de una inversión en plata de hoy",
        area=AREA,
        formula="V × (1 + i) / (1 + π)",
        inputs=(
            Input("v", "lo que se invierte", Kind.AMOUNT, above=0),
            Input("i", "la tasa nominal", Kind.RATE, above=-100),
            PRICE_RISE,
        ),
        keys="inflacion reales",
        names=(
            r"^(?=.*(?:inflaci|precios))(?=.*(?:invert|inverti|deposit|plazo fijo|coloc|puse|pongo|interes|tasa|rinde))"
            r"(?=.*(?:(?:pesos|plata|dinero|valores|terminos|precios|moneda) (?:\w+ )?de hoy|constantes"
            r"|poder (?:de compra"
            r"|adquisitivo)|terminos reales|valor real))(?=.*cuant).*"
        ),
        when=(),
        unless=r"sueldo|salari|cuotas|prestamo|credito|dolar|que (?:porcentaje|tasa)|cuanto (?:\w+ ){0,2}?por ?ciento",
        wordings=(),
        work=_invested,
        asks=False,
        place=_place_invested,
    ),
    Calculator(
        id="tasa_real_fisher",
        name="la tasa de interés real",
        area=AREA,
        formula="(1 + i) / (1 + π) − 1",
        inputs=(Input("i", "la tasa nominal", Kind.RATE, above=-100), PRICE_RISE),
        keys="real reales fisher inflacion rendimiento",
        names=(
            r"\b(?:(?:tasa|rentabilidad|rendimiento|ganancia|interes|retorno)(?: \w+){0,2} real(?:es)?"
            r"|terminos reales|real(?:es|mente)?\b|fisher|(?:le )?gan[eoaó]\b(?: o perd\w+)?|perdi\b"
            r"|perdiendo|pierd\w+"
            r"|poder (?:adquisitivo|de compra))"
        ),
        when=(),
        unless=(
            r"\bpbi\b|\bpib\b|ventas|factur|sueldo|salari|jubilac|paritaria|me (?:dieron"
            r"|aumentaron)(?! (?:un )?%\d+ de (?:interes|rendimiento))"
            r"|tipo de cambio|alquiler|laspeyres|paasche|pension"
            r"|que (?:tasa )?(?:nominal|inflacion)|(?:cuanto|cual|que) (?:\w+ ){0,3}?nominal"
            r"|nominal (?:necesito|hace falta|requerida|deberia|tengo)"
            r"|\breal(?:es)? (?:anual |esperada )?(?:es |fue |del? )*[%#]\d|inflacion (?:implicita|hubo"
            r"|fue\b(?! ?(?:del? )?(?:casi )?[%#]))"
            r"|(?:quiero|busco|pretendo|para) (?:\w+ ){0,4}?(?:[%#]\d+ (?:\w+ ){0,3}?real|real(?:es)? (?:de "
            r"|del )?[%#])" + HAS_INFLATION
        ),
        wordings=(),
        work=_real_rate,
        asks=True,
        place=_place_real_or_one,
    ),
    Calculator(
        id="tasa_nominal_requerida",
        name="la tasa nominal necesaria",
        area=AREA,
        formula="(1 + r)(1 + π) − 1",
        inputs=(Input("r", "la tasa real que buscás", Kind.RATE, above=-100), PRICE_RISE),
        keys="real reales nominal",
        names=(
            r"\b(?:(?:que|cual|a que|cuanto)\b(?=.*(?:nominal|tasa|interes|plazo fijo|rend\w+|rind\w+))|(?:tasa"
            r"|la|cuanto|interes) nominal\b"
            r"|(?:necesit\w+|quiero|busco|pretend\w+|obtener|lograr)\b(?=.*real))"
        ),
        when=(),
        unless=(
            r"sueldo|salari|tipo de cambio|(?:tasa )?nominal (?:es |fue |del? |anual )*[%#]\d"
            r"|[%#]\d+ (?:de )?(?:tasa )?nominal|que inflacion|cual (?:es|fue|seria) (?:la|mi|su) (?:tasa "
            r"|rentabilidad )?(?:de interes )?real"
            r"|tasa real\?|pbi|^(?!.*(?:necesit|hace falta|requer|deberia|tengo que|tiene que|quiero|busco"
            r"|pretend|obtener|lograr|ganar|tendria|rind[ae]|nominal))" + HAS_INFLATION
        ),
        wordings=(),
        work=_nominal_needed,
        place=_place_needed,
    ),
    Calculator(
        id="inflacion_implicita",
        name="la inflación entre una tasa nominal y una real",
        area=AREA,
        formula="(1 + i) / (1 + r) − 1",
        inputs=(
            Input("i", "la tasa nominal", Kind.RATE, above=-100),
            Input("r", "la tasa real", Kind.RATE, above=-100),
        ),
        keys="inflacion real nominal",
        names=(
            r"\b(?:inflaci\w+ (?:\w+ ){0,3}?implicit\w+|break ?even|(?:que|cuanta|cual (?:es|fue|era|seria) la"
            r"|cuanto (?:es|fue|era"
            r"|seria) la|hall\w+ la|calcul\w+ la)"
            r" (?:tasa de )?inflacion\b(?=.*real|.*nominal)|real\b(?=.*(?:que|cuanto fue la|cual fue la"
            r"|cuanta) inflacion))"
        ),
        when=(),
        unless=r"\bpbi\b|\bpib\b|tipo de cambio|inflacion (?:es |fue |era )?(?:de |del )?[%#]",
        wordings=(),
        work=_inflation_implied,
        asks=False,
        place=_place_implied,
    ),
)
