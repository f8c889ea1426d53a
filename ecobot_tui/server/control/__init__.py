"""The control door: what consoles and scripts see and steer. Nothing else reaches into the server."""

from ecobot_tui.server.control.door import ControlDoor, Steward

__all__ = ["ControlDoor", "Steward"]
