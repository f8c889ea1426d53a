"""Sector externo: los meses de importaciones que cubren las reservas, y la protección efectiva."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculators.formulas import macro
from ecobot_tui.economics.calculators.given import Given, Incomplete, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution

AREA = "Sector externo"


def _months_of_imports(g: Given) -> Solution:
    yearly = "ano" in (g.period("m") or "") or "anual" in g.text or "por ano" in g.text or "al ano" in g.text
    monthly = g["m"] / 12 if yearly else g["m"]
    value = g["r"] / monthly
    return Solution(
        value,
        f"Las reservas alcanzan para {number(value)} meses de importaciones.",
        f"{g.shown('r')} / {number(monthly)} = {number(value)} meses",
        "Un nivel de tres meses suele tomarse como mínimo prudente.",
        ("importaciones anuales repartidas en doce meses" if yearly else "importaciones de un mes",),
    )


_SHARES = (("mitad", 0.5), ("dos tercios", 2 / 3), ("tercio|tercera parte", 1 / 3), ("cuarto|cuarta parte", 0.25))


def _effective_protection(g: Given) -> Solution:
    told = next((share for words, share in _SHARES if rx.search(rf"\b(?:{words})\b", g.text)), None)
    share = g.optional("a") or told
    if share is None:
        raise Incomplete("a")
    value = 100 * macro.effective_protection(g.rate("t"), g.rate("i"), share)
    return Solution(
        value,
        f"La protección efectiva es {percent(value)}.",
        g.fill(f"({{t}} % − {number(share)} × {{i}} %) / (1 − {number(share)}) = {percent(value)}"),
        "Mide cuánto protegen los aranceles al valor agregado local, y no solo al precio del producto.",
    )


_IMPORTS = (
    r"m(?= [#$])|importacion(?:es)?|importa\w*|importo|compr\w+ (?:al (?:exterior|mundo)|afuera)|compras externas"
)

CALCULATORS = (
    Calculator(
        id="reservas_en_meses",
        name="los meses de importaciones que cubren las reservas",
        area=AREA,
        formula="reservas / importaciones mensuales",
        inputs=(
            Input("r", "las reservas", Kind.AMOUNT, labels=r"reservas?(?: internacionales)?"),
            Input("m", "las importaciones", Kind.AMOUNT, labels=_IMPORTS, above=0),
        ),
        keys="reservas",
        names=r"^(?=.*reservas)(?=.*(?:meses|tiempo))(?=.*import).*",
        when=(r"reservas", r"meses", r"importa"),
        unless=r"%\d",
        wordings=(),
        work=_months_of_imports,
        asks=False,
    ),
    Calculator(
        id="proteccion_efectiva",
        name="la protección efectiva",
        area=AREA,
        formula="(t − a·tᵢ) / (1 − a)",
        inputs=(
            Input(
                "t",
                "el arancel del producto",
                Kind.RATE,
                labels=r"producto(?: final)?|bien(?: final)?|arancel (?:al|del)",
            ),
            Input("i", "el arancel del insumo", Kind.RATE, labels=r"insumos?|materia(?:s)? primas?|partes"),
            Input(
                "a",
                "la parte del insumo en el costo",
                Kind.SHARE,
                below=1,
                optional=True,
                labels=r"participacion|peso|parte|representa\w*",
            ),
        ),
        keys="efectiva proteccion",
        names=r"(?:proteccion|tasa de proteccion) (?:arancelaria )?efectiva",
        when=(r"proteccion efectiva",),
        wordings=(),
        work=_effective_protection,
        asks=False,
    ),
)
