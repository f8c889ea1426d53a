"""EcoBot's own looks: a dark one (the default), a light one and one of high contrast.

State is never told by colour alone, so a theme may choose freely; the high contrast one keeps to blue and orange, which
the common kinds of colour blindness tell apart.
"""

from __future__ import annotations

from textual.theme import Theme

DEFAULT = "ecobot"

DARK = Theme(
    name=DEFAULT,
    primary="#57c7a8",
    secondary="#7fa6d9",
    accent="#f0b866",
    success="#7fce7a",
    warning="#f0b866",
    error="#f07a72",
    foreground="#d9e3e0",
    background="#0d1315",
    surface="#131b1e",
    panel="#1c272a",
    dark=True,
    variables={
        "block-cursor-background": "#57c7a8",
        "block-cursor-foreground": "#0a1112",
        "block-cursor-blurred-background": "#24403a",
        "block-cursor-blurred-foreground": "#d9e3e0",
        "border": "#57c7a8",
        "border-blurred": "#2b393c",
        "footer-background": "#131b1e",
        "footer-key-foreground": "#f0b866",
        "footer-description-foreground": "#a9b7b4",
        "input-selection-background": "#57c7a8 35%",
        "scrollbar": "#33464a",
        "scrollbar-hover": "#4a666b",
        "scrollbar-active": "#57c7a8",
        "scrollbar-background": "#131b1e",
        "scrollbar-background-hover": "#131b1e",
        "scrollbar-background-active": "#131b1e",
        "scrollbar-corner-color": "#131b1e",
    },
)

LIGHT = Theme(
    name="ecobot-claro",
    primary="#0b6e5f",
    secondary="#2c5d9b",
    accent="#9a5200",
    success="#2a6f2d",
    warning="#8a5200",
    error="#b3261e",
    foreground="#1b2726",
    background="#f6f5f0",
    surface="#fdfcf9",
    panel="#e6e9e2",
    dark=False,
    variables={
        "block-cursor-background": "#0b6e5f",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-blurred-background": "#cfe3dc",
        "block-cursor-blurred-foreground": "#1b2726",
        "border": "#0b6e5f",
        "border-blurred": "#c3cbc4",
        "footer-background": "#e6e9e2",
        "footer-key-foreground": "#0b6e5f",
        "footer-description-foreground": "#47524f",
        "input-selection-background": "#0b6e5f 25%",
        "scrollbar": "#b9c3bc",
        "scrollbar-hover": "#93a29a",
        "scrollbar-active": "#0b6e5f",
        "scrollbar-background": "#f0f0ea",
        "scrollbar-background-hover": "#f0f0ea",
        "scrollbar-background-active": "#f0f0ea",
        "scrollbar-corner-color": "#f0f0ea",
    },
)

CONTRAST = Theme(
    name="ecobot-contraste",
    primary="#56b4e9",
    secondary="#8fd0ff",
    accent="#ffb000",
    success="#56b4e9",
    warning="#ffb000",
    error="#ff8c42",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1a1a1a",
    dark=True,
    text_alpha=1.0,
    variables={
        "block-cursor-background": "#ffffff",
        "block-cursor-foreground": "#000000",
        "block-cursor-blurred-background": "#3d3d3d",
        "block-cursor-blurred-foreground": "#ffffff",
        "border": "#ffb000",
        "border-blurred": "#8a8a8a",
        "footer-background": "#000000",
        "footer-key-foreground": "#ffb000",
        "footer-description-foreground": "#ffffff",
        "text-muted": "#d0d0d0",
        "text-disabled": "#b0b0b0",
        "foreground-muted": "#d0d0d0",
        "input-selection-background": "#56b4e9 50%",
        "scrollbar": "#8a8a8a",
        "scrollbar-hover": "#ffffff",
        "scrollbar-active": "#ffb000",
        "scrollbar-background": "#000000",
        "scrollbar-background-hover": "#000000",
        "scrollbar-background-active": "#000000",
        "scrollbar-corner-color": "#000000",
    },
)

THEMES: tuple[Theme, ...] = (DARK, LIGHT, CONTRAST)
