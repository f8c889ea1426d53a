"""Who wins and who loses: a peso that falls, a subsidy that reaches the rich, shares of the top and the bottom."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.interpretation.cases.telling import HUNDRED, Case, Lines, assigned, has, real, slot
from ecobot_tui.economics.interpretation.found import as_said, percent
from ecobot_tui.economics.interpretation.statement import Statement
from ecobot_tui.number_format import format_number

_TOP = (
    r"(?:mas )?ric[oa]s?|de arriba|(?:decil|quintil) (?:10|5|mas (?:alto|rico)|superior)|(?:quinto|decimo"
    r"|ultimo) (?:quintil|decil)|sectores altos|altos ingresos"
)
_BOTTOM = (
    r"(?:mas )?pobres?|de abajo|(?:decil|quintil) (?:1|mas (?:bajo|pobre)|inferior)|primer (?:quintil|decil)"
    r"|sectores bajos|bajos ingresos"
)


def _who_gains(statement: Statement) -> Lines | None:
    """Read a move of the peso or the dollar, where it is asked whom it helps or hurts."""
    if not has(
        statement,
        r"(?:a )?quien(?:es)?|benefici\w+|perjudic\w+|favorec\w+|gana\w*|export\w+|import\w+|turis\w+",
        r"quien(?:es)?|benefici\w+|perjudic\w+|favorec\w+|conviene",
        r"peso|dolar|tipo de cambio|moneda|devalu\w+",
    ):
        return None
    if len(statement.values) not in (1, 2) or has(statement, r"inflacion|precios|plazo fijo|sueldo|salario|deuda|debo"):
        return None
    peso = has(
        statement,
        r"(?:peso|moneda)(?: [a-z]+){0,3} (?:se )?(?:deprec|deval|debilit|perd|baj|cay)\w*|deval\w+|deprec\w+",
    )
    stronger = has(statement, r"(?:se )?(?:aprec|revalu|revalor|fortalec)\w*|dolar(?: [a-z]+){0,2} (?:baj|cay|cae)\w*")
    dollar = has(
        statement,
        (
            r"(?:dolar|tipo de cambio)(?: [a-z]+){0,2} (?:sub|aument|salt|paso|trep)\w*|(?:sub|aument)\w* (?:el"
            r"|del) (?:dolar|tipo de cambio)"
        ),
    )
    if stronger == (peso or dollar):
        return None
    said = ", ".join(as_said(one) for one in statement.values)
    if stronger:
        return (
            f"Dato: la moneda local se aprecia ({said}).",
            "Beneficia a quienes importan, viajan afuera o deben en dólares, y ayuda a frenar los precios;"
            " perjudica a los"
            " exportadores, al turismo receptivo y a la industria que compite con lo importado.",
            (
                "Si los precios internos cambian en la misma proporción, el tipo de cambio real no se mueve y el"
                " efecto se anula."
            ),
        )
    return (
        f"Dato: la moneda local se deprecia ({said}).",
        "Beneficia a los exportadores, al turismo receptivo, a los que compiten con importaciones y a quien"
        " tiene dólares;"
        " perjudica a quien importa, viaja afuera, debe en dólares o cobra en pesos, porque suben los precios.",
        "Si los precios internos suben en la misma proporción, el tipo de cambio real no cambia y la ventaja se va.",
    )


def _subsidy(statement: Statement) -> Lines | None:
    """Read which part of a subsidy, or of public spending, reaches the top and the bottom."""
    if not has(statement, r"subsidi\w+|gasto(?: publico| social)?|ayuda|transferencias?|beneficio|moratoria"):
        return None
    pair = assigned(statement, (_TOP, "%"), (_BOTTOM, "%"))
    if (
        pair is None
        or len(statement.values) not in (2, 4)
        or has(statement, r"impuesto\w*|iva|gini|pesa|de su ingreso")
    ):
        return None
    top, bottom = (one.value for one in pair)
    if top == bottom:
        return None
    reading = f"Del total, {percent(top)} llega a los sectores altos y {percent(bottom)} a los bajos."
    verdict = (
        "Está mal focalizado: es un gasto regresivo (pro-rico), porque la mayor parte la reciben quienes más tienen."
        if top > bottom
        else "Está bien focalizado: es un gasto progresivo (pro-pobre), porque la mayor parte la reciben quienes menos"
        " tienen."
    )
    return (
        reading,
        verdict,
        "Falta ver cuánto pesa en el ingreso de cada grupo: algo chico para un rico puede ser mucho para un pobre.",
    )


def _shares(statement: Statement) -> Lines | None:
    """Read the shares of the income that the top and the bottom have."""
    if has(statement, r"impuesto\w*|iva|tributo|subsidi\w+|gini|inflacion|gasta\w*|paga\w*|canasta"):
        return None
    if not has(statement, _TOP, _BOTTOM) or not has(
        statement, r"ingresos?|torta|(?:se )?(?:qued|llev|recib|gan|concentr|ten|ti?en)\w*"
    ):
        return None
    top = slot(statement, rf"(?:{_TOP})(?: [a-z,]+){{0,6}}? ([%#]\d)")
    bottom = slot(statement, rf"(?:{_BOTTOM})(?: [a-z,]+){{0,6}}? ([%#]\d)")
    if top is None or bottom is None or len(statement.values) > 4:
        return None
    groups = [one for one in statement.values if one not in (top, bottom)]
    if any(one.mark != "%" for one in groups) or top.slot == bottom.slot:
        return None
    high, low = top.value, bottom.value
    if not 0 < low < high or high + low > HUNDRED or len(groups) == 1:
        return None
    sizes = [rx.search(rf" {one.slot} (?:mas )?(?:ric|pobr|de (?:arriba|abajo))", statement.text) for one in groups]
    same = len({one.value for one in groups}) <= 1
    if not all(sizes):
        return None
    reading = f"Los de arriba se llevan {percent(high)} del ingreso y los de abajo {percent(low)}."
    times = f" los de arriba reciben {format_number(round(high / low, 2))} veces lo que los de abajo" if same else ""
    verdict = "La distribución es desigual:" + (
        f"{times}." if times else " la parte del ingreso de los de arriba es mucho mayor que la de los de abajo."
    )
    return reading, verdict, "Compara solo las puntas; para toda la distribución se usan la curva de Lorenz y el Gini."


def _poverty_and_gini(statement: Statement) -> Lines | None:
    """Read poverty and inequality that move apart."""
    if not has(statement, r"pobreza", r"gini|desigualdad"):
        return None
    moves = [
        rx.search(
            rf" (?:(sub|aument|crec|empeor)|(baj|cay|cae|dismin|redu|mejor))\w*"
            rf"(?: (?!y\b|pero\b)[a-z]+){{0,2}} {word} ",
            statement.text,
        )
        or rx.search(
            rf" {word}(?: [a-z%#]+\d?){{0,2}} (?:(sub|aument|crec|empeor)|(baj|cay|cae|dismin|redu|mejor))\w* ",
            statement.text,
        )
        for word in ("pobreza", "(?:gini|desigualdad)")
    ]
    poverty, spread = moves
    if poverty is None or spread is None:
        return None
    poverty_up, gini_up = poverty[1] is not None, spread[1] is not None
    reading = f"La pobreza {'sube' if poverty_up else 'baja'} y la desigualdad {'sube' if gini_up else 'baja'}."
    if poverty_up == gini_up:
        verdict = "Van en el mismo sentido: " + (
            "hay más pobres y el ingreso está más concentrado."
            if gini_up
            else "hay menos pobres y el reparto es más parejo."
        )
    elif gini_up:
        verdict = (
            "No se contradicen: los de abajo mejoraron lo bastante para pasar la línea, pero los de arriba"
            " mejoraron más,"
            " así que la sociedad es menos pobre y más desigual."
        )
    else:
        verdict = (
            "No se contradicen: todos perdieron y los de arriba más, así que la sociedad es más pobre y más pareja: una"
            " igualdad hacia abajo."
        )
    return reading, verdict, "La pobreza mira cuántos no llegan a una canasta; el Gini, cómo se reparte el total."


def _below_the_mean(statement: Statement) -> Lines | None:
    """Read a majority that earns less than the average, or a median below the mean."""
    majority = [
        one
        for one in statement.values
        if one.mark == "%"
        and one.value > 50
        and has(statement, rf"{one.slot} .*(?:menos que|por debajo|debajo|no llega)\w* .*(?:promedio|media)")
    ]
    median = has(
        statement,
        (
            r"median[ao](?: [a-z]+){0,4} (?:%\d )?(?:menor|inferior|mas baj[ao]"
            r"|(?:por )?debajo)(?: [a-z%]+\d?){0,4} (?:media|promedio)"
        ),
    )
    if not (majority or median) or len(statement.values) > 1 or has(statement, r"nota|altura|examen|costo"):
        return None
    said = f" ({as_said(statement.values[0])})" if statement.values else ""
    return (
        f"Dato: la mayoría queda por debajo del promedio{said}.",
        "Es posible y común en los ingresos: unos pocos muy altos suben el promedio, así que la mediana queda"
        " por debajo."
        " La distribución es asimétrica a la derecha y muestra desigualdad.",
        "Para saber cuánto gana alguien típico sirve la mediana, y no el promedio.",
    )


def _more_than(statement: Statement) -> Lines | None:
    """Read «gano más que el 70 % de la gente»."""
    share = slot(statement, r"(?:mas|mejor) (?:plata )?que (?:el |casi el )?(%\d)")
    if share is None or len(statement.values) != 1 or has(statement, r"menos|inflacion|impuesto|precio|tasa"):
        return None
    if not has(
        statement, r"gan\w+|cobr\w+|ingresos?", r"gente|personas|poblacion|hogares|trabajadores|argentinos|pais"
    ):
        return None
    if not 0 < share.value < HUNDRED:
        return None
    decile = min(int(share.value // 10) + 1, 10)
    return (
        f"Dato: {percent(share.value)} gana menos.",
        f"Estás en el percentil {format_number(share.value)}, en el decil {decile}: {percent(share.value)}"
        " tiene un ingreso"
        f" menor y {percent(HUNDRED - share.value)} uno mayor.",
        "Dice el lugar en la fila, y no si alcanza: en un país pobre se puede estar arriba y no llegar a la canasta.",
    )


def _wage_and_typical(statement: Statement) -> Lines | None:
    """Read one's own wage against the median or the average one."""
    if (
        not has(statement, r"mi (?:sueldo|salario|ingreso|jubilacion)|gano|cobro|me pagan")
        or len(statement.values) != 2
    ):
        return None
    pair = assigned(
        statement,
        (r"mi (?:sueldo|salario|ingreso|jubilacion)|gano|cobro|me pagan", "$#"),
        (r"median[ao](?: salarial)?|promedio|media|(?:sueldo|salario) (?:medio|mediano|promedio)", "$#"),
    )
    if pair is None or has(statement, r"costo|inflacion"):
        return None
    mine, typical = (one.value for one in pair)
    if typical <= 0:
        return None
    median = has(statement, r"median[ao]")
    gap = (mine / typical - 1) * HUNDRED
    reading = f"Ganás {as_said(pair[0])}, {percent(abs(gap))} {'más' if gap >= 0 else 'menos'} que {as_said(pair[1])}."
    if median:
        side = "más" if gap > 0 else "menos"
        verdict = (
            f"Ganás {side} que la mitad de la gente: la mediana deja a la mitad por debajo y a la mitad por encima."
        )
    elif gap > 0:
        verdict = "Estás por encima del promedio, y seguramente más arriba que la mitad: pocos sueldos altos lo inflan."
    else:
        verdict = (
            "Estás por debajo del promedio, como la mayoría: pocos sueldos muy altos lo suben. Para ubicarte mirá la"
            " mediana."
        )
    return reading, verdict, "Depende de quiénes se cuentan: todos los que trabajan, o solo los registrados."


def _line_and_incomes(statement: Statement) -> Lines | None:
    """Read the poverty line, or the basket, that rises against the incomes."""
    if has(statement, r"inflacion|precios|cuant[oa]s?"):
        return None
    pair = assigned(
        statement,
        (r"(?:linea de |la )pobreza|canasta(?: basica)?(?: total| alimentaria)?|cbt|cba", "%"),
        (r"ingresos?|sueldos?|salarios?|jubilacion(?:es)?|haber(?:es)?|asignacion(?:es)?|auh", "%"),
    )
    if pair is None or len(statement.values) != 2 or not all(one.direction or one.moved for one in pair[:1]):
        return None
    line, income = (one.change for one in pair)
    change = real(income, line)
    if change is None:
        return None
    reading = (
        f"La canasta varía {percent(line)} y los ingresos {percent(income)}: medidos en canastas, {percent(change)}."
    )
    if round(change, 2) < 0:
        verdict = (
            "Es esperable que la pobreza suba: los ingresos crecen menos que la canasta y más hogares quedan debajo."
        )
    elif round(change, 2) > 0:
        verdict = "Es esperable que la pobreza baje: los ingresos crecen más que la canasta y más hogares la alcanzan."
    else:
        verdict = "La pobreza no debería cambiar por esto: los ingresos crecen igual que la canasta."
    return reading, verdict, "Depende de cuántos hogares estén cerca de la línea y de a quiénes les llegue el aumento."


def _two_taxes(statement: Statement) -> Lines | None:
    """Read which of two taxes is progressive, each told with its rates."""
    found = rx.search(
        r" (?:impuesto )?a (?:[a-z,]+ )*?(%\d) (?:[a-z,%]+\d? )*?(?:impuesto )?b (?:[a-z,]+ )*?(%\d) ", statement.text
    )
    if found is None or not has(statement, r"progresiv\w+|regresiv\w+", r"impuesto\w*|tributo", _TOP, _BOTTOM):
        return None
    kinds: dict[str, str] = {}
    cut = statement.text.index(" b ", found.start())
    for name, text in (("A", statement.text[:cut]), ("B", statement.text[cut:])):
        low = rx.search(rf"(%\d) (?:[a-z]+ ){{0,4}}?(?:{_BOTTOM}) ", text)
        high = rx.search(rf"(%\d) (?:[a-z]+ ){{0,4}}?(?:{_TOP}) ", text)
        values = {one.slot: one.value for one in statement.figures}
        if low and high:
            gap = values[high[1]] - values[low[1]]
            kinds[name] = "progresivo" if gap > 0 else "regresivo" if gap < 0 else "proporcional"
        elif text.count("%") == 1:
            kinds[name] = "proporcional"
    if len(kinds) != 2:
        return None
    return (
        f"Dato: el impuesto A es {kinds['A']} y el B es {kinds['B']}.",
        " ".join(
            f"{name} es {kind}: "
            + {
                "progresivo": "quien más gana paga una parte mayor.",
                "regresivo": "quien menos gana paga una parte mayor.",
                "proporcional": "todos pagan la misma parte.",
            }[kind]
            for name, kind in kinds.items()
        ),
        "Se mira la parte del ingreso que se lleva, y no los pesos que se pagan.",
    )


CASES = (
    Case("quién gana con el dólar", "devaluación", "peso dola tipo mone deva", _who_gains, first=True),
    Case("a quién llega un gasto", "impuesto regresivo", "subs gast ayud tran", _subsidy, first=True),
    Case("más que tantos", "distribución del ingreso", "gano gana cobr ingr", _more_than, first=True),
    Case("sueldo propio y mediano", "mediana", "medi prom", _wage_and_typical, first=True),
    Case("canasta e ingresos", "pobreza", "pobr cana cbt cba", _line_and_incomes, first=True),
    Case("dos impuestos", "impuesto progresivo", "impu trib", _two_taxes, first=True),
    Case("pobreza y desigualdad", "coeficiente de Gini", "pobr", _poverty_and_gini, first=True),
    Case("partes de arriba y de abajo", "distribución del ingreso", "rico rica arri quin deci", _shares, first=True),
    Case("mayoría bajo el promedio", "mediana", "prom medi", _below_the_mean, first=True),
)
