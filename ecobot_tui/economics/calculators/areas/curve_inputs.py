"""Inputs and patterns that the calculators of demand and supply lines share."""

from ecobot_tui.economics.calculators.model import Input, Kind

AREA = "Microeconomía"
A = Input("a", "la ordenada de la demanda", Kind.AMOUNT)
B = Input("b", "la pendiente de la demanda", Kind.AMOUNT)
C = Input("c", "la ordenada de la oferta", Kind.AMOUNT)
D = Input("d", "la pendiente de la oferta", Kind.AMOUNT)
DEMAND = (A, B)
SUPPLY = (C, D)
BOTH = (A, B, C, D)
LINES = (r"zd[qp] {a} , {b}", r"zs[qp] {c} , {d}")
KEYS = "zdq zdp zsq zsp"
"""The markers of `linear`: nobody types them, so they lead nowhere else."""
PRICE = r"(?:precio|salario|valor)(?: (?:de mercado|vigente|actual|internacional|mundial|externo|unitario))?|p|w|pm|pw"
QUANTITY = r"cantidad(?:es)?|unidades|q|x|toneladas|kilos|se (?:venden|compran|transan|producen)|produccion|nivel"
WITH_DEMAND = r"^(?=.*\bzd[qp] )"
WITH_SUPPLY = r"^(?=.*\bzs[qp] )"
WITH_BOTH = r"^(?=.*\bzd[qp] )(?=.*\bzs[qp] )"
TAX = r"\bimpuest|\btribut|\bgravam|\bgrava\b|\bgravan\b|\bgravar|\biva\b|\barancel"
SUBSIDY = r"\bsubsidi|\bsubvenc"
CEILING = r"\btope|\btecho|\bmaximos?\b(?! (?:beneficio|ingreso|bienestar))"
FLOOR = r"\bminim[oa]|\bsosten|\bpiso\b|\bprecio de garantia|\bprecio garantizado"
QUOTA = r"\bcup[oa]s?\b|\bcuota|\bcontingente|\bracion|\blicencias\b"
SURPLUS = r"\bexcedentes?\b(?! de (?:oferta|demanda|produccion|trabaj|mano))|\bbienestar|\bec\b|\bep\b|\bplusval"
MONOPOLY = r"monopol"
RIVALS = (
    r"cournot|compiten (?:en|por|via)|#\d+ (?:empresas|firmas)|#\d+ [a-z]+ (?:iguales"
    r"|identic)|duopol|oligopol|stackelberg|bertrand|cartel|\bcolu[ds]|seguidora?"
    r"|\blider"
)
BUYERS = (
    r"(?:consumidor|comprador|persona|cliente|hogar|familia|individuo|habitante|agente|alumno|estudiante|vecino)\w*"
)
SELLERS = r"(?:empresa|firma|productor|vendedor|oferente|fabrica|campo|granja|panader)\w*"
MANY = rf"(?:{BUYERS}|{SELLERS})"
"""Those who have the same curve, after a number that says how many they are."""
POLICY = f"{TAX}|{SUBSIDY}|{CEILING}|{FLOOR}|{QUOTA}"
TWO_DEMANDS, TWO_SUPPLIES = r"\bzd[qp] .*\bzd[qp] ", r"\bzs[qp] .*\bzs[qp] "
ASIDE = rf"{POLICY}|{MONOPOLY}|{RIVALS}|\bzcm|\bzct|\bcmg\b"
"""What makes of a market another question than that of its equilibrium."""
