"""What the server says to its users, each sentence once."""

from __future__ import annotations

GREETING = "Bienvenido a EcoBot👋"
YOUR_SID = "Tu session_id es: {sid}"
HOW_TO = "Escribí tu pregunta de economía o 'salir' para desconectarte."
FAREWELL = "👋 Cerrando sesión. Gracias por usar EcoBot."

BUSY = "EcoBot está ocupado: ya tenés {waiting} preguntas esperando. Esa no se tomó; volvé a mandarla después."
TOO_LONG = "Esa línea es demasiado larga: se aceptan hasta {limit} bytes. No se tomó."
EMPTY = "La pregunta está vacía."
NOTHING_TO_CANCEL = "No hay ninguna respuesta en curso."
CANCELLED = "(respuesta cancelada)"
INTERRUPTED = "(respuesta interrumpida)"
CUT_SHORT = "(respuesta cortada: llegó al largo máximo)"
KILLED = "Tu sesión fue cerrada desde admin."
KILLED_BECAUSE = "Tu sesión fue cerrada desde admin. Motivo: {reason}"
STOPPING = "⏹ EcoBot se está apagando. Gracias por usar EcoBot."
FULL = "EcoBot está lleno en este momento. Probá de nuevo en unos minutos."
ABUSE = "La conexión manda bytes que no son de un cliente de texto. Se cierra."
MALFORMED = "Ese mensaje no es del protocolo de ecobot-chat."
WRONG_VERSION = "Este servidor habla la versión {version} del protocolo de ecobot-chat."
INTERNAL = "Ocurrió un error interno en el bot. Tu sesión sigue; probá de nuevo."
