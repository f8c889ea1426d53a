"""What kind of question it is, by its words: one for present figures, or one that needs more than a definition."""

import re

from ecobot_tui.economics import rx
from ecobot_tui.economics.publishers import publisher
from ecobot_tui.economics.words import fold

__all__ = [
    "LONGEST_QUESTION",
    "asks_beyond_definition",
    "asks_for_live_data",
    "asks_for_name",
    "asks_for_relation",
    "familiar_subject",
    "is_complex",
    "is_too_long",
    "publisher",
    "without_live_words",
]

LONGEST_QUESTION = 320
"""In characters."""
_MOST_WORDS = 45

_MONTHS = "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre"
_PRESENT = re.compile(
    r"\b(?:hoy|ayer|anteayer|ahora|actual(?:es|mente)?|vigentes?|al dia de|en vivo|tiempo real|en este momento"
    r"|a (?:cuanto|como) (?:esta|estan|cerro|cotiza|abrio|llego)|cuanto (?:esta|estan|cotiza|cotizan)"
    r"|(?:est[ea]|ultim[oa]s?|proxim[oa]s?|pasad[oa]|anterior) (?:dias?|semanas?|mes|meses|trimestre|semestre|ano|anos"
    r"|datos?|valor(?:es)?|cifras?|cotizacion)|(?:dia|semana|mes|trimestre|semestre|ano) (?:pasad[oa]|anterior)"
    rf"|(?:de|del|en|para|durante) (?:{_MONTHS}|(?:19|20)\d\d)"
    r"|(?:el|este) (?:mes|ano) que viene|en lo que va del (?:ano|mes)|a la fecha|actualizad[oa]s?)\b"
)
# «Hoy tengo parcial, ¿qué es la elasticidad?» and «ahora explicame el PBI» ask for nothing of today.
_NOW = re.compile(r"\b(?:hoy|ahora|en este momento|ultim[oa]s? (?:dias?|semanas?)|est[ea] (?:semana|ano|mes))\b")
_DEFINITION = re.compile(
    r"\b(?:que (?:es|son|significan?|quiere decir|era)|explic\w+|defin\w+|ensen\w+|conta(?:me|r)|concepto de"
    r"|por que|diferencias? entre|como se (?:calcula|mide|forma|interpreta)|para que sirve|en que consiste)\b"
)
# What happened in a year is history, not a figure: «la crisis de 2001».
_EVENT = re.compile(
    r"\b(?:crisis|default|corralito|corralon|hiperinflacion|hiper|rodrigazo|plan|convertibilidad|depresion|burbuja"
    r"|colapso|crac|crack|crash|reforma|pacto|acuerdos?|estallido|tequila|efecto|devaluacion|blanqueo|canje"
    r"|pesificacion|ley|constitucion|premio|nobel|que paso|por que)\b"
)
# «Contrato donde acuerdo hoy el precio de dentro de tres meses» describes a thing, and «hoy» is a part of it.
_DESCRIPTION = re.compile(
    r"^\W*(?:el |la |un |una )?(?:contrato|acuerdo|mercado|instrumento|titulo|impuesto|operacion|situacion|indice|tasa"
    r"|tipo|pago|dinero|precio|bono|sistema|regimen) (?:\w+ )?(?:donde|que|(?:en|por) (?:el|la) (?:que|cual))\b"
)
_YEAR = re.compile(r"\b(?:de|del|en|para|durante) (?:19|20)\d\d\b")
# «el valor actual neto» is a name and «valor actual» another; they ask for nothing of today.
_PRESENT_IN_A_NAME = re.compile(r"\b(?:valor(?:es)? (?:presentes?|actual(?:es)?)|actual neto)\b")
_KEPT = "\ue000"
"""Stands for such a name while the words around it are taken out; a private sign that nobody types."""
_FIGURE = re.compile(
    r"\b(?:cuant[oa]s? (?:es|son|fue|fueron|vale|valen|sale|salen|hay|hubo|subio|bajo|aumento|cayo|crecio|perdio|paga"
    r"|pagan|cobra|se paga)|cual (?:es|fue|sera) (?:el valor|la cifra|el dato|el monto|la cotizacion|el ultimo)"
    r"|cual (?:fue|sera)"
    r"|cuant[oa](?! (?:de|mas|menos|tiempo|reacciona|cambia|tarda|dura|conviene))"
    r"|que (?:tasa|valor|cotizacion|precio) tiene)\b"
)
_SERIES = re.compile(
    r"\b(?:dolar(?:es)?|euro|blue|mep|ccl|inflacion|ipc|pbi|pib|emae|desempleo|desocupacion|paro|pobreza|indigencia"
    r"|salario minimo|smvm|riesgo pais|reservas|canasta|cbt|cba|jubilacion(?:es)?|uva|cer|badlar|merval|plazo fijo"
    r"|nafta|gasoil|combustibles?|tarifas?|bitcoin|ethereum|criptomonedas?|petroleo|soja|oro|trigo|maiz|poblacion"
    r"|exportaciones|importaciones|actividad|libra|real brasileno|yuan|acci(?:on|ones) de"
    r"|monotributo|auh|ripte|deuda|base monetaria|leliq|lefi|lecap|tipo de cambio|tasa de politica)\b"
)
# «Cotización del dólar» holds no verb and wants a figure all the same.
_QUOTATION = re.compile(
    r"^\W*(?:(?:la|el|dame|decime|cual es) )*(?:cotizacion|precio|valor) (?:del?|de la) (?:el |la )?"
    r"(?:dolar(?:es)?|euro|blue|mep|ccl|bitcoin|ethereum|nafta|gasoil|oro|petroleo|soja|uva|merval"
    r"|accion de \w+)(?: \w+)?\W*$"
)
_COMPLEX = re.compile(
    r"\b(?:criticamente|critica(?:r|me)? (?:el|la|los|las)|analiz\w+|ensayos?|demostra\w*|demostre\w*|demuestr\w+"
    r"|deduci\w*|deduzca\w*|deriva(?:me|r)? (?:el|la)|pronostic\w+|predec\w+|predic\w+|proyecta\w*|recomend\w+"
    r"|aconsej\w+|me conviene|conviene (?:comprar|vender|invertir|ahorrar|poner|sacar)|invierto|invertirias?"
    r"|deberia (?:comprar|vender|invertir|ahorrar|sacar)|evalua(?:r|me)?|discuti\w*|discut\w+|argument\w+"
    r"|justifi[cq]\w+|desarroll(?:a|ar|ame|e)|redact\w+|escrib(?!io\b)\w+|resum\w+|traduc\w+|opinas|opinion|tu postura"
    r"|supon\w+|suponiendo|resolve\w*|resuelv\w+"
    r"|van? a (?:subir|bajar|pasar|haber)|verdadero o falso)\b"
)
_BEYOND = re.compile(
    r"\b(?:por que|a que se debe|que pasaria|que (?:pasa|sucede|ocurre) (?:si|con|cuando)"
    r"|quien(?:es)? .*(?:paga|gana|pierde)\w*"
    r"|cuando (?:le |les |se )?conviene|(?:des)?ventajas?|causas?|consecuencias?|efectos?|importan(?:te|cia)|soluci\w+"
    r"|problemas?|historia|mejor|peor|evitar|combatir|bajar|subir|reducir|criticas?|limitaciones)\b"
)
_RELATION = re.compile(
    r"\b(?:afecta\w*|impact\w+|influ[iy]\w+|provoca\w*|genera\w*|causan?|reduce\w*|aumenta\w*|baja[nr]?|suben?"
    r"|relacion\w*|depende\w*|(?:efectos?|consecuencias?) (?:de|del) .+ (?:sobre|en))\b"
)
_ASKS_FOR_NAME = re.compile(
    r"\b(?:como (?:se )?(?:le |les )?(?:llama|dice|denomina|conoce)n?|que nombre (?:se le )?(?:recibe|tiene|da|dan)"
    r"|(?:que|a que) (?:concepto|termino) (?:es|describe|corresponde))\b"
)


def is_too_long(question: str) -> bool:
    """Tell whether a text is a statement to work on rather than a question about one concept."""
    return len(question) > LONGEST_QUESTION or len(question.split()) > _MOST_WORDS


def is_complex(question: str) -> bool:
    """Tell whether a question asks for an essay, a proof, a forecast or advice."""
    return _COMPLEX.search(fold(question)) is not None


def asks_beyond_definition(question: str) -> bool:
    """Tell whether a question wants causes, effects, kinds or a judgement, which a definition gives only in part."""
    return _BEYOND.search(fold(question)) is not None


def asks_for_name(question: str) -> bool:
    """Tell whether a question describes something and asks what it is called."""
    return _ASKS_FOR_NAME.search(fold(question)) is not None


def asks_for_relation(question: str) -> bool:
    """Tell whether a question may ask how one thing acts on another; «relación» may also be part of a name."""
    return _RELATION.search(fold(question)) is not None


def asks_for_live_data(question: str) -> bool:
    """Tell whether a question wants the figure of some day, month or year, which EcoBot does not hold."""
    if asks_for_name(question) or (_DESCRIPTION.match(fold(question)) and "?" not in question):
        return False
    text = _PRESENT_IN_A_NAME.sub(" ", fold(question))
    if _EVENT.search(text):
        text = _YEAR.sub(" ", text)
    figure = _FIGURE.search(text) is not None
    if _DEFINITION.search(text) and not figure:
        text = _NOW.sub(" ", text)
    if _PRESENT.search(text):
        return True
    return (figure and _SERIES.search(text) is not None) or _QUOTATION.search(text) is not None


def without_live_words(question: str) -> str:
    """Return the question without the words that ask for the present, so that its subject remains."""
    names: list[str] = []

    def keep(found: re.Match[str]) -> str:
        names.append(found[0])
        return f" {_KEPT} "

    text = _PRESENT_IN_A_NAME.sub(keep, fold(question).replace(_KEPT, " "))
    text = _FIGURE.sub(" ", _PRESENT.sub(" ", text))
    text = rx.sub(rf"\b(?:{_MONTHS}|esta|estan|cerro|valor|cotiza|vale|sale|dato)\b", " ", text)
    kept = iter(names)
    return rx.sub(_KEPT, lambda _: next(kept), text)


def familiar_subject(question: str) -> str:
    """Return the name of the concept behind a question in everyday words, such as one for «el dólar»; or nothing."""
    return "tipo de cambio" if rx.search(r"\b(?:dolar(?:es)?|euros?|divisas?)\b", fold(question)) else ""
