"""Prices and wages: what an inflation that slows down, food that leads it, or a wage that stands still means."""

from decimal import Decimal

from ecobot_tui.economics import rx
from ecobot_tui.economics.interpretation.cases.telling import HUNDRED, Case, Lines, assigned, has, real
from ecobot_tui.economics.interpretation.found import as_said, percent
from ecobot_tui.economics.interpretation.statement import Statement
from ecobot_tui.number_format import format_number

_INFLATION = r"inflacion(?:es)?|ipc|(?:los )?precios|indice de precios"


_CHEAPER = (
    r"precios? (?:(?:ya|se|estan|vienen|van|hayan?|han|empezaron a|comenzaron a|se estan|todos?) )*(?:baj|cay"
    r"|cae|ca[ií]d"
    r"|reduc|abarat|son (?:mas )?(?:baj|barat))\w*|(?:baj|cay|caen|reduj)\w* (?:todos )?(?:los )?precios"
    r"|mas barat[oa]s?|se abarat\w+|hay deflacion|deflacion|bajando|(?:todo )?(?:sale|cuesta|vale)n? menos|abarat\w+"
)


def _slows(statement: Statement) -> Lines | None:
    rates = [one for one in statement.values if one.mark == "%"]
    if len(rates) == 1 and len(statement.values) == 2 and has(statement, r"(?:de|desde|del) #0 (?:a|al) %1"):
        rates = list(statement.values)
    asked = rf"{_CHEAPER}|(?:cuestan?|valen?|salen?|bajaron|baja\w*) (?:a )?(?:la )?mitad"
    if len(rates) < 2 or len(rates) != len(statement.values) or not has(statement, _INFLATION):
        return None
    trend = len(rates) > 2 or has(statement, r"luego|despues|y despues|ultimo|anterior|pasado")
    if not has(statement, asked) and not (
        trend
        and has(
            statement,
            (
                r"(?:que|q) (?:esta )?pas\w+|que (?:muestra|indica|significa)|tendencia|(?:des)?aceler\w+"
                r"|desinflacion|mejora\w*|empeora\w*"
            ),
        )
    ):
        return None
    if has(
        statement,
        (
            r"sueldos?|salari\w+|jubilacion\w*|dolar|tasa (?:de interes|nominal)|desempleo|nucleo|plazo fijo|tasas?"
            r"|alimentos|mayoristas|pbi|general"
        ),
    ):
        return None
    values = [-abs(one.value) if one.value < 0 else one.value for one in rates]
    if (
        has(statement, r"(?:el )?(?:mes|ano) pasado|(?:el )?anterior")
        and rx.search(
            r" est[ea] (?:mes|ano)[^%]*%0.*(?:pasado|anterior)|%0.*(?:contra|frente a|el mes pasado|el anterior|antes)",
            statement.text,
        )
        and not rx.search(r"(?:pasado|anterior)[^%]*%0", statement.text)
    ):
        values.reverse()
    said = ", ".join(percent(one) for one in values)
    reading = f"Dato: inflación de {said}, en ese orden."
    if values[-1] < 0:
        verdict = "Sí: la última es negativa (deflación), así que el nivel de precios bajó en ese período."
    elif values[-1] < values[0]:
        verdict = (
            "No: los precios no bajan, siguen subiendo, pero más despacio. Lo que baja es la inflación, la"
            " velocidad a la"
            " que suben: eso es desaceleración o desinflación."
        )
    elif values[-1] > values[0]:
        verdict = "No: los precios suben, y cada vez más rápido: la inflación se acelera."
    else:
        verdict = "No: los precios siguen subiendo al mismo ritmo; la inflación es estable."
    caveat = (
        "Los precios bajan solo con inflación negativa (deflación); con una positiva, aunque sea menor,"
        " el nivel es más alto."
    )
    return reading, verdict, caveat


def _food(statement: Statement) -> Lines | None:
    if not has(statement, r"alimentos?|comida|canasta(?: basica)?(?: alimentaria)?|pan|carne"):
        return None
    if not has(
        statement, r"quien\w*|a que (?:hogares|familias|sector\w*)|pobres|hogares|familias|golpea|perjudica\w*|ricos"
    ):
        return None
    pair = assigned(
        statement,
        (r"alimentos?|comida|canasta(?: basica)?(?: alimentaria)?", "%"),
        (
            (
                r"(?:indice |nivel )?general|inflacion(?: promedio| general| total)?|ipc(?: general)?|promedio"
                r"|resto|los demas"
            ),
            "%",
        ),
    )
    if pair is None or has(statement, r"sueldos?|salarios?|gasta\w*|gasto"):
        return None
    food, general = pair
    reading = f"Los alimentos subieron {percent(food.change)} y el promedio de los precios {percent(general.change)}."
    if food.change > general.change:
        verdict = (
            "Pierden más los hogares pobres, de menores ingresos: gastan en comida una parte mayor de lo que"
            " ganan, así que"
            " su inflación es más alta que la general."
        )
    elif food.change < general.change:
        verdict = (
            "Esta vez golpea menos a los hogares pobres: gastan en comida una parte mayor de su ingreso, y su"
            " canasta subió"
            " menos que el promedio."
        )
    else:
        verdict = "Golpea por igual: la comida subió como el promedio, aunque pesa más en los hogares pobres."
    return (
        reading,
        verdict,
        "Cada hogar tiene su propia inflación, según qué compra; la general es la de una canasta promedio.",
    )


def _wholesale(statement: Statement) -> Lines | None:
    pair = assigned(
        statement,
        (r"(?:precios? |ipc )?mayoristas?|ipim|ipp|(?:precios? (?:al|del) )?productor(?:es)?", "%"),
        (r"(?:precios? |ipc )?minoristas?|ipc|consumidor(?:es)?|al publico|gondola|inflacion", "%"),
    )
    if pair is None:
        return None
    whole, retail = pair
    reading = f"Los precios mayoristas subieron {percent(whole.change)} y los minoristas {percent(retail.change)}."
    if whole.change > retail.change:
        verdict = (
            "Es esperable que parte de la diferencia se traslade a los consumidores: los mayoristas son costos de los"
            " comercios, así que los precios minoristas pueden acelerarse en los meses siguientes."
        )
    elif whole.change < retail.change:
        verdict = (
            "Hay menos presión de costos: los mayoristas suben menos, así que los minoristas pueden"
            " desacelerarse en los meses"
            " siguientes; por ahora los comercios recomponen su margen o subieron los servicios."
        )
    else:
        verdict = "Van a la par: no hay una presión de costos distinta por trasladar a los consumidores."
    return (
        reading,
        verdict,
        "El traslado no es completo ni inmediato: los mayoristas casi no tienen servicios y siguen más al dólar.",
    )


def _standing_still(statement: Statement) -> Lines | None:
    """Read «cobro lo mismo que hace un año, 900 mil, y los precios aumentaron 30 %»."""
    if not has(statement, r"sueldos?|salari\w+|cobr\w+|gan[oa]\w*|jubilacion\w*|ingresos?|trabajador\w*"):
        return None
    if not has(statement, r"inflacion|precios|ipc|costo de vida|todo") or has(
        statement, r"dolar(?:es)?|tasa|plazo fijo"
    ):
        return None
    still = has(
        statement,
        r"(?:el |lo )?mism[oa](?: \w+)?(?: que| desde|,)|lo mismo|(?:esta|estan|sigue|quedo|siguio"
        r"|sigo)(?: cobrando)? (?:igual|el mismo|la misma)|sin aumentos?|congelad\w+|subio 0 %"
        r"|igual que (?:hace|el)"
        r"|no (?:me |le |nos )?(?:aument|sub|dieron|ajust|cambi)\w*",
    )
    rates = [one for one in statement.values if one.mark == "%" and one.value != 0]
    zero = any(one.mark == "%" and one.value == 0 for one in statement.values)
    if not (still or zero) or len(rates) != 1 or not 0 < rates[0].value <= 100_000:
        return None
    if has(statement, r"(?:aument|sub)\w* lo mismo|lo mismo que (?:la inflacion|los precios)|igual que la inflacion"):
        return None
    prices = rates[0].change
    lost = real(Decimal(0), prices)
    if lost is None:
        return None
    money = [one for one in statement.values if one.mark in "$#"]
    said = f" de {as_said(money[0])}" if len(money) == 1 else ""
    reading = (
        f"Con un ingreso{said} que no cambió y precios que varían {percent(prices)}, el ingreso real baja"
        f" {percent(-lost)}."
    )
    if len(money) == 1:
        worth = money[0].value / (1 + prices / HUNDRED)
        reading += f" Es como cobrar {format_number(round(worth, 2))} a los precios de antes."
    verdict = (
        "Cayó el salario real: cobra los mismos pesos, pero perdió poder adquisitivo, porque con ellos compra menos."
    )
    return (
        reading,
        verdict,
        "Se divide 1 por (1 + inflación): la caída es menor que la inflación, porque se mide sobre lo de antes.",
    )


def _in_dollars(statement: Statement) -> Lines | None:
    """Read what an income in dollars buys here when the dollar and the prices rise."""
    told = any(one.number.currency == "US$" for one in statement.figures)
    if not has(statement, r"(?:cobr|gan|factur|ahorr|sueldo|ingreso|teng|guard)\w*") or not (
        told or has(statement, r"dolares|usd|u s")
    ):
        return None
    pair = assigned(
        statement,
        (r"dolar(?: oficial| blue)?|tipo de cambio", "%"),
        (r"precios(?: en pesos| internos| locales)?|inflacion(?: en pesos| local)?|costo de vida|todo", "%"),
        spare=True,
    )
    if pair is None or len([one for one in statement.values if one.mark == "%" and one.value]) != 2:
        return None
    dollar, prices = pair[0].change, pair[1].change
    change = real(dollar, prices)
    if change is None:
        return None
    reading = (
        f"Los mismos dólares son {percent(abs(dollar))} {'más' if dollar >= 0 else 'menos'} pesos, y los"
        " precios en pesos"
        f" varían {percent(prices)}: lo que se compra acá {'sube' if change > 0 else 'baja'} {percent(abs(change))}."
    )
    if round(change, 2) < 0:
        verdict = (
            "Perdiste poder de compra: el dólar subió menos que los precios, así que los mismos dólares"
            " compran menos acá."
        )
    elif round(change, 2) > 0:
        verdict = (
            "Ganaste poder de compra: el dólar subió más que los precios, así que los mismos dólares compran más acá."
        )
    else:
        verdict = "Compra lo mismo: el dólar subió igual que los precios."
    return (
        reading,
        verdict,
        (
            "Es (1 + dólar) / (1 + inflación) − 1. En dólares no cambió nada: lo que cambió es el país, más caro o"
            " más barato."
        ),
    )


def _weight(statement: Statement) -> Lines | None:
    """Read a bill and an income that rise, where the weight of the bill is asked for."""
    expense = (
        r"alquiler(?:es)?|cuotas?|expensas|prepaga|colegio|tarifas?|luz|gas|boleto|supermercado|comida|transporte|nafta"
        r"|remedios|medicamentos|medicinas|farmacia|obra social|peaje|patente|garrafa|facultad|jardin|gimnasio|internet"
        r"|celular|telefono|agua|colectivo|(?:kilo de )?(?:asado|carne|pan|leche|yerba|pollo)|kilo de [a-z]+"
        r"|subte|tren|monotributo|servicios"
    )
    if not has(statement, expense) or has(
        statement,
        r"inflacion|precios|ipc|elasticidad|cantidad|demand\w*|consum\w+|compr\w+|vend\w+|gast\w+|del? ingreso",
    ):
        return None
    pair = assigned(statement, (expense, "%"), (r"sueldos?|salarios?|ingresos?|jubilacion|haber|gano|cobro", "%"))
    if pair is None or (not all(one.direction for one in pair) and not all(one.moved for one in pair[:1])):
        return None
    change = real(pair[0].change, pair[1].change)
    if change is None:
        return None
    reading = (
        f"El gasto varía {percent(pair[0].change)} y el ingreso {percent(pair[1].change)}: la parte del ingreso"
        " que se lleva"
        f" {'sube' if change > 0 else 'baja'} {percent(abs(change))}."
    )
    if round(change, 2) > 0:
        verdict = "Pesa más que antes: se lleva una parte mayor de lo que cobrás, y queda menos para lo demás."
    elif round(change, 2) < 0:
        verdict = "Pesa menos que antes: se lleva una parte menor de lo que cobrás, aunque en pesos sea más."
    else:
        verdict = "Pesa lo mismo que antes: se lleva la misma parte de lo que cobrás."
    return (
        reading,
        verdict,
        "Por ejemplo, si antes era 30 % del ingreso, ahora es " + (f"{percent(Decimal(30) * (1 + change / HUNDRED))}."),
    )


CASES = (
    Case("desaceleración de la inflación", "desinflación", "infl ipc prec indi", _slows, first=True),
    Case("inflación de los alimentos", "inflación", "alim comi cana", _food, first=True),
    Case(
        "precios mayoristas y minoristas",
        "índice de precios al consumidor",
        "mayo ipim ipp prod",
        _wholesale,
        first=True,
    ),
    Case("ingreso en dólares", "tipo de cambio real", "dola usd", _in_dollars),
    Case(
        "ingreso que no cambia", "salario real", "suel sala cobr gana gano jubi ingr trab", _standing_still, first=True
    ),
    Case(
        "peso de un gasto",
        "poder adquisitivo",
        "alqu cuot expe prep cole tari luz gas bole supe comi tran naft kilo asad carn pan lech yerb poll reme"
        " medi farm obra peaj pate garr"
        " facu jard gimn"
        " inte celu tele agua subt tren mono serv",
        _weight,
        first=True,
    ),
)
