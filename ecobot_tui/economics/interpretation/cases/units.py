"""One unit more: what a worker adds, what a helping gives, what a peso buys, what it costs."""

from decimal import Decimal

from ecobot_tui.economics import rx
from ecobot_tui.economics.interpretation.cases.telling import Case, Lines, assigned, has
from ecobot_tui.economics.interpretation.cases.telling import names as tell_names
from ecobot_tui.economics.interpretation.found import as_said
from ecobot_tui.economics.interpretation.statement import Figure, Statement
from ecobot_tui.number_format import format_number

_ONE = Decimal(1)


_WORKER = (
    r"obrer[oa]s?|trabajador(?:a|es)?|emplead[oa]s?|operari[oa]s?|jornaler[oa]|cosecher[oa]|cociner[oa]"
    r"|moz[oa]|peon|persona|ayudante|hora|maquina|kilo de fertilizante"
)


_ADDS = r"agreg\w*|sum\w*|aport\w*|produ\w+|rind\w*|rend\w*|hace|hizo|cosech\w+|junt\w+|dio|da|fabric\w+|hac\w+"


_THING = (
    r"helado|vaso|porcion|empanada|cafe|mate|pizza|unidad|chocolate|hamburguesa|alfajor|gaseosa|cerveza"
    r"|galletita|caramelo|viaje"
    r"|par|bocado|plato|torta|medialuna|manzana|naranja|capitulo|pelicula|cine|asado|choripan|agua|taza|copa"
)


_JOY = r"satisfaccion|utilidad|utiles|placer|gust\w+|disfrut\w+|felicidad|ganas|provecho|valor\w*|pagaria|dispuest\w+"


_RANKED = (
    r"primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|sext[oa]|septim[oa]|octav[oa]|noven[oa]"
    r"|decim[oa]\w*|undecim[oa]|duodecim[oa]|ultim[oa]|anterior|siguiente|otr[oa]|numero"
)


def _last_unit(statement: Statement) -> Lines | None:
    """Read what a worker or a unit more adds against the one before."""
    joy = has(statement, _JOY) and has(statement, rf"{_THING}|{_RANKED}|cada")
    work = has(statement, _WORKER, _ADDS)
    if (
        not (joy or work)
        or not has(statement, _RANKED)
        or has(statement, r"ingreso|sueldo|salario|precio|costo|peso|decil|quintil")
    ):
        return None
    figures = [one for one in statement.values if one.mark in "#$"]
    less = has(statement, r"menos|mucho menos|menor|ya no (?:[a-z]+ ){0,4}?(?:tanto|igual)|no (?:[a-z]+ ){0,4}tanto")
    if len(figures) == len(statement.values) and (len(figures) == 2 or (len(figures) in (3, 4) and _goes_on(figures))):
        first, second = figures[0].value, figures[1].value
        if rx.search(
            (
                r" (?:ultim[oa]|decim[oa]|segund[oa])\b[^#$]*[#$]\d.*(?:primer[oa]?|anterior"
                rf"|novena?o?)\b[^#$]*{figures[1].slot[0]}\d"
            ),
            statement.text,
        ):
            first, second = second, first
        said = f"Dato: una unidad suma {format_number(first)} y la siguiente {format_number(second)}."
    elif not statement.values and (less or has(statement, r"mas")):
        first, second = (_ONE, Decimal(0)) if less else (Decimal(0), _ONE)
        said = f"Dato: cada unidad suma {'menos' if less else 'más'} que la anterior."
    else:
        return None
    if first == second:
        return said, "El marginal es constante: cada unidad suma lo mismo que la anterior.", "Vale en ese tramo."
    if work:
        if second < 0:
            verdict = (
                "El producto marginal ya es negativo: con el último, la producción total baja, y no conviene sumarlo."
            )
        elif second < first:
            verdict = (
                "Son rendimientos marginales decrecientes: el producto marginal baja, porque cada trabajador"
                " de más cuenta con menos"
                " máquinas, tierra o espacio. La producción total sigue subiendo, pero cada vez menos."
            )
        else:
            verdict = (
                "Son rendimientos marginales crecientes: el producto marginal sube, en general por"
                " división del trabajo y especialización."
            )
        return said, verdict, "Vale con los demás factores fijos (corto plazo): no es que los últimos trabajen peor."
    if second < first:
        verdict = (
            "Es la utilidad marginal decreciente: cada unidad más de un bien da menos satisfacción que"
            " la anterior, aunque la utilidad total siga subiendo."
        )
    else:
        verdict = (
            "La utilidad marginal es creciente: cada unidad más da más satisfacción que la anterior, algo poco común."
        )
    return (
        said,
        verdict,
        "Vale en el mismo momento y con los gustos dados; por eso se paga menos por cada unidad de más.",
    )


def _goes_on(figures: list[Figure]) -> bool:
    """Tell whether figures only fall or only rise."""
    values = [one.value for one in figures]
    return values in (sorted(values), sorted(values, reverse=True))


_HANDS = r"(?:obrer[oa]s?|trabajador(?:es)?|emplead[oa]s?|operari[oa]s?|personas|maquinas|moz[oa]s|cociner[oa]s)"


def _from_total(statement: Statement) -> Lines | None:
    """Read «de 4 a 5 empleados la producción bajó de 100 a 95»."""
    hands = rx.search(rf" (?:de|con) ([#$]\d) (?:{_HANDS} )?a ([#$]\d) {_HANDS} ", statement.text)
    made = rx.search(
        r" (?:producci\w+|produc\w+|total|cosecha\w*)(?: [a-z]+){0,3} de ([#$]\d)(?: [a-z]+)? a ([#$]\d) ",
        statement.text,
    )
    by_slot = {one.slot: one.value for one in statement.figures}
    one_more = has(statement, _RANKED) and has(statement, rf"{_WORKER}|panader\w+|vendedor\w*|chofer|maquina")
    if made is None or len(statement.values) != (2 if hands is None else 4) or (hands is None and not one_more):
        return None
    before, after = (by_slot[hands[1]], by_slot[hands[2]]) if hands else (Decimal(0), _ONE)
    low, high = by_slot[made[1]], by_slot[made[2]]
    if after <= before:
        return None
    marginal = (high - low) / (after - before)
    reading = (
        f"De {format_number(low)} a {format_number(high)} con {format_number(after - before)} más: el"
        f" producto marginal es {format_number(round(marginal, 2))}."
    )
    if marginal < 0:
        verdict = (
            "El producto marginal es negativo: con el último la producción total baja (se estorban), así"
            " que no conviene sumarlo."
        )
    elif marginal == 0:
        verdict = "El producto marginal es cero: el último no agrega nada, y la producción total está en su máximo."
    else:
        verdict = (
            (
                f"El producto marginal es positivo: cada uno más agrega {format_number(round(marginal, 2))}. Es"
                " menor que el promedio de antes, así que el promedio baja."
            )
            if before and marginal < low / before
            else f"El producto marginal es positivo: cada uno más agrega {format_number(round(marginal, 2))}."
        )
    return reading, verdict, "Vale con los demás factores fijos (corto plazo)."


def _per_peso(statement: Statement) -> Lines | None:
    if not has(
        statement,
        r"utilidad\w*|utiles|satisfaccion|placer",
        r"(?:por|cada|ultim[oa]) (?:cada )?(?:peso|\$)|(?:por|cada) pesos?|ultimo peso",
    ):
        return None
    figures = [one for one in statement.values if one.mark in "#$%"]
    if len(figures) != 2 or len(statement.values) != 2:
        return None
    names = tell_names(statement, *figures, first="el primer bien", second="el segundo bien")
    reading = (
        f"Cada peso da {format_number(figures[0].value)} en «{names[0]}» y"
        f" {format_number(figures[1].value)} en «{names[1]}»."
    )
    if figures[0].value == figures[1].value:
        verdict = "Sí, estás en el óptimo: el último peso rinde lo mismo en los dos, y no ganás nada con mover gasto."
    else:
        best = 0 if figures[0].value > figures[1].value else 1
        verdict = (
            f"No estás en el óptimo: conviene gastar más en «{names[best]}», donde el último peso da más"
            " utilidad, y menos en"
            f" «{names[1 - best]}», hasta que se igualen (la utilidad marginal baja al consumir más)."
        )
    return reading, verdict, "En el óptimo del consumidor la utilidad marginal por peso es igual en todos los bienes."


def _one_more_unit(statement: Statement) -> Lines | None:
    """Read what one more unit costs and what it is sold for."""
    if not has(
        statement,
        r"unidad(?: numero)?|una mas|otra mas|adicional|la ultima",
        r"cuesta|costo|cuestan|sale",
        r"vend\w+|precio|pagan?|cobr\w+|ingreso",
    ):
        return None
    pair = assigned(
        statement,
        (r"vend\w+|precio|pagan?|cobr\w+|ingreso", "$#"),
        (r"cuesta|costo|cuestan|sale|producir\w*|hacer\w*|fabricar\w*", "$#"),
    )
    if pair is None or has(statement, r"medio|variable|fijo|promedio|total|cuanto|utilidad"):
        return None
    price, cost = pair
    reading = (
        f"La unidad de más cuesta {as_said(cost)} y deja {as_said(price)}: {format_number(price.value - cost.value)}."
    )
    if price.value > cost.value:
        verdict = "Sí, conviene producirla: suma más ingreso que costo."
    elif price.value < cost.value:
        verdict = "No conviene producirla: cuesta más de lo que deja, y baja la ganancia."
    else:
        verdict = "Da lo mismo: es justo donde se maximiza la ganancia (costo marginal igual al precio)."
    return reading, verdict, "Se comparan el costo y el ingreso marginales; los costos fijos no entran en la decisión."


CASES = (
    Case("una unidad más", "costo marginal", "unid una otra adic ulti", _one_more_unit, first=True),
    Case(
        "producto marginal",
        "producto marginal",
        "obre trab empl oper pers maqu mozo coci pana vend chof",
        _from_total,
        first=True,
    ),
    Case("utilidad marginal por peso", "utilidad marginal", "util sati plac", _per_peso),
    Case(
        "lo que suma la última unidad",
        "rendimientos marginales decrecientes",
        "obre trab empl oper jorn cose coci mozo moza peon ayud maqu",
        _last_unit,
    ),
    Case(
        "utilidad marginal decreciente",
        "utilidad marginal",
        "sati util plac gust disf feli gana paga disp valo",
        _last_unit,
    ),
)
