"""Pieces of wordings that several areas share."""

A_TO_B = (
    r"(?:de|desde|en|era|eran|era de|valia|costaba|costaban|estaba en|tenia|ganaba|cobraba) {a} ,? ?"
    r"(?:y |pesos |paso |subio |bajo |aumento |cayo )*(?:a|al|hasta|en) {b}",
    r"entre {a} y {b}",
    r"{a} (?:a|hasta) {b}",
    r"(?:antes|inicial|inicio|anterior|viejo|base|era|eran|valia|valian|costaba|costaban|estaba|salia|tenia"
    r"|ganaba|cobraba"
    r"|compre|compro)"
    r"(?: (?:de|es|era|fue|en|a|costaba|valia|salia|ganaba|cobraba|mes|ano))* {a}",
    r"(?:ahora|hoy|final|despues|actual|nuevo|luego|vale|cuesta|sale|gano|cobro|vendi|paso a|llego a|subio a|bajo a)"
    r"(?: (?:de|es|fue|en|a|al|cuesta|vale|sale|esta|gano|cobro|son))* {b}",
)
"""«de 250 a 280», «antes 250, ahora 280»: the inputs are a and b."""

INFLATION = (
    r"{p} (?:de|es la|era la|fue la) (?:la )?(?:inflacion|ipc|suba de precios)",
    r"(?:inflacion|ipc|precios) ~{p}",
    r"{p} (?:la )?inflacion",
)
"""«30 % de inflación», «la inflación fue 30 %»: the input is p."""
