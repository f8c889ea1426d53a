"""Arithmetic asked in Spanish or in signs: «15 por 3», «1.500,75 más 200», «(3+4)*2^3», «raíz cuadrada de 144»."""

import re
from decimal import Decimal

import msgspec

from ecobot_tui.economics.arithmetic import evaluate
from ecobot_tui.economics.calculation import Calculation, readings_taken
from ecobot_tui.economics.numbers import FoundNumber, find_numbers
from ecobot_tui.economics.words import fold
from ecobot_tui.number_format import equals, format_amount, format_number, is_shown_rounded

LONGEST_QUESTION = 200

_TIMES_LETTER = re.compile(r"(?<=[0-9)%])(\s*)[xX](?=\s*[0-9(√$-])")
_DATE = re.compile(r"\b\d{1,2}([/-])\d{1,2}\1(?:\d{4}|\d{2})\b|^\D*\b(?:19|20)\d\d\s*[-/]\s*(?:19|20)?\d\d\b\D*$")

_TOKEN = re.compile(r"[a-z]+|\*\*|\S")

# Each phrase and what it is in a formula; longer phrases first, because the first that fits is taken.
_OPERATORS = tuple(
    (tuple(phrase.split()), sign)
    for phrase, sign in (
        ("elevado a la potencia de", "^"),
        ("elevado a la potencia", "^"),
        ("elevada a la", "^"),
        ("elevado a la", "^"),
        ("elevado al", "^"),
        ("elevado a", "^"),
        ("a la", "^"),
        ("al cuadrado", "^ 2"),
        ("al cubo", "^ 3"),
        ("raiz cuadrada de", "√"),
        ("raiz de", "√"),
        ("la mitad de", "0.5 ×"),
        ("el doble de", "2 ×"),
        ("el triple de", "3 ×"),
        ("multiplicado por", "×"),
        ("multiplicada por", "×"),
        ("dividido por", "/"),
        ("dividido entre", "/"),
        ("dividido en", "/"),
        ("dividido", "/"),
        ("mas", "+"),
        ("menos", "-"),
        ("por", "×"),
        ("entre", "/"),
        ("sobre", "/"),
        ("**", "^"),
        *((sign, sign) for sign in "+-/^()√"),
        *((sign, "×") for sign in "*×·⋅∙"),
        *((sign, "/") for sign in "÷:"),
        *((sign, "-") for sign in "−–"),
        ("²", "^ 2"),
        ("³", "^ 3"),
    )
)
_BEFORE_IT = (
    "hola che cuanto cuantos es da dan son seria serian vale resulta calcula calculame calcular haceme hace resolve"
    " resolveme decime me podes podrias por favor porfa el la resultado de cuenta esta esto quiero saber necesito a ver"
    " y si entonces ecobot ¿ ¡ : , . ;"
)
_AFTER_IT = "es da cuanto igual a son resulta por favor porfa gracias = ? ! . , ¿"
_BEFORE, _AFTER = frozenset(_BEFORE_IT.split()), frozenset(_AFTER_IT.split())
_ARTICLES = frozenset(("el", "la"))
_PROGRAMMED = {"×": "*", "^": "**", "√": "~"}


class _Formula(msgspec.Struct, frozen=True):
    """The signs and numbers of a calculation, in order; a number is its FoundNumber, or a Decimal that a word adds."""

    pieces: tuple[str | FoundNumber | Decimal, ...]

    def signs(self) -> set[str]:
        return {piece for piece in self.pieces if isinstance(piece, str)}

    def numbers(self) -> list[FoundNumber]:
        return [piece for piece in self.pieces if isinstance(piece, FoundNumber)]

    def programmed(self) -> str:
        """Return the formula as `evaluate` takes it."""
        parts: list[str] = []
        for piece in self.pieces:
            if isinstance(piece, FoundNumber):
                parts.append(f"({piece.value:f} / 100)" if piece.percent else f"{piece.value:f}")
            else:
                parts.append(_PROGRAMMED.get(piece, piece) if isinstance(piece, str) else f"{piece:f}")
        return " ".join(parts)

    def shown(self) -> str:
        """Return the formula as people write it."""
        text = ""
        after_operand = False
        for piece in self.pieces:
            if isinstance(piece, str):
                spaced = piece in "+-×/" and after_operand
                text += f" {piece} " if spaced else piece
                after_operand = piece == ")"
            else:
                value = piece.value if isinstance(piece, FoundNumber) else piece
                text += format_number(value, exact=True)
                text += " %" if isinstance(piece, FoundNumber) and piece.percent else ""
                after_operand = True
        return text


def calculate(question: str) -> Calculation | None:
    """Do the arithmetic a question consists of; None if it consists of anything else.

    CalculationError, with a Spanish sentence, where the arithmetic has no result.
    """
    if len(question) > LONGEST_QUESTION or _DATE.search(question):
        return None
    text = _TIMES_LETTER.sub(r"\1×", question)
    formula = _read(text)
    if formula is None or not _is_calculation(formula):
        return None
    value = evaluate(formula.programmed())
    currency = _currency(formula)
    result = format_amount(value, currency)
    rounded = " (redondeado)" if is_shown_rounded(value, money=currency is not None) else ""
    shown = formula.shown()
    return Calculation(
        subject=f"cuenta: {shown}",
        result=f"El resultado es {result}{rounded}.",
        formula=f"{shown} {equals(value)}",
        remarks=readings_taken(text, formula.numbers()),
    )


def _read(text: str) -> _Formula | None:
    numbers = find_numbers(text)
    if not numbers:
        return None
    pieces: list[str | FoundNumber | Decimal] = []
    position = 0
    for number in numbers:
        if not _read_signs(text[position : number.start], pieces, last=False):
            return None
        pieces.append(number)
        position = number.end
    return _Formula(tuple(pieces)) if _read_signs(text[position:], pieces, last=True) else None


def _read_signs(text: str, pieces: list[str | FoundNumber | Decimal], *, last: bool) -> bool:
    """Add the signs between two numbers; False if there is anything that belongs to no calculation."""
    tokens = _TOKEN.findall(_fold_signs(text))
    position = 0
    while position < len(tokens):
        if last and _AFTER.issuperset(tokens[position:]):
            return True
        if not pieces and tokens[position] in _BEFORE and not _starts_operator(tokens, position):
            position += 1
            continue
        for phrase, sign in _OPERATORS:
            if tuple(tokens[position : position + len(phrase)]) == phrase:
                _add(sign, pieces)
                position += len(phrase)
                break
        else:
            if tokens[position] not in _ARTICLES or not pieces or pieces[-1] == ")" or not isinstance(pieces[-1], str):
                return False
            position += 1
    return True


def _fold_signs(text: str) -> str:
    """Fold the words of a text, but leave raised digits, which folding would lower."""
    return "".join(letter if letter in "²³" else fold(letter) for letter in text)


def _starts_operator(tokens: list[str], position: int) -> bool:
    """Tell «la mitad de» and «el doble de», which start a calculation, from the articles before one."""
    return any(
        len(phrase) > 2 and tuple(tokens[position : position + len(phrase)]) == phrase for phrase, _ in _OPERATORS
    )


def _add(sign: str, pieces: list[str | FoundNumber | Decimal]) -> None:
    pieces.extend(part if part in "+-×/^()√" else Decimal(part) for part in sign.split())


def _is_calculation(formula: _Formula) -> bool:
    """Tell a calculation from a bare number, and from a sum with percentages, which has several readings."""
    signs = formula.signs()
    if not signs - {"(", ")"}:
        return False
    if any(number.percent for number in formula.numbers()) and signs & {"+", "-", "^"}:
        return False
    if len({number.currency for number in formula.numbers()} - {None}) > 1:
        return False
    if formula.pieces[0] == "-" and len(formula.pieces) == 2:
        return False
    return _is_well_formed(formula)


def _is_well_formed(formula: _Formula) -> bool:
    """Tell whether numbers and signs alternate and parentheses close."""
    depth, wants_operand = 0, True
    for piece in formula.pieces:
        if not isinstance(piece, str):
            if not wants_operand:
                return False
            wants_operand = False
        elif piece in ("(", "√"):
            if not wants_operand:
                return False
            depth += piece == "("
        elif piece == ")":
            depth -= 1
            if wants_operand or depth < 0:
                return False
        elif wants_operand and piece != "-":
            return False
        else:
            wants_operand = True
    return depth == 0 and not wants_operand


def _currency(formula: _Formula) -> str | None:
    """Return the currency of the result: that of a sum of amounts, or of one amount times or divided by numbers."""
    numbers = formula.numbers()
    first, *others = (number.currency for number in numbers)
    if formula.signs() <= {"+", "-", "(", ")"}:
        return first if all(other == first for other in others) else None
    return first if formula.signs() <= {"×", "/"} and not any(others) else None
