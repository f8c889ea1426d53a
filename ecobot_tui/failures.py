"""Why the operating system refused, in the words of someone who is not a programmer."""

from __future__ import annotations

import errno
import os
import socket

_REASONS = {
    errno.ECONNREFUSED: "nadie escucha en esa dirección",
    errno.ECONNRESET: "el otro extremo cortó la conexión",
    errno.ECONNABORTED: "la conexión se cortó",
    errno.EPIPE: "el otro extremo cortó la conexión",
    errno.EHOSTUNREACH: "no hay camino hasta ese equipo",
    errno.ENETUNREACH: "no hay red",
    errno.ENETDOWN: "no hay red",
    errno.ETIMEDOUT: "no respondió a tiempo",
    errno.EADDRINUSE: "otro programa ya usa ese puerto",
    errno.EADDRNOTAVAIL: "esa dirección no es de este equipo",
    errno.EACCES: "el sistema no lo permite",
    errno.EPERM: "el sistema no lo permite",
    errno.ENOSPC: "no queda lugar en el disco",
    errno.EROFS: "el disco es de solo lectura",
    errno.ENOENT: "no existe",
    errno.ENOTDIR: "no es un directorio",
    errno.EISDIR: "es un directorio",
    errno.ELOOP: "es un enlace que vuelve a sí mismo",
}


def reason_of(error: OSError | UnicodeError) -> str:
    """Return why, in Spanish, without a full stop."""
    if isinstance(error, socket.gaierror | UnicodeError):
        return "no se encontró ese nombre de equipo"
    if isinstance(error, TimeoutError):
        return _REASONS[errno.ETIMEDOUT]
    if error.errno in _REASONS:
        return _REASONS[error.errno]
    if error.errno is None:
        # asyncio joins the failures of several addresses of one name into one error that has only a text.
        return "ninguna de sus direcciones respondió"
    return os.strerror(error.errno)
