"""Measurements, each one command: `python -m bench.<name>`; figures of different things side by side, never asserts."""
