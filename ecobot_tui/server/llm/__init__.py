"""The model behind the hard questions."""
