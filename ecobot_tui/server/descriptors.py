"""How many sessions the operating system allows."""

from __future__ import annotations

import resource

SESSION_LIMIT = 10_000
RESERVED_DESCRIPTORS = 256  # for the store, the model's connections, consoles, files


def raise_descriptor_limit() -> int:
    """Raise the limit of open files as far as it goes, and return how many sessions fit below it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != hard:
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
            soft = hard
        except (OSError, ValueError):
            # macOS says «unlimited» and refuses it; the soft limit is then what there is.
            pass
    if soft == resource.RLIM_INFINITY:
        return SESSION_LIMIT
    return max(1, min(SESSION_LIMIT, soft - RESERVED_DESCRIPTORS))
