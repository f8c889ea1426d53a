"""Estado de resultados y plazos de una empresa: del resultado bruto al neto, rotaciones, días de cobro y de pago."""

from ecobot_tui.economics.calculators.areas.firm_ratios import AREA
from ecobot_tui.economics.calculators.identities import Magnitude, System, calculator, rule
from ecobot_tui.economics.calculators.model import Kind

_OPERATING = r"(?:operativ[oa]s?|operacional(?:es)?|de (?:la )?operacion|de explotacion)"
_PROFIT = r"(?:resultado|utilidad|ganancia|beneficio|excedente)"


def _days(symbol: str, short: str, name: str, labels: str, meaning: str) -> Magnitude:
    return Magnitude(symbol, short, name, labels, Kind.TIME, meaning=meaning)


INCOME = System(
    id="estado_de_resultados",
    name="el estado de resultados",
    area=AREA,
    formula="bruto = ventas − costo de ventas; operativo = bruto − gastos; EBITDA = operativo + amortizaciones",
    magnitudes=(
        Magnitude(
            "v",
            "ventas",
            "las ventas",
            r"ventas?(?: netas| anuales| totales)*|vend[ei]\w*|vendio|factur\w+|ingresos(?: por ventas| totales)?",
            above=0,
        ),
        Magnitude(
            "c",
            "costo de ventas",
            "el costo de ventas",
            r"costos? de (?:las? |lo )?(?:ventas?|mercaderias?(?: vendidas?)?|vendido|mercancias?(?: vendidas?)?)|cmv"
            r"|costo de los (?:bienes|productos) vendidos|costos? directos?|costo mercaderia"
            r"|costos?(?: (?:de|es|son|por|fue|fueron))*(?= [$#])",
            meaning="Es lo que costó lo que se vendió.",
        ),
        Magnitude(
            "b",
            "resultado bruto",
            "el resultado bruto",
            rf"{_PROFIT} brut[oa]|margen bruto en (?:pesos|plata)",
            meaning="Es lo que queda de las ventas después de pagar lo vendido.",
        ),
        Magnitude(
            "mb",
            "margen bruto",
            "el margen bruto",
            r"margen brut[oa](?: (?:sobre|de) (?:las )?ventas)?|margen de (?:utilidad|ganancia) brut[oa]",
            Kind.RATE,
            meaning="De cada 100 de ventas, es lo que queda después de pagar lo vendido.",
        ),
        Magnitude(
            "g",
            "gastos",
            "los gastos operativos",
            rf"gastos? (?:{_OPERATING}|de (?:administracion|estructura|funcionamiento)"
            r"|generales|administrativos|fijos)(?: y (?:de )?(?:ventas?|comercializacion|comerciales)(?! [$#]))?"
            r"|gastos(?! financieros| de ventas?| de comercial| comerciales| por intereses)",
        ),
        Magnitude(
            "gv",
            "gastos de ventas",
            "los gastos de ventas",
            r"gastos? (?:de ventas?|comerciales|de comercializacion)|(?:y )?(?:de )?comercializacion|y de ventas?",
        ),
        Magnitude(
            "o",
            "resultado operativo",
            "el resultado operativo",
            rf"{_PROFIT} {_OPERATING}|ebit|uaii|baii|{_PROFIT} antes de intereses e impuestos",
            meaning="Es lo que gana el negocio antes de intereses e impuestos.",
        ),
        Magnitude(
            "mo",
            "margen operativo",
            "el margen operativo",
            rf"margen (?:{_OPERATING}|ebit)",
            Kind.RATE,
            meaning="De cada 100 de ventas, es lo que deja el negocio antes de intereses e impuestos.",
        ),
        Magnitude(
            "am",
            "amortizaciones",
            "las amortizaciones",
            r"amortizaci\w+(?: y depreciaci\w+)?|depreciaci\w+(?: y amortizaci\w+)?",
        ),
        Magnitude(
            "ea",
            "EBITDA",
            "el EBITDA",
            r"ebitda",
            meaning="Es el resultado operativo antes de restar las amortizaciones, que no son una salida de plata.",
        ),
        Magnitude(
            "me",
            "margen EBITDA",
            "el margen EBITDA",
            r"margen (?:de )?ebitda|margen ebitda",
            Kind.RATE,
            meaning="De cada 100 de ventas, es el EBITDA.",
        ),
        Magnitude(
            "i", "intereses", "los intereses", r"intereses(?! e impuestos)|gastos? (?:financieros?|por intereses)"
        ),
        Magnitude(
            "ai",
            "resultado antes de impuestos",
            "el resultado antes de impuestos",
            rf"{_PROFIT} antes de(?:l)? impuestos?(?: a las ganancias)?|base imponible",
            meaning="Es lo que queda después de los intereses y antes del impuesto a las ganancias.",
        ),
        Magnitude(
            "im",
            "impuestos",
            "los impuestos",
            r"impuestos?(?: a las ganancias)?",
        ),
        Magnitude(
            "ti",
            "tasa de impuesto",
            "la tasa de impuesto a las ganancias",
            r"(?:tasa|alicuota)(?: (?:de|del|impuestos?|impositiva|a|las|ganancias))*|impuestos?(?: a las ganancias)?",
            Kind.RATE,
        ),
        Magnitude(
            "n",
            "resultado neto",
            "el resultado neto",
            rf"{_PROFIT} (?:net[oa]|final|despues de impuestos|del (?:ejercicio|ano|periodo))",
            meaning="Es lo que queda para los dueños.",
        ),
        Magnitude("d", "deuda neta", "la deuda neta", r"deuda(?: financiera)?(?: neta)?"),
        Magnitude(
            "de",
            "deuda / EBITDA",
            "la deuda sobre el EBITDA",
            r"deuda(?: neta)? (?:sobre|a|/)? ?(?:el )?ebitda|cuant[oa]s (?:veces|anos)(?: (?:de )?(?:el )?ebitda)?"
            r"|ratio de deuda|apalancamiento",
            meaning="Es cuántos años de EBITDA harían falta para pagar la deuda.",
        ),
    ),
    rules=(
        rule("b", "{v} − {c}", lambda v, c: v - c),
        rule("c", "{v} − {b}", lambda v, b: v - b),
        rule("v", "{b} + {c}", lambda b, c: b + c),
        rule("mb", "{b} / {v} × 100", lambda b, v: 100 * b / v),
        rule("b", "{mb} % × {v}", lambda mb, v: mb * v / 100),
        rule("v", "{b} / {mb} %", lambda b, mb: 100 * b / mb),
        rule("v", "{c} / (1 − {mb} %)", lambda c, mb: c / (1 - mb / 100)),
        rule("ea", "{o} + {am}", lambda o, am: o + am),
        rule("o", "{ea} − {am}", lambda ea, am: ea - am),
        rule("am", "{ea} − {o}", lambda ea, o: ea - o),
        rule("o", "{b} − {g} − {gv}", lambda b, g, gv: b - g - gv),
        rule("o", "{b} − {g}", lambda b, g: b - g),
        rule("g", "{b} − {o}", lambda b, o: b - o),
        rule("mo", "{o} / {v} × 100", lambda o, v: 100 * o / v),
        rule("o", "{mo} % × {v}", lambda mo, v: mo * v / 100),
        rule("me", "{ea} / {v} × 100", lambda ea, v: 100 * ea / v),
        rule("ea", "{me} % × {v}", lambda me, v: me * v / 100),
        rule("v", "{ea} / {me} %", lambda ea, me: 100 * ea / me),
        rule("ai", "{o} − {i}", lambda o, i: o - i),
        rule("im", "{ti} % × {ai}", lambda ti, ai: ti * ai / 100),
        rule("n", "{ai} − {im}", lambda ai, im: ai - im),
        rule("de", "{d} / {ea}", lambda d, ea: d / ea),
        rule("d", "{de} × {ea}", lambda de, ea: de * ea),
    ),
    keys="ebitda bruto bruta operativo ebit",
    names=rf"{_PROFIT} brut[oa]|margen brut[oa]|margen (?:operativo|ebitda|ebit)|ebitda|ebit\b|{_PROFIT} {_OPERATING}"
    rf"|costos? de (?:ventas?|mercaderias? vendidas?)|cmv\b|{_PROFIT} antes de impuestos|estado de resultados",
    unless=r"precio|costo (?:unitario|variable|marginal)|unidades|ebitda multiple|valor de la empresa|multiplo"
    r"|cobertura|inventario|rotacion|\bdias\b|wacc|sueldo|salario|\bpbi\b|\bpib\b",
    assumptions=("todos los montos son del mismo período",),
)

TERMS = System(
    id="plazos_y_rotacion",
    name="la rotación y los plazos de la empresa",
    area=AREA,
    formula="rotación = costo de ventas / inventario; días = 365 / rotación",
    magnitudes=(
        Magnitude(
            "c",
            "costo de ventas",
            "el costo de ventas",
            r"costos? de (?:las? |lo )?(?:ventas?|mercaderias?(?: vendidas?)?|vendido|mercancias?(?: vendidas?)?)|cmv"
            r"|costo de los (?:bienes|productos) vendidos",
            above=0,
        ),
        Magnitude(
            "in",
            "inventario",
            "el inventario promedio",
            r"inventarios?(?: (?:promedio|medio|final))?|existencias(?: promedio)?|stock(?: (?:promedio|medio))?"
            r"|mercaderias?(?: en (?:stock|deposito))?|bienes de cambio",
            above=0,
        ),
        Magnitude(
            "ri",
            "rotación del inventario",
            "la rotación del inventario",
            r"rotacion(?: (?:de|del|los|las|el|inventarios?|stock|existencias|mercaderias?))*"
            r"|cuantas veces(?: (?:rota|se renueva|renueva))?|rota\b",
            Kind.NUMBER,
            meaning="Es cuántas veces se vende y se repone el inventario en el año.",
        ),
        _days(
            "di",
            "días de inventario",
            "los días de inventario",
            r"dias (?:de |en |del )?(?:inventario|stock|existencias|mercaderia)"
            r"|(?:periodo|plazo) (?:medio |promedio )?de (?:inventario|stock|venta)"
            r"|cuantos dias (?:tarda|dura|permanece)\w*(?: \w+){0,4}? (?:inventario|stock|vender\w*)",
            "Es cuánto tarda en venderse lo que hay en el depósito.",
        ),
        Magnitude(
            "v",
            "ventas",
            "las ventas",
            r"ventas?(?: netas| anuales| totales| a credito)*|vend[eoi]\w*|factur\w+",
            above=0,
        ),
        Magnitude(
            "cr",
            "créditos por ventas",
            "los créditos por ventas",
            r"creditos? por ventas?|cuentas (?:a|por) cobrar|deudores(?: por ventas?)?|me deben|clientes"
            r"|saldo de clientes",
        ),
        _days(
            "dc",
            "días de cobro",
            "los días de cobro",
            r"dias (?:de |para |en )?(?:cobr\w+|la calle)|(?:periodo|plazo) (?:medio |promedio )?de cobr\w+"
            r"|cuantos dias (?:tard\w+|demor\w+)(?: en)? cobrar\w*|cuanto tard\w+ en cobrar",
            "Es cuánto tardan en pagar los clientes, en promedio.",
        ),
        Magnitude("co", "compras", "las compras", r"compras?(?: anuales| totales)*|compr[oe]\b", above=0),
        Magnitude(
            "pr",
            "proveedores",
            "la deuda con proveedores",
            r"proveedores|cuentas (?:a|por) pagar|deuda con (?:los )?proveedores|(?:le )?debo",
        ),
        _days(
            "dp",
            "días de pago",
            "los días de pago",
            r"dias (?:de |para )?pag\w+|(?:periodo|plazo) (?:medio |promedio )?de pag\w+"
            r"|cuantos dias (?:tard\w+|demor\w+)(?: en)? pagar\w*",
            "Es cuánto se tarda en pagar a los proveedores, en promedio.",
        ),
        _days(
            "cc",
            "ciclo de caja",
            "el ciclo de conversión de efectivo",
            r"ciclo (?:de (?:conversion(?: (?:de|del) efectivo)?|caja|efectivo)|operativo neto|financiero)",
            "Son los días que pasan desde que se paga a los proveedores hasta que se cobra a los clientes.",
        ),
    ),
    rules=(
        rule("ri", "{c} / {in}", lambda c, inv: c / inv),
        rule("di", "365 / {ri}", lambda ri: 365 / ri),
        rule("ri", "365 / {di}", lambda di: 365 / di),
        rule("in", "{c} / {ri}", lambda c, ri: c / ri),
        rule("c", "{ri} × {in}", lambda ri, inv: ri * inv),
        rule("dc", "{cr} / {v} × 365", lambda cr, v: 365 * cr / v),
        rule("cr", "{v} × {dc} / 365", lambda v, dc: v * dc / 365),
        rule("dp", "{pr} / {co} × 365", lambda pr, co: 365 * pr / co),
        rule("pr", "{co} × {dp} / 365", lambda co, dp: co * dp / 365),
        rule("cc", "{di} + {dc} − {dp}", lambda di, dc, dp: di + dc - dp),
    ),
    keys="rotacion inventario cobranza",
    names=r"rotacion (?:de|del) (?:los |las )?(?:inventario|stock|existencia|mercader)"
    r"|dias (?:de |para |en )?(?:inventario|stock|cobr|pago|pagar|credito)"
    r"|(?:periodo|plazo) (?:medio|promedio) de (?:cobr|pag|inventario|venta)"
    r"|cuantos dias (?:tard|demor)\w+(?: en)? (?:cobrar|pagar)|cuanto tard\w+ en cobrar|ciclo (?:de (?:conversion|caja"
    r"|efectivo)|financiero)|inventario\b.*\bcuantas veces|cuantas veces (?:rota|se renueva)",
    unless=r"plazo fijo|prestamo|cuota|\bbono|accion|%\d",
    assumptions=("año de 365 días y saldos promedio",),
)

CALCULATORS = (calculator(INCOME), calculator(TERMS))
