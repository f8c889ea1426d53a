"""The evaluation of the local economics brain: questions kept apart from its data, and what judges the answers."""
