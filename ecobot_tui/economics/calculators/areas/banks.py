"""Macroeconomía: la creación de dinero por los bancos: encaje, base, multiplicador y depósitos."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.identities import Assumed, Magnitude, System, calculator, rule
from ecobot_tui.economics.calculators.model import Kind

AREA = "Macroeconomía"


def _no_cash(text: str, known: frozenset[str]) -> Assumed:
    """Take the cash for nothing where the question does not speak of it."""
    if "c" not in known and rx.search(
        r"sin (?:circulante|efectivo|filtrac)|no (?:hay|tiene|usa) (?:circulante|efectivo)", text
    ):
        return (("c", 0.0, "sin circulante"),)
    if known & {"c", "h"} or rx.search(
        r"circulante|efectivo (?:en manos|en poder|sobre)|en efectivo (?:\w+ ){0,6}por cada|preferencia por", text
    ):
        return ()
    return (("c", 0.0, "el público deposita todo (sin circulante)"),)


def _shares(text: str, values: dict[str, float]) -> None:
    """Read cents of a peso as a share; CalculationError where a reserve requirement is not one."""
    for symbol in ("e", "c"):
        if symbol in values and values[symbol] > 1 and rx.search(r"centavos|centimos|de cada|por cada", text):
            values[symbol] /= 100
    if "e" in values and not 0 < values["e"] <= 1:
        raise CalculationError("El encaje tiene que ser mayor que 0 y no puede pasar de 100 % de los depósitos.")


BANKS = System(
    id="creacion_de_dinero",
    name="la creación de dinero",
    area=AREA,
    formula="M = B × (1 + c) / (c + e)",
    magnitudes=(
        Magnitude(
            "e",
            "e",
            "el encaje",
            r"(?:tasa|coeficiente|porcentaje|requisito|ratio)(?: (?:de|legal))* (?:encajes?|reservas?|caja)"
            r"|encajes?(?: (?:legal(?:es)?|bancario|minimo|obligatorio|exigido))*|encajan|e(?= [#%])"
            r"|reservas?(?: legal(?:es)?| bancarias?| minimas?)?(?= (?:\w+ ){0,3}[#%]\d+ (?:por|de los dep|del dep"
            r"|centavos|sobre))|(?:bancos? |(?:debe|deben|tienen? que|hay que) )?(?:guardar|retener|reservar"
            r"|inmovilizar|guardan?|retienen?|inmovilizan?|reservan?)",
            Kind.SHARE,
        ),
        Magnitude(
            "c",
            "c",
            "el circulante sobre los depósitos",
            r"(?:(?:relacion|ratio|coeficiente|proporcion)(?: de| entre)?(?: el)? )?(?:circulante"
            r"|efectivo)(?: (?:sobre|a|depositos|en poder del publico|en manos del publico"
            r"|y))*(?: ?(?:los )?depositos)?|efectivo|billetes|c(?= [#%])"
            r"|publico (?:mantiene|conserva|retiene|desea)|preferencia por (?:el )?(?:efectivo|circulante|liquidez)"
            r"|en mano",
            Kind.SHARE,
        ),
        Magnitude(
            "k",
            "multiplicador",
            "el multiplicador monetario",
            r"multiplicador(?: (?:monetario|bancario|del dinero|de la base|de los depositos))*"
            r"|por cuanto se multiplica",
            Kind.NUMBER,
            above=0,
            meaning="Es cuántos pesos de dinero puede haber por cada peso de base monetaria.",
        ),
        Magnitude(
            "b",
            "B",
            "la base monetaria",
            r"base(?: monetaria)?|dinero (?:primario|de alta potencia)|b(?= [#$])|h(?= [#$])",
            meaning="Es el dinero que emite el banco central: circulante más reservas de los bancos.",
            over=1,
        ),
        Magnitude(
            "m",
            "M",
            "la oferta monetaria",
            r"oferta (?:monetaria|de dinero)|cantidad de dinero|m[12]?(?= [#$])|m1|agregado monetario"
            r"|dinero(?: total| creado| se crea| en la economia)?|crear\w*|masa monetaria",
            meaning="Es el dinero en poder del público: circulante y depósitos.",
            over=1,
        ),
        Magnitude(
            "d",
            "depósito",
            "el depósito inicial",
            r"deposita\w*|deposito(?: (?:inicial|nuevo|original|en efectivo|de))*|deposito(?=s)|nuevo deposito"
            r"|inicial(?:es)?"
            r"|ingresa\w*|lleva\w*|recibe|recibio",
            over=1,
        ),
        Magnitude(
            "t",
            "depósitos totales",
            "los depósitos totales",
            r"depositos(?: (?:totales|del sistema|bancarios|a la vista|en total|del publico|maximos?))*"
            r"|total de (?:los )?depositos|expansion(?: total)?(?: de (?:los )?depositos)?",
            meaning="Cada peso depositado vuelve a prestarse y a depositarse, salvo lo que se encaja.",
            over=1,
        ),
        Magnitude(
            "l",
            "préstamos",
            "lo que se puede prestar en total",
            r"prestamos totales|creditos? total(?:es)?|total de (?:prestamos|creditos)|(?:prestamos"
            r"|creditos?) del sistema",
            over=1,
        ),
        Magnitude(
            "p",
            "primer préstamo",
            "lo que el banco puede prestar",
            r"(?:puede|podra|pueden|podria|va a) (?:\w+ )?prestar|presta(?:r|ra|ble)?|capacidad prestable"
            r"|primer prestamo|prestamos|credito",
            over=1,
            meaning="Es lo que queda del depósito después de guardar el encaje.",
        ),
        Magnitude(
            "r",
            "reservas",
            "las reservas",
            r"reservas?(?: (?:bancarias|de los bancos|totales|en el banco central|exigidas?|obligatorias?"
            r"|legal(?:es)?|minim\w+|requerid\w+))*|(?:debe|tiene que|deben) (?:\w+ )?(?:guardar|encajar|inmovilizar"
            r"|retener|reservar)|encaja(?:r|ra)?",
            over=1,
        ),
        Magnitude(
            "h",
            "circulante",
            "el circulante",
            r"circulante(?: en (?:poder|manos) del publico)?|(?:efectivo|billetes(?: y monedas)?)(?: en (?:poder"
            r"|manos) (?:del publico|de la gente))?|dinero en efectivo",
            over=1,
        ),
    ),
    rules=(
        rule("b", "{h} + {r}", lambda h, r: h + r),
        rule("m", "{h} + {t}", lambda h, t: h + t),
        rule("r", "{b} − {h}", lambda b, h: b - h),
        rule("h", "{b} − {r}", lambda b, r: b - r),
        rule("h", "{m} − {t}", lambda m, t: m - t),
        rule("t", "{m} − {h}", lambda m, h: m - h),
        rule("c", "{h} / {t}", lambda h, t: h / t),
        rule("e", "{r} / {t}", lambda r, t: r / t),
        rule("k", "(1 + {c}) / ({c} + {e})", lambda c, e: (1 + c) / (c + e)),
        rule("k", "{m} / {b}", lambda m, b: m / b),
        rule("m", "{k} × {b}", lambda k, b: k * b),
        rule("b", "{m} / {k}", lambda m, k: m / k),
        rule("t", "{d} / {e}", lambda d, e: d / e),
        rule("l", "{t} − {d}", lambda t, d: t - d),
        rule("p", "{d} × (1 − {e})", lambda d, e: d * (1 - e)),
        rule("r", "{d} × {e}", lambda d, e: d * e),
        rule("r", "{t} × {e}", lambda t, e: t * e),
        rule("p", "{t} × (1 − {e})", lambda t, e: t * (1 - e)),
        rule("t", "{r} / {e}", lambda r, e: r / e),
        rule("m", "{d} × {k}", lambda d, k: d * k),
        rule("e", "(1 + {c}) / {k} − {c}", lambda c, k: (1 + c) / k - c),
        rule("e", "{d} / {t}", lambda d, t: d / t),
    ),
    keys="encaje encajes",
    names=r"^(?=.*banco)(?=.*(?:guard|reten|reserv|inmovil))(?=.*prestar).*|^(?=.*(?:encaj|reserva"
    r"|base monetaria|multiplicador (?:monetario|bancario|del dinero|de la base)"
    r"|dinero primario|creacion de dinero|oferta monetaria))"
    r"(?=.*(?:encaj|banco|bancari|deposit|circulante|base|monetari|efectivo)).*",
    unless=r"@\d|tasa de interes|inflacion|velocidad|pbi|pib|subi[or]|paso de|reservas internacionales|importa|cae"
    r"|\bbaj|dolar|propension"
    r"|plazo fijo|gana|excedente|tna",
    default="t k",
    assumed=_no_cash,
    adjust=_shares,
    assumptions=("los bancos prestan todo lo que el encaje permite",),
)

CALCULATORS = (calculator(BANKS),)
