"""The mean, the median, and the half that earns less."""

from decimal import Decimal

from ecobot_tui.economics.interpretation.cases.telling import HUNDRED, Case, Lines, assigned, has
from ecobot_tui.economics.interpretation.found import as_said, percent
from ecobot_tui.economics.interpretation.statement import Statement


def _mean_and_median(statement: Statement) -> Lines | None:
    if not has(statement, r"(?:ingreso|salario|sueldo|patrimonio|precio)s?|remuneracion\w*|haber\w*"):
        return None
    pair = assigned(statement, (r"medi[oa]|promedio", "$#"), (r"median[oa]", "$#"))
    if pair is None or pair[0].value == pair[1].value or has(statement, r"costo"):
        return None
    mean, median = pair
    gap = (mean.value / median.value - 1) * HUNDRED if median.value else Decimal(0)
    reading = f"El promedio es {as_said(mean)} y la mediana {as_said(median)}: {percent(abs(gap))} de diferencia."
    if mean.value > median.value:
        verdict = (
            "Hay desigualdad: pocos con ingresos muy altos suben el promedio, y la mitad gana menos que la"
            " mediana. La distribución es"
            " asimétrica a la derecha, concentrada arriba."
        )
    else:
        verdict = (
            "Pocos valores muy bajos tiran abajo el promedio: la distribución es asimétrica a la"
            " izquierda, algo poco común en ingresos."
        )
    return (
        reading,
        verdict,
        "Para saber cuánto gana alguien típico conviene la mediana, que no se mueve con los extremos.",
    )


def _half(statement: Statement) -> Lines | None:
    """Read «la mitad gana menos de 700 mil», which is the median."""
    if not has(
        statement, r"(?:la )?mitad|%\d", r"(?:gan|cobr|ten|recib|est)\w* (?:menos|por debajo)|por debajo|menos de"
    ):
        return None
    half = [one for one in statement.values if one.mark == "%" and one.value == 50]
    money = [one for one in statement.values if one.mark in "$#"]
    if (
        len(money) != 1
        or len(statement.values) != len(money) + len(half)
        or not (half or has(statement, r"(?:la )?mitad"))
    ):
        return None
    if not has(statement, r"como se (?:llama|denomina)|que (?:es|significa|representa|valor|medida|nombre)|median[oa]"):
        return None
    return (
        f"Dato: la mitad está por debajo de {as_said(money[0])}.",
        "Ese valor es la mediana: deja a la mitad (50 %) por debajo y a la otra mitad por encima.",
        "No es el promedio, que sube con unos pocos ingresos muy altos.",
    )


def _median(statement: Statement) -> Lines | None:
    if (
        len(statement.values) != 1
        or statement.values[0].mark not in "$#"
        or has(statement, r"medi[oa]|promedio|calcul\w+")
    ):
        return None
    if not has(statement, r"median[oa]"):
        return None
    said = as_said(statement.values[0])
    return (
        f"Dato: mediana de {said}.",
        f"La mitad (50 %) está por debajo de {said} y la otra mitad por encima.",
        "A diferencia del promedio, no se mueve con los valores extremos; no dice cuánto ganan los de las puntas.",
    )


CASES = (
    Case("la mitad de abajo", "mediana", "mita gana cobr meno", _half, first=True),
    Case("mediana", "mediana", "medi", _median, first=True),
    Case("ingreso medio y mediano", "mediana", "medi prom", _mean_and_median, first=True),
)
