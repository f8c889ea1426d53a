"""What the console says in more than one place: the app's command line and the one-shot commands share these."""

from __future__ import annotations

READY = "Consola admin lista. Comandos: list, kill <session_id>, exit"
LEAVING = "Saliendo consola admin (el server sigue corriendo)..."
LEAVING_ALONE = "Saliendo consola admin (sin conexión con el servidor)..."
NOBODY = "No hay conexiones activas."
KILLED = "Sesión {sid} cerrada desde admin."
NO_SUCH_SESSION = "No existe esa sesión o ya está cerrada."
KILL_USAGE = "Uso: kill <session_id>"
UNKNOWN_COMMAND = "No existe el comando «{name}». Comandos disponibles: {commands}"
NEAR_COMMAND = "¿Quisiste decir «{name}»?"

RELOADED = "Conceptos propios recargados de {directory}: {concepts}."
OWN_CONCEPTS = "Conceptos propios de {directory}: {concepts}."
NOT_READ = "No se leyó: {problem}"
SOME_NOT_READ = "Una parte de los conceptos propios no se leyó; «status» dice cuál."

GROQ_USAGE = "Uso: groq [pausa|sigue]"
GROQ_SWITCHES = {"pausa": True, "sigue": False}

NO_SERVER = "No hay ningún servidor en marcha."
STOPPING = "Deteniendo el servidor…"
STOPPED = "Servidor detenido."
SERVER_STOPPED = "El servidor se detuvo."
LINK_BROKEN = "Se cortó la conexión con el servidor."
RECONNECTING = "Sigo intentando reconectar…"
RECONNECTED = "Conexión recuperada."
STARTING = "Iniciando el servidor…"

OPEN_TO_NETWORK = "abierto a la red"
LOCAL_MODE = "modo local: sin GROQ_API_KEY"
EVERY_ADDRESS = frozenset({"0.0.0.0", "::"})  # noqa: S104  # Compared with, not bound.
