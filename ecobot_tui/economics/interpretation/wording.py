"""Words that tell what a question wants, in the folded text of a statement."""

import re

from ecobot_tui.economics import rx
from ecobot_tui.economics.words import fold

_MEANING = re.compile(
    r"\b(?:(?:que|q) (?:me |nos |te |se )*(?:significa\w*|quiere\w* decir|indica\w*|implica\w*|dic\w+|diri\w+"
    r"|representa"
    r"|muestra|interpret\w+|conclu\w+|anticip\w+|sugier\w+|suger\w+|tan (?:alt|baj|buen|mal)\w+|senala|refleja|revela"
    r"|lectura|informa|decide|hago|pasa|paso|son|es eso)|interpret\w+|significado|como (?:se |lo |la )*(?:lee|leo|leer"
    r"|entiend\w+|tomo|explic\w+)|(?:es|esta|seria|son) (?:un[a]? )?(?:bueno|buena|malo|mala|bien|mal|grave|preocupante"
    r"|mejora)|buena noticia|mala noticia|conviene|acept\w+|rechaz\w+|gan[eo]|perdi|pierdo|somos|quedo|quede|mejoro"
    r"|(?:que|cual) (?:tipo|clase|forma)|(?:mejor|peor)|independientes)\b"
)
_READING = re.compile(
    r"\b(?:(?:que|q) (?:me |nos |te |se )?(?:significa\w*|quiere\w* decir|indica\w*|implica\w*|dice|sugiere|anticipa"
    r"|conclu\w+|hago|decid\w+|(?:le )?pas[oa]|tipo|clase)|interpret\w+|significado|como (?:se |lo |la |los |las"
    r" )*(?:lee|leo|leer"
    r"|entiend\w+|interpret\w+|explic\w+|qued[eo]|sali)|(?:es|esta) (?:alt[oa]|baj[oa]|buen[oa]|mal[oa]|bien|mal"
    r"|much[oa]|grave)"
    r"|(?:es|son|fue|resulta|sea) (?:estadisticamente )?significativ[oa]s?|como le (?:fue|va)|gane|perdi|pierdo"
    r"|conviene|somos|mejor|peor|por que|puede ser"
    r"|(?:es|vale|valen|cuesta|gano|cobro) (?:el|un) (?:doble|triple)|(?:es|vale|valen|cuesta) la mitad|(?:es"
    r"|son|equivalen?|es igual|es lo mismo)(?: a| que)?(?: un| el)? \d+"
    r"(?:,\d+)? ?%(?: menos| mas)? ?\?? ?$|(?:es|quedo|queda|da) (?:lo mismo|igual)"
    r"|est[ao]n? (?:diciendo|mostrando|indicando)|es (?:verdad|cierto|correcto)|tiene razon|se compensan?"
    r"|(?<=¿)(?:crecio|subio|bajo|mejor[oe]|empeor[oe]|aumento|cayo|gan\w+|perd\w+|alcanza|esta|estoy|estamos"
    r"|sigue))(?!\w)"
)
_NEWS = re.compile(
    r"^(?:el|la|los|las|un|mi) (?:gini|desempleo|desocupacion|riesgo pais|pobreza|deficit|superavit|deuda"
    r"|intervalo|hhi|indice (?:hhi|de (?:herfindahl|gini)))\b[^¿?]*\b(?:va|bajo|subio|paso|cayo)\b[^¿?]*\d[^¿?]*$"
)
"""A piece of news about an indicator that asks nothing."""
_LONE = re.compile(
    r"^[^\d]*\b(?:correlacion|gini|hhi|herfindahl|lerner|durbin|riesgo pais|p ?-?valor|curtosis"
    r"|asimetria)\b[^\d]*\d[\d.,]*\D*$"
    r"|\bintervalo\b[^\[(]*[\[(] ?-?\d[\d.,]* ?[;,a-z] ?-?\d[\d.,]* ?[\])]"
)
"""One figure of what no calculator takes."""
_RESULT = re.compile(
    r"\b(?:cuant[oa]s?|calcul\w+|porcentaje|(?:cual|que) (?:es|fue|seria|tiene|rendimiento|tasa|valor|precio)"
    r"|hall\w+|que (?:le )?(?:pasa|pasaria|pasara) (?:con|a|al) (?:el |su )?precio)\b"
)
_ELSE = re.compile(
    r"\b(?:cuanto (?:es|son|da|daria|vale|seria)(?: el| un| la)? [%$#]\d|(?<!se )calcula(?:r|me|lo|la|le|los|las)?"
    r"|calcule\w*|calculo (?:el|la|de)|como (?:se )?calcul\w+|formula"
    r"|causas|grafic\w+|dibuj\w+|defin[ie]\w*|ejemplos?|predec\w+|pronostic\w+|ensayo|diferencia entre"
    r"|como (?:se )?(?:mide|obtiene|obtengo|saco|reduc\w+|mejor\w+|baj[aoe]\w*|sub[aie]\w*)|(?:si|y si) fuera"
    r"|(?:en que|donde) invierto|deberia (?:comprar|vender|invertir)|que (?:son|es)(?: (?:un|una|la|el|los|las))?"
    r" [a-z]+ ,? ?$"
    r"|(?<!me )(?<!nos )afecta\w*|impact\w+|influ[iy]\w+|demostr\w+|sera(?:n)?|habra|cuando (?:fue|sera)|que ano"
    r"|instrucciones|encontr\w+|halla\w*|simul\w+)\b"
)
_LIVE = re.compile(
    r"\b(?:hoy|(?<!precio )(?<!precios )actual(?:es|mente)?|en este momento|tiempo real"
    r"|est[ea] (?:mes|ano|semana)|ultim[oa]s? (?:dato|mes"
    r"|ano))\b"
)
_FOREIGN = re.compile(
    r"\b(?:cosmic\w+|universo|muscular\w*|neumatic\w+|gomas|pulmon\w*|arterial|tumor\w*|particulas?|quimic\w+"
    r"|atomic\w+|goles?|partido de|caballos|kilometros|km|resorte|elastico|bacteri\w+|galax\w+|polimer\w+|caucho"
    r"|hormon\w+|vacuna fue)\b"
)
_VALUE_ASKED = re.compile(r"\b(?:cuant[oa]s?|cual(?:es)?) (?:[a-z]+ ){0,3}$|\bque $")
_DEFINES = re.compile(
    r"^ ,? ?(?:que (?:es|son|se entiende)|a que se (?:llama|denomina)|por que|explic\w+|concepto|cuando|quien\w*"
    r"|como se llama|cuales? (?:es|son)|hay|existe\w*|tipos|causas|efectos|ventajas)\b"
)
_BOUND = re.compile(
    r"\b(?P<word>mayor(?:es)?|menor(?:es)?|superior(?:es)?|inferior(?:es)?|mas alt[oa]|mas baj[oa]|por encima"
    r"|por debajo|supera\w*|mas de|menos de|arriba|abajo|excede|debajo|encima) ?(?:que|a|al|de|del)?(?: el| la| los)? $"
)
_FEWER = ("menor", "inferior", "mas baj", "por debajo", "menos de", "abajo", "debajo")
_SIGN = re.compile(
    r" (?:(?:[a-z]+ ){0,4}?)(?P<sign>negativ[oa]s?|positiv[oa]s?|nul[oa]s?|cero|infinit[oa]s?|menor a cero|mayor a"
    r" cero)(?= )"
)


def asks_for_meaning(text: str) -> bool:
    """Tell whether a statement wants to know what something means."""
    return _MEANING.search(text) is not None


def asks_for_reading(question: str) -> bool:
    """Tell whether a question says that it wants the meaning of its figures rather than a result."""
    text = fold(question)
    if _RESULT.search(text) is not None:
        return False
    return any(one.search(text) is not None for one in (_READING, _NEWS, _LONE))


def asks_for_something_else(text: str) -> bool:
    """Tell whether a statement wants a calculation, a chart or a forecast, or is about another subject."""
    return _ELSE.search(text) is not None or _FOREIGN.search(text) is not None


def asks_about_another_subject(text: str) -> bool:
    """Tell whether a statement is about physics, medicine or sports, whose words are the same."""
    return _FOREIGN.search(text) is not None


def asks_for_present(text: str) -> bool:
    """Tell whether a statement asks for what holds now; one that gives the figure itself may say «hoy» too."""
    return _LIVE.search(text) is not None


def asks_for_definition(text: str) -> bool:
    """Tell whether a statement without figures starts as a question for a definition or a cause."""
    return _DEFINES.match(text) is not None


def asks_for_value(before: str) -> bool:
    """Tell whether the words before a name ask how much it is."""
    return _VALUE_ASKED.search(before) is not None


def bound_before(text: str) -> str | None:
    """Return `>` or `<` where the words before a figure make a bound of it, as in «mayor que 1»."""
    found = _BOUND.search(text)
    if found is None:
        return None
    return "<" if found["word"].startswith(_FEWER) else ">"


def sign_after(text: str) -> str:
    """Return `-`, `+`, `0` or `∞` where the words after a name call it so; empty where they say nothing or both."""
    found = _SIGN.match(text)
    if found is None or rx.search(r"negativ.* o .*positiv|positiv.* o .*negativ", text):
        return ""
    return {"n": "-", "p": "+", "c": "0", "i": "∞", "m": "-"}[found["sign"][0]] if found["sign"][:3] != "nul" else "0"
