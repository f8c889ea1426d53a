"""The one writer of numbers as in Argentina: `1.234,5`."""

from decimal import ROUND_HALF_UP, Context, Decimal

_DECIMALS = 4
_MOST_DECIMALS = 12
_MOST_DIGITS = 24
_RESIDUE = Decimal("1e-20")
_ARGENTINE = str.maketrans(",.", ".,")
_ROUNDING = Context(prec=60, rounding=ROUND_HALF_UP)


def format_number(value: Decimal | float, *, money: bool = False, exact: bool = False) -> str:
    """Return a number with points between thousands and a decimal comma.

    Money has two decimals, or none when it is whole. Anything else keeps up to four decimals, and below one as many
    as it takes to show four significant digits, without zeros at the end; `exact` keeps every decimal, as for the
    numbers of a question. What is too large or too small for that is written as a power of ten. ValueError for
    infinities and NaN, which are never shown.
    """
    number = value if isinstance(value, Decimal) else Decimal(repr(value))
    if not number.is_finite():
        raise ValueError(f"{value} cannot be shown")
    if number and not -_MOST_DECIMALS < number.adjusted() < _MOST_DIGITS:
        return _as_power_of_ten(number)
    decimals = 2 if money else _DECIMALS
    if not money and number and number.adjusted() < 0:
        decimals = _DECIMALS - 1 - number.adjusted()
    if exact:
        decimals = max(decimals, -int(number.as_tuple().exponent))
    exponent = int(number.as_tuple().exponent)
    # Most numbers of a calculation are short, and rounding what has nothing to round is half of the work.
    rounded = number if exponent >= -decimals else _ROUNDING.quantize(number, Decimal(1).scaleb(-decimals))
    text = f"{rounded:,f}".translate(_ARGENTINE)
    if not rounded:
        text = text.removeprefix("-")
    whole, comma, fraction = text.partition(",")
    if not comma or not (fraction := fraction.rstrip("0")):
        return whole
    return f"{whole},{fraction:0<{decimals}}" if money else f"{whole},{fraction}"


def is_shown_rounded(value: Decimal, *, money: bool = False) -> bool:
    """Tell whether `format_number` leaves out decimals of the value that are more than a calculation's residue."""
    decimals = 2 if money else _DECIMALS - 1 - min(value.adjusted(), -1) if value else 0
    error = abs(_ROUNDING.quantize(value, Decimal(1).scaleb(-decimals)) - value)
    return error > abs(value) * _RESIDUE


def equals(value: Decimal) -> str:
    """Return the end of a formula: `= 4`, or `≈ 0,3333` where the number shown is rounded."""
    return f"{'≈' if is_shown_rounded(value) else '='} {format_number(value)}"


def format_amount(value: Decimal | float, currency: str | None, *, percent: bool = False) -> str:
    """Return a number with its unit: `$ 1.500,50`, `12,5 %`, or bare when it has none."""
    if percent:
        return f"{format_number(value)} %"
    if currency is None:
        return format_number(value)
    text = format_number(value, money=True)
    return f"-{currency} {text[1:]}" if text.startswith("-") else f"{currency} {text}"


def _as_power_of_ten(number: Decimal) -> str:
    exponent = number.adjusted()
    return f"{format_number(number.scaleb(-exponent, _ROUNDING))} × 10^{exponent}"
