"""The calculators as functions that a model may call: few, typed, always the same.

The schemas are made once and stand first in every request, so that the provider's prefix cache knows them. Arguments
come from a model: they are checked before anything is worked out, and what is wrong goes back to it as JSON.
Percentages are given and told as percentages: 35 is 35 %.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal

import msgspec

from ecobot_tui.number_format import format_number
from ecobot_tui.text import clean_line, shorten

_Amount = Annotated[float, msgspec.Meta(ge=-1e15, le=1e15)]
_Positive = Annotated[float, msgspec.Meta(gt=0, le=1e15)]
_Percent = Annotated[float, msgspec.Meta(gt=-100, le=1e6, description="en %, 35 es 35 %")]
_Count = Annotated[int, msgspec.Meta(ge=1, le=1200)]
_Days = Annotated[int, msgspec.Meta(ge=1, le=36500)]
_Series = Annotated[list[_Amount], msgspec.Meta(min_length=2, max_length=120)]
_Period = Literal["diaria", "mensual", "trimestral", "semestral", "anual"]

_DAYS = {"diaria": 1.0, "mensual": 365 / 12, "trimestral": 365 / 4, "semestral": 365 / 2, "anual": 365.0}
_UNTOLD = frozenset(
    {"title", "minimum", "maximum", "exclusiveMinimum", "maxItems", "minItems", "minLength", "maxLength"}
)


class _Arguments(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a function takes."""


class PlazoFijo(_Arguments, frozen=True):
    """Interés de un plazo fijo: capital × TNA × días / 365."""

    capital: _Positive
    tna: _Percent
    dias: _Days


class InteresCompuesto(_Arguments, frozen=True):
    """Valor final de un capital con interés compuesto, por período."""

    capital: _Positive
    tasa_por_periodo: _Percent
    periodos: _Count


class CuotaPrestamo(_Arguments, frozen=True):
    """Cuota constante (sistema francés) y total pagado."""

    prestamo: _Positive
    tasa_por_periodo: _Percent
    cuotas: _Count


class TasaEquivalente(_Arguments, frozen=True):
    """Tasa efectiva de otro período equivalente a una efectiva dada."""

    tasa: _Percent
    de: _Period
    a: _Period


class NominalAEfectiva(_Arguments, frozen=True):
    """TEA de una TNA que capitaliza cada cierta cantidad de días (base 365)."""

    tna: _Percent
    dias_de_capitalizacion: _Days


class TasaReal(_Arguments, frozen=True):
    """Variación real de algo nominal (tasa, salario, jubilación) con esa inflación, exacta (Fisher)."""

    nominal: _Percent
    inflacion: _Percent


class InflacionAcumulada(_Arguments, frozen=True):
    """Suba acumulada de varias variaciones sucesivas."""

    variaciones: Annotated[list[_Percent], msgspec.Meta(min_length=1, max_length=120)]


class VariacionPorcentual(_Arguments, frozen=True):
    """Variación porcentual entre dos valores."""

    inicial: _Amount
    final: _Amount


class VanTir(_Arguments, frozen=True):
    """VAN y TIR de flujos en t = 0, 1, 2…; el primero suele ser la inversión, negativa."""

    flujos: _Series
    tasa_de_descuento: _Percent


class Elasticidad(_Arguments, frozen=True):
    """Elasticidad precio por punto medio (arco)."""

    precio_inicial: _Positive
    precio_final: _Positive
    cantidad_inicial: _Positive
    cantidad_final: _Positive


class Equilibrio(_Arguments, frozen=True):
    """Precio y cantidad donde Qd = a + b·P se cruza con Qs = c + d·P."""

    a: _Amount
    b: _Amount
    c: _Amount
    d: _Amount


class Calcular(_Arguments, frozen=True):
    """Cuenta aritmética con + - * / ** y paréntesis, con punto decimal."""

    expresion: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]


class ToolError(Exception):
    """A call that cannot be worked out; the text, in Spanish, goes back to the model."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a call gives: figures for the model, one line for people."""

    figures: dict[str, float]
    shown: str


def run(name: str, arguments: str) -> Result:
    """Work out a call as the model wrote it. Raises ToolError."""
    known = _WORK.get(name)
    if known is None:
        raise ToolError(f"no existe la función {clean_line(shorten(name, 40))!r}; hay: {', '.join(_WORK)}")
    kind, work = known
    try:
        result = work(msgspec.json.decode(arguments or "{}", type=kind))
    except msgspec.MsgspecError as error:
        raise ToolError(f"argumentos inválidos: {shorten(clean_line(str(error)), 200)}") from None
    except ZeroDivisionError:
        raise ToolError("con esos datos habría que dividir por cero") from None
    except OverflowError:
        raise ToolError("el resultado es demasiado grande") from None
    except (ValueError, ArithmeticError) as error:
        raise ToolError(f"no se puede calcular: {shorten(clean_line(str(error)), 200)}") from None
    if not all(abs(value) < 1e24 for value in result.figures.values()):
        raise ToolError("el resultado es demasiado grande")
    return result


@cache
def schemas() -> tuple[dict[str, Any], ...]:
    """Return the functions as the provider's API describes them, always the same."""
    described: list[dict[str, Any]] = []
    for name, (kind, _) in _WORK.items():
        parameters = _without_bounds(msgspec.json.schema(kind)["$defs"][kind.__name__])
        description = parameters.pop("description", "")
        function = {"name": name, "description": description, "parameters": parameters}
        described.append({"type": "function", "function": function})
    return tuple(described)


def _without_bounds(schema: Any) -> Any:
    """Leave out what is checked here anyway: every word of a schema is paid for with every question."""
    if not isinstance(schema, dict):
        return schema
    return {key: _without_bounds(value) for key, value in schema.items() if key not in _UNTOLD}


def _fixed_term(given: PlazoFijo) -> Result:
    interest = given.capital * given.tna / 100 * given.dias / 365
    total = given.capital + interest
    shown = (
        f"plazo fijo de {_n(given.capital)} al {_n(given.tna)} % TNA por {given.dias} días: "
        f"interés {_n(interest, money=True)}, total {_n(total, money=True)}"
    )
    return Result({"interes": interest, "total": total}, shown)


def _compound(given: InteresCompuesto) -> Result:
    from ecobot_tui.economics.calculators.formulas.interest import future_value

    value = future_value(given.capital, given.tasa_por_periodo / 100, given.periodos)
    shown = f"{_n(given.capital)} × (1 + {_n(given.tasa_por_periodo)} %)^{given.periodos} = {_n(value, money=True)}"
    return Result({"valor_final": value, "interes": value - given.capital}, shown)


def _instalment(given: CuotaPrestamo) -> Result:
    from ecobot_tui.economics.calculators.formulas.interest import french_payment

    rate = given.tasa_por_periodo / 100
    payment = french_payment(given.prestamo, rate, given.cuotas) if rate else given.prestamo / given.cuotas
    total = payment * given.cuotas
    shown = (
        f"préstamo de {_n(given.prestamo)} en {given.cuotas} cuotas al {_n(given.tasa_por_periodo)} % por período: "
        f"cuota {_n(payment, money=True)}, total {_n(total, money=True)}"
    )
    return Result({"cuota": payment, "total": total, "intereses": total - given.prestamo}, shown)


def _equivalent(given: TasaEquivalente) -> Result:
    from ecobot_tui.economics.calculators.formulas.prices import converted

    rate = converted(given.tasa / 100, _DAYS[given.a] / _DAYS[given.de]) * 100
    return Result({"tasa": rate}, f"{_n(given.tasa)} % {given.de} equivale a {_n(rate)} % {given.a}")


def _effective(given: NominalAEfectiva) -> Result:
    from ecobot_tui.economics.calculators.formulas.interest import effective_from_nominal

    rate = effective_from_nominal(given.tna / 100, 365 / given.dias_de_capitalizacion) * 100
    shown = f"TNA {_n(given.tna)} % cada {given.dias_de_capitalizacion} días: TEA {_n(rate)} %"
    return Result({"tea": rate}, shown)


def _real(given: TasaReal) -> Result:
    from ecobot_tui.economics.calculators.formulas.prices import real_change

    rate = real_change(given.nominal / 100, given.inflacion / 100) * 100
    shown = f"(1 + {_n(given.nominal)} %) / (1 + {_n(given.inflacion)} %) − 1 = {_n(rate)} % real"
    return Result({"real": rate}, shown)


def _accumulated(given: InflacionAcumulada) -> Result:
    from ecobot_tui.economics.calculators.formulas.prices import compounded

    rate = compounded([one / 100 for one in given.variaciones]) * 100
    told = ", ".join(f"{_n(one)} %" for one in given.variaciones[:12])
    return Result({"acumulada": rate}, f"acumulado de {told}: {_n(rate)} %")


def _change(given: VariacionPorcentual) -> Result:
    from ecobot_tui.economics.calculators.formulas.prices import change

    rate = change(given.inicial, given.final) * 100
    return Result({"variacion": rate}, f"de {_n(given.inicial)} a {_n(given.final)}: {_n(rate)} %")


def _project(given: VanTir) -> Result:
    from ecobot_tui.economics.calculators.formulas.projects import internal_rate, net_present_value, sign_changes

    value = net_present_value(given.flujos, given.tasa_de_descuento / 100)
    figures = {"van": value}
    shown = f"VAN al {_n(given.tasa_de_descuento)} %: {_n(value, money=True)}"
    changes = sign_changes(given.flujos)
    if changes == 1:
        figures["tir"] = internal_rate(given.flujos) * 100
        return Result(figures, f"{shown}; TIR {_n(figures['tir'])} %")
    return Result(figures, f"{shown}; {'sin TIR' if not changes else 'más de una TIR posible'}")


def _elasticity(given: Elasticidad) -> Result:
    from ecobot_tui.economics.calculators.formulas.micro import arc_elasticity

    value = arc_elasticity(given.cantidad_inicial, given.cantidad_final, given.precio_inicial, given.precio_final)
    return Result({"elasticidad": value}, f"elasticidad precio (arco): {_n(value)}")


def _equilibrium(given: Equilibrio) -> Result:
    from ecobot_tui.economics.calculators.formulas.micro import equilibrium

    price, quantity = equilibrium(given.a, given.b, given.c, given.d)
    return Result({"precio": price, "cantidad": quantity}, f"equilibrio: P = {_n(price)}, Q = {_n(quantity)}")


def _arithmetic(given: Calcular) -> Result:
    from ecobot_tui.economics.arithmetic import evaluate

    value = float(evaluate(given.expresion.replace("^", "**")))
    return Result({"resultado": value}, f"{shorten(clean_line(given.expresion), 120)} = {_n(value)}")


def _n(value: float, *, money: bool = False) -> str:
    return format_number(0.0 if abs(value) < 1e-12 else round(value, 10), money=money)


_Work = tuple[type[_Arguments], Callable[[Any], Result]]
_WORK: dict[str, _Work] = {
    "plazo_fijo": (PlazoFijo, _fixed_term),
    "interes_compuesto": (InteresCompuesto, _compound),
    "cuota_prestamo": (CuotaPrestamo, _instalment),
    "tasa_equivalente": (TasaEquivalente, _equivalent),
    "tna_a_tea": (NominalAEfectiva, _effective),
    "tasa_real": (TasaReal, _real),
    "inflacion_acumulada": (InflacionAcumulada, _accumulated),
    "variacion_porcentual": (VariacionPorcentual, _change),
    "van_tir": (VanTir, _project),
    "elasticidad": (Elasticidad, _elasticity),
    "equilibrio": (Equilibrio, _equilibrium),
    "calcular": (Calcular, _arithmetic),
}

NAMES: Sequence[str] = tuple(_WORK)
"""The functions there are."""
