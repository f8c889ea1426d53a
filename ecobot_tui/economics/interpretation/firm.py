"""Whether a firm stays in the market: the price against its average cost and its average variable cost."""

import re

from ecobot_tui.economics.interpretation.found import Found
from ecobot_tui.economics.interpretation.naming import FARTHEST, distance
from ecobot_tui.economics.interpretation.statement import Figure, Statement
from ecobot_tui.number_format import format_number

_PRICE = re.compile(r"(?<= )(?:precio(?: de (?:venta|mercado))?|vend\w+ a|p)(?= )")
_AVERAGE = re.compile(r"(?<= )(?:costo (?:total )?(?:medio|promedio|unitario)(?: total)?|cme|cmt|cmet)(?= )")
_VARIABLE = re.compile(r"(?<= )(?:(?:costo )?(?:medio )?variable(?: medio| promedio| unitario)?|cvme|cvm)(?= )")


def read_firm(statement: Statement) -> Found | None:
    """Read a price, an average cost and an average variable cost; None if the three are not told."""
    if len(statement.values) != 3:
        return None
    roles = [_nearest(statement, name) for name in (_PRICE, _AVERAGE, _VARIABLE)]
    price, average, variable = roles
    if price is None or average is None or variable is None or len({one.slot for one in roles if one}) != 3:
        return None
    p, total, part = price.value, average.value, variable.value
    if part > total:
        return None
    reading = (
        f"El precio es {format_number(p)}, el costo medio {format_number(total)} y el costo variable medio"
        f" {format_number(part)}."
    )
    if p >= total:
        gain = "hay beneficio económico" if p > total else "el beneficio económico es cero, lo normal"
        verdict = f"El precio cubre el costo medio: {gain}, y conviene seguir produciendo."
    elif p >= part:
        verdict = (
            f"Hay pérdida de {format_number(total - p)} por unidad, pero el precio cubre el costo variable: en el corto"
            " plazo conviene seguir, porque ayuda a pagar los costos fijos; en el largo plazo, salir."
        )
    else:
        verdict = "El precio no cubre ni el costo variable: conviene cerrar ya, porque produciendo se pierde más."
    caveat = "En el corto plazo los costos fijos se pagan igual: por eso se compara con el costo variable medio."
    return Found("punto de cierre", "punto de cierre", (reading, verdict, caveat))


def _nearest(statement: Statement, name: re.Pattern[str]) -> Figure | None:
    options = [
        (distance(statement, match.start(), match.end(), figure), place, figure)
        for match in name.finditer(statement.text)
        for place, figure in enumerate(statement.values)
    ]
    best = min(options, key=lambda option: option[:2], default=None)
    return best[2] if best and best[0] <= FARTHEST else None
