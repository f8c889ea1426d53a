"""What LaTeX's commands look like in plain text."""

from __future__ import annotations

import re

SYMBOLS = {
    "times": "×", "cdot": "·", "div": "÷", "pm": "±", "mp": "∓", "ast": "*", "star": "*",
    "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "neq": "≠", "ne": "≠", "approx": "≈", "equiv": "≡", "sim": "~",
    "propto": "∝", "lt": "<", "gt": ">", "ll": "≪", "gg": "≫",
    "to": "→", "rightarrow": "→", "longrightarrow": "→", "leftarrow": "←", "leftrightarrow": "↔",
    "Rightarrow": "⇒", "implies": "⇒", "Longrightarrow": "⇒", "iff": "⇔", "uparrow": "↑", "downarrow": "↓",
    "sum": "Σ", "prod": "Π", "int": "∫", "partial": "∂", "infty": "∞", "sqrt": "√",
    "ldots": "…", "dots": "…", "cdots": "…", "circ": "°", "prime": "'", "in": "∈", "forall": "∀", "exists": "∃",
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ",
    "eta": "η", "theta": "θ", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ",
    "sigma": "σ", "tau": "τ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
    "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ",
    "Omega": "Ω", "quad": " ", "qquad": "  ",
    # These only say how large or how straight something stands.
    "left": "", "right": "", "big": "", "Big": "", "bigl": "", "bigr": "", "Bigl": "", "Bigr": "", "displaystyle": "",
    "limits": "", "nonumber": "", "hline": "",
}  # fmt: skip

FRACTIONS = frozenset({"frac", "dfrac", "tfrac", "cfrac"})

# Of these only what they embrace is shown.
WRAPPERS = frozenset({
    "text", "textbf", "textit", "textrm", "mathrm", "mathbf", "mathit", "mathsf", "mathcal", "mathbb", "operatorname",
    "boxed", "bm", "boldsymbol", "mbox", "emph", "underline", "tag",
})  # fmt: skip

ENVIRONMENTS = frozenset({"begin", "end", "label"})

_TOKEN = re.compile(r"[^\s+\-−–/·×÷()=<>≤≥±]+")


def grouped(text: str) -> str:
    """Return `text` in parentheses, unless it is a single token, which cannot be misread."""
    return text if not text or _TOKEN.fullmatch(text) else f"({text})"


def fraction(above: str, below: str) -> str:
    """Return a fraction on one line."""
    if _TOKEN.fullmatch(above) and _TOKEN.fullmatch(below):
        return f"{above}/{below}"
    return f"({above})/({below})"
