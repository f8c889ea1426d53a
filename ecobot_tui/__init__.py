"""EcoBot: a multi-session economics tutor over TCP, its operator's console and its chat client."""

__version__ = "0.1.0"
