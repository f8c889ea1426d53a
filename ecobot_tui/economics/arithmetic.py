"""Arithmetic that strangers may type: an expression is taken apart by `ast`, and only what is listed here is done.

Nothing in it can name a thing, call a thing, or grow: length, depth, exponents and magnitudes are bounded.
"""

import ast
import re
from collections.abc import Callable
from decimal import Context, Decimal, DivisionByZero, InvalidOperation, Overflow, Underflow

from ecobot_tui.economics.calculation import CalculationError

LONGEST_EXPRESSION = 200
_DEEPEST = 40
_LARGEST_EXPONENT = 1_000
_LARGEST_POWER_OF_TEN = 24

_ALLOWED = re.compile(r"[0-9.+\-*/()~ ]*")

# The traps turn what would be an infinity or NaN into an exception at the step where it happens.
_CONTEXT = Context(prec=34, Emin=-999, Emax=999, traps=[DivisionByZero, Overflow, Underflow, InvalidOperation])

_TOO_LARGE = "No puedo hacer esa cuenta: el resultado es demasiado grande."
_LARGE_EXPONENT = "No puedo hacer esa cuenta: el exponente es demasiado grande."
_TOO_SMALL = "No puedo hacer esa cuenta: el resultado es demasiado cercano a cero."
_BY_ZERO = "No se puede dividir por cero."
_UNDEFINED = "Esa cuenta no tiene un resultado real: revisá las raíces y las potencias."
_TOO_LONG = "La cuenta es demasiado larga: partila en pasos."
_MALFORMED = "No entiendo la cuenta: revisá los signos y los paréntesis."


def evaluate(expression: str) -> Decimal:
    """Return the value of an expression in programming notation: `+ - * / **`, parentheses, `.` decimal.

    `~x` is the square root of x. CalculationError, with a Spanish sentence, for all that cannot be done.
    """
    expression = expression.strip(" ")
    if len(expression) > LONGEST_EXPRESSION:
        raise CalculationError(_TOO_LONG)
    if not _ALLOWED.fullmatch(expression):
        raise CalculationError(_MALFORMED)
    try:
        tree = ast.parse(expression, mode="eval")
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        raise CalculationError(_MALFORMED) from error
    try:
        value = _value(tree.body, expression, _DEEPEST)
    except Overflow as error:
        raise CalculationError(_TOO_LARGE) from error
    except Underflow as error:
        raise CalculationError(_TOO_SMALL) from error
    except DivisionByZero as error:
        raise CalculationError(_BY_ZERO) from error
    except InvalidOperation as error:
        raise CalculationError(_UNDEFINED) from error
    if value and value.adjusted() >= _LARGEST_POWER_OF_TEN:
        raise CalculationError(_TOO_LARGE)
    return value


def _value(node: ast.expr, expression: str, depth: int) -> Decimal:
    if depth == 0:
        raise CalculationError(_TOO_LONG)
    match node:
        case ast.Constant(value=int() | float()):
            # The text, not the node's value: that one is a binary fraction.
            return Decimal(expression[node.col_offset : node.end_col_offset])
        case ast.UnaryOp(op=op, operand=operand) if type(op) in _UNARY:
            return _UNARY[type(op)](_value(operand, expression, depth - 1))
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _BINARY:
            first = _value(left, expression, depth - 1)
            return _BINARY[type(op)](first, _value(right, expression, depth - 1))
        case _:
            raise CalculationError(_MALFORMED)


def _divide(dividend: Decimal, divisor: Decimal) -> Decimal:
    if not divisor:
        raise CalculationError(_BY_ZERO)
    return _CONTEXT.divide(dividend, divisor)


def _power(base: Decimal, exponent: Decimal) -> Decimal:
    if abs(exponent) > _LARGEST_EXPONENT:
        raise CalculationError(_LARGE_EXPONENT)
    if not base and exponent < 0:
        raise CalculationError(_BY_ZERO)
    return _CONTEXT.power(base, exponent)


_UNARY: dict[type[ast.unaryop], Callable[[Decimal], Decimal]] = {
    ast.UAdd: _CONTEXT.plus,
    ast.USub: _CONTEXT.minus,
    # Python has no operator for the root; «~» binds as tightly as a minus sign, which is how «√» is read.
    ast.Invert: _CONTEXT.sqrt,
}
_BINARY: dict[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: _CONTEXT.add,
    ast.Sub: _CONTEXT.subtract,
    ast.Mult: _CONTEXT.multiply,
    ast.Div: _divide,
    ast.Pow: _power,
}
