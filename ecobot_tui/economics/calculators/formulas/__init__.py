"""The formulas themselves: numbers in, numbers out; rates as shares (0.05 for 5 %), no words."""
