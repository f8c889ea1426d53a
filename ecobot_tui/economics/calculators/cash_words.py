"""The words that tell what a question about money in time asks for and what it knows."""

import re

from ecobot_tui.economics.calculators.cash import EACH, PAYMENTS

WORDS = (
    r"\b(?:interes(?:es)?|prest\w+|creditos?|cuotas?|plazos?|invert\w+|inviert\w+|invers\w+|deposit\w+|coloc\w+"
    r"|ahorr\w+"
    r"|junt\w+|capital\w*|rind\w+|rendim\w+|retorno|retir\w+|hipotec\w+|saldo|deud\w+|deb\w+|financ\w+|tasa"
    r"|cheques?|pagares?"
    r"|documentos?|perpetu\w+|valor|vale[n]?|monto|guard\w+|pon\w+|pus[eo]|compuest\w+|meto|renta|siempre"
    r"|mensualidad\w*|duplic\w+"
    r"|triplic\w+|cuadruplic\w+|fondo|uva|tna|pagos?|descuento|sistema|bullet|american\w+|aleman\w*|multiplic\w+"
    r"|sueldo"
    r"|descont\w+|dejo|dejar|dej[oe]|cuenta|mensual\w*|trimestral\w*|durante|cuanto teng\w+|tendr\w+|cobr\w+"
    r"|aport\w+|devuelv\w+|valdr\w+|equival\w+|diari[oa]|quintuplic\w+|rendimiento|dieron"
    r"|devolv\w+|saqu?e|saco|heredo"
    r"|herencia|billetera|paga|me dan?|dobl\w+|alquil\w+|se hacen?|se hagan?|enganche|anticipo|tard\w+|ofrec\w+"
    r"|tasas|vuelv\w+"
    r"|valdr\w+|equival\w+|diari[oa]|quintuplic\w+|rendimiento|dieron"
    r"|hacen? falta|convierta?n?|transform\w+|resumen|tarjeta"
    r"|euribor|badlar)\b"
)
NAMES = rf"{WORDS}(?:.*{WORDS})?"
"""From the first to the last word of money in time: what fits the known parts of an equation is meant so."""
OTHER_SUBJECTS = re.compile(
    r"inflacion|\bipc\b|\breal(?:es)?\b|adquisitiv|\bpbi\b|\bpib\b|poblacion|elastic|exportac|importac|\biva\b"
    r"|\bbonos?\b"
    r"|\bcupon|\bacciones\b|\baccion\b|dividendo|\bvan\b(?! a\b)|\bvpn\b|\bvna\b|\btir\b|flujos?\b|payback"
    r"|multiplicador|encaje"
    r"|aguinaldo(?! y (?:\w+ )?(?:pus|pon|inv|col|dep|met|guard))|tipo de cambio|devalu|sin interes"
    r"|\bpmc\b|propension|gasto publico|cuota de mercado"
    r"|aumentos?\b|aument\w+ (?:de |un |el )?%|\bneto de impuestos|comision|\bamortizacion (?:lineal|anual"
    r"|contable)|vida util|valor residual"
    r"|depreci|\blibre de riesgo|\bbeta\b|\bcapm\b|cartera|proyecto|crecimiento|\bletra\b|\blecap|tasa interna"
    r"|(?:actual|presente) neto|recuper\w+|repago|indice de|anual equivalente|equivalente anual|desembolso (?:de"
    r"|inicial)"
    r"|inversion inicial"
)
SIMPLE = re.compile(r"\bsimples?\b")
TODAY = re.compile(
    r"\bvale(?:n|dria|drian|ldria)? (?:eso |esto |\w+ )?(?:hoy|ahora)|\bhoy (?:vale|valen|valdria|equivale)"
    r"|\bequival\w+ hoy"
    r"|valor (?:actual|presente|de hoy|descontado|hoy)|\bvp\b|\bva\b(?! (?:a|para|al)\b)|(?:valor|pesos"
    r"|plata) de hoy|\bdescont\w+|\bdescuento [$#]"
    r"|\ba hoy\b|(?:cuanto|que|cual|cuanta)(?: [a-z]+){0,7} (?:hoy|ahora(?! tengo)|de una vez|una sola vez"
    r"|de entrada)\b"
    r"|(?:que|cual|cuanto|calcul\w+|hall\w+)(?: [a-z]+){0,4} (?:capital|fondo|suma"
    r"|deposito)(?: [a-z]+){0,5} (?:invert\w*"
    r"|invirt\w*|deposit\w*|coloc\w*|pon\w*|necesit\w*|hace falta|hay que|requier\w*)|capital inicial (?:\w+ ){0,2}?"
    r"(?:necesari|para|que|produ)|(?:que|de que) (?:capital|suma|monto) (?:inicial |se )"
    r"|(?:cuanto|cuanta plata|cuanto dinero|cuanto capital|cuanta guita|que monto"
    r"|que cantidad)(?: [a-z]+){0,3} (?:tendria"
    r" que|tengo que|tenes que|tenia que|tiene que|debo|debes|deberia|debe|hay que|habria que|necesito|necesitas"
    r"|hace falta"
    r"|hacen falta|se debe|se necesita)(?: haber)?(?: [a-z]+){0,1} (?:invertir|depositar|colocar|poner|meter|guardar"
    r"|apartar|tener|ahorrado|inmovilizar|dejar)|(?:deposito|pongo|invierto|aparto) (?:hoy|ahora|una sola vez)"
    r"|cuant[oa] (?:plata )?(?:pongo|deposito|invierto|coloco|meto)\b|(?:cancel\w+|sald\w+"
    r"|liquid\w+)(?: \w+){0,4}? hoy"
    r"|hoy(?: \w+){0,3} (?:cancel|sald)|con cuanto (?:\w+ ){0,3}(?:arranc|empez|empiez|inici)\w*|pag\w+ hoy|contado"
    r"|con cuanto (?:las |los |lo |la )?(?:cancel|sald|pag)"
)
PAYMENT_ASKED = re.compile(
    rf"(?:cuanto|cuanta plata|cuanta guita|que (?:monto|importe|suma|cantidad|valor))(?: [a-z]+){{0,8}} (?:{EACH})"
    rf"|(?:{EACH}) (?:[a-z]+ ){{0,3}}(?:cuanto)|(?:que|cual|de cuanto)(?: [a-z]+){{0,3}} (?:cantidad|suma|monto"
    rf"|importe|deposito"
    r"|ahorro|retiro|aporte|renta|ingreso|cuota|pago) (?:mensual|anual|semestral|trimestral|periodic[oa])\b"
    rf"|(?:cuanto|cual|que|calcul\w+|hall\w+|determin\w+|obten\w+|valor|importe|monto|averigu\w+)(?: [a-z]+){{0,6}}"
    rf" (?:cuotas?|mensualidad(?:es)?|depositos|aportes|retiros|(?:cada|el|del|por|los) (?:deposito|aporte|retiro)"
    rf"|(?:deposito|aporte|retiro|pago) (?:mensual|anual|trimestral|semestral|periodic\w)|anualidad(?:es)?|pagos?"
    rf"|renta"
    rf"|cada un[oa])\b(?! de [$#])"
    rf"|\b(?:de )?cuanto (?:\w+ )?(?:seria|es|son|tiene que ser|debe ser|debera ser)(?: \w+){{0,3}} {PAYMENTS}"
    rf"|\b(?:la |las )?(?:cuota|mensualidad)(?: mensual| fija)?(?: ,|$)"
)
HOW_LONG = re.compile(
    r"cuant[oa]s (?:meses|anos|dias|cuotas|pagos|periodos|mensualidades|trimestres|semestres|semanas|depositos"
    r"|bimestres)"
    r"|(?:cuanto|que) (?:tiempo|plazo)\b|cuanto (?:me |le |nos )?(?:falta\b|tard\w+|demor\w+|dura\w*|va a tardar"
    r"|falta para)"
    r"|\ben cuanto (?:se |me |lo |la )?(?:dupl|tripl|cuadr|junt|lleg|termin|alcanz|cancel|pag|transf|conv)"
    r"|\bcuando (?:termino|llego|junto|tendre|voy a|alcanzo)|\b(?:el|calcul\w+|hall\w+"
    r"|determin\w+) (?:el )?(?:plazo|tiempo)"
    r"|durante cuant|por cuant[oa]s?\b|para cuant[oa]s? (?:\w+ )?(?:me )?alcanza|(?:que|a que) (?:plazo|tiempo)"
    r"|\bplazo\b.*$"
)
STARTED = re.compile(
    r"(?:cuanto|cuanta|que|cual)(?: (?:plata|dinero|guita|capital|monto|suma|habia|habria|tuve|tenia|tuvo|que|fue"
    r"|era|yo"
    r"|le|les|se|me|el|la|lo|haber))* (?:puse|puso|puest[oa]|invert[ii](?:do|ste|o)?|invirti\w+|deposite|deposito"
    r"|depositad[oa]|coloque|colocad[oa]|preste|prestad[oa]|empece|empezo|empezaste|arranque|arranco)\b"
    r"(?! (?:\w+ ){0,2}?[$#])"
    r"|de cuanto (?:era|fue)\b|(?:cual|que|cuanto)(?: \w+){0,3} (?:capital|monto|deposito|inversion) (?:inicial"
    r"|original)\b"
    r"(?! de [$#])|cuanto (?:tenia|habia|puse|invirtio) al (?:principio|inicio|comienzo)"
)
"""What was there first is asked for, and what it became is known."""
RATE_ASKED = re.compile(
    r"\btasas?\b|\btna\b|\btea\b|\btem\b|rendimiento|rentabilidad|rindio|rinde|ritmo|costo financiero|\bcft\b|\bcat\b"
    r"|interes(?:es)? (?:mensual|anual|me|le|estoy|cobra|paga|es|fue|tiene)|porcentaje|que interes|cuanto gane"
    r"|al cuanto"
)
OWED = re.compile(
    r"\bsaldo|\bcuanto (?:\w+ ){0,3}?(?:deb\w+|adeud\w+|falta\w*)|qued\w* (?:debiendo|por pagar|adeud\w+|de deuda"
    r"|de saldo)"
    r"|(?:resta|restan|falta|faltan) (?:por )?(?:pagar|devolver|cancelar)|(?:deuda|capital) (?:pendiente|restante"
    r"|adeudado)"
    r"|\bpara cancelar(?:lo|la)?\b|cuanto (?:\w+ )?(?:sigo|seguire|estoy) debiendo|cuanto (?:me |le |nos )?(?:resta"
    r"|queda)\b(?! (?:la|"
    r"de) cuota)|\bcancel\w+ (?:el prestamo|anticipad)|todavia deb|cuanto capital (?:me )?(?:queda|falta)"
)
MOST_LENT = re.compile(
    r"cuant[oa] (?:\w+ ){0,3}?(?:prest(?:an|en|aran|arian|aria|ar|a)\b|financian)|(?:que|de que|de cuanto|cuanto"
    r"|cuanta)"
    r" (?:\w+ ){0,3}?(?:prestamo|credito|monto|capital|plata|deuda|hipoteca|guita)(?: \w+){0,3} (?:pued\w+|podr\w+"
    r"|pod[eé]s"
    r"|me dan|maxim\w+|sac\w+|ped\w+|tom\w+|prest\w+|alcanza|corresponde|consigo|conseguir)|(?:prestamo|credito|monto"
    r"|hipoteca|importe) maxim|maximo (?:\w+ ){0,5}?(?:prest\w+|pedir|prestamo|credito|financi)|(?:puedo|podria"
    r"|podemos"
    r"|podriamos|puede) (?:pedir|sacar|tomar|endeudarme|solicitar)|alcanza|(?:cuanto|que) (?:\w+ )?(?:puedo|podria"
    r"|podemos)"
    r" (?:pedir|sacar|tomar)|(?:valor|monto|importe) (?:\w+ )?(?:del|de el|original del) (?:prestamo|credito|deuda)"
    r"|que prestamo|que credito|cuanto (?:me )?prestaron|cuanto pedi\b"
)
INTEREST_PAID = re.compile(
    r"\bintereses\b|interes total|total de interes|interes en total|de interes (?:en total|total)|pag\w* de mas"
    r"|cuanto (?:\w+ ){0,3}de interes\b|cuanto interes\b(?! mensual| anual)"
)
GERMAN = re.compile(r"aleman\w*|(?:amortizacion|capital)(?:es)? (?:constante|fij[oa])|cuotas? decreciente")
AMERICAN = re.compile(
    r"american[oa]|bullet|solo (?:se pagan |pago |paga )?(?:los )?intereses|capital (?:integro )?al final"
)
OF_INCOME = re.compile(
    r" (?:de(?:l)? )?(?:el |mi |su |mis |sus |los |tu |nuestro |lo que )?(?:sueldo|ingresos?|salario|gano|cobro"
    r"|para (?:la )?cuota|de mis? ingreso|haber)|.{0,30}\b(?:sueldo|ingreso|salario|cuota)"
)
INCOME = r"sueldos?|ingresos?|salario|gan[oa]|gana|cobr[oa]|haberes|entran"
DUE = re.compile(
    r"(?:comienz|principi|inici)\w*s? de (?:el |la )?(?:cada|mes|ano|period|semestre|trimestre)|adelantad|anticipad"
    r"|primero de (?:cada )?mes|primer[oa]?(?: (?:pago|deposito|cuota))? (?:es )?hoy|prepagable|primer dia"
)
SAVES = re.compile(
    r"ahorr\w+|guard\w+|apart\w+|aport\w+|deposit\w+|\bpong[oa]\b|\bpones\b|\bponer\b|\bmet[oe]\b|invert\w+"
    r"|inviert\w+|junt\w+"
    r"|acumul\w+|valor futuro|\bmonto\b|saldo final|agreg\w+|sum[oa]\b|coloc\w+|ahorro|\bvf\b|imposicion|separ\w+"
)
TAKES = re.compile(
    r"retir\w+|extra\w+|\bsac(?:ar|o|an|ando)\b|\bcobrar\b|gast\w+|recib\w+|renta\b|vivir|jubil\w+|pension|alquiler"
    r"|mantener"
)
FOREVER = re.compile(
    r"perpetu\w*|(?:para|por) siempre|indefinid\w+|eternament\w+|infinit\w+|de por vida|vivir de (?:los "
    r"|mis )?(?:intereses|rentas?)|sin (?:tocar|gastar|consumir) (?:el |mi )?capital|sin fin\b"
)
GROWS = re.compile(r"\bcrec\w+|aument\w+|sub\w+|increment\w+")
MULTIPLE = re.compile(
    r"(?:re)?dupli[cq]\w+|tripli[cq]\w+|(?:cuadru|quintu|decu)pli[cq]\w+|\b(?:el|al) (?:doble|triple)|se multiplique"
)
INVESTS = re.compile(
    r"interes|compuest|\btasa|rind\w+|rend\w+|invert|inviert|invers|deposit|coloc|\bpong|\bpuse|\bpon[eig]"
    r"|\bmet[oe]|capital"
    r"|\bcuenta\b|fondo|monto|valor futuro|reinv|prest|\bpaga\w*|dej[eoa]\w*|\btna\b|\btea\b|billetera|mensual"
    r"|anual|diari[oa]|\bcon\b|\bval[eo]\w*|\bal %"
)
DOCUMENT = re.compile(
    r"\bcheques?\b|pagares?\b|\bdocumentos?\b|\bfacturas?\b|letra de cambio|descuento (?:comercial|racional)"
)
DISCOUNTS = re.compile(
    r"\bvend[oei]\w*|desc[uo]\w*|negoci\w+|recib\w+|cobr\w+|adelant\w+|\bneto\b|me dan|entreg\w+|efectivo"
)
FIXED = re.compile(r"plazos? ?fijos?|\bpf\b|certificado de deposito|\bcdts?\b|deposito a plazo")
RENEWS = re.compile(r"renov\w+|renuev\w+|reinv\w+|reinvi\w+|intereses adentro|recoloc\w+|mes a mes|mes tras mes")
DOWN = re.compile(
    r"\b(?:doy|dan|entrego|entregando|entregue|anticipo|adelanto|enganche|pie|entrega|inicial|sena|pongo"
    r"|adelantando|dejo)"
    r"(?: (?:de|un|una|inicial|por|el|con|del))* ?$"
)
DOWN_AFTER = re.compile(r" (?:pesos |dolares )?(?:de |como )?(?:anticipo|enganche|pie|entrada|sena|adelanto|entrega)\b")
PER_UNIT = re.compile(
    r"cuanto(?: [a-z]+){0,5} (?:por|al|cada|x) (?:dia|semana|mes|trimestre|semestre|ano)\b|(?:interes"
    r"|ganancia) (?:diari[oa]|mensual)"
)
OFFERS = r"\boferta|\bofrec|prefer|conviene|\bo\b"


def is_due(text: str) -> bool:
    """Tell whether payments are made at the start of each period."""
    return DUE.search(text) is not None
