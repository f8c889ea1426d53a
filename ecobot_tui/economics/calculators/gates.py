"""Which calculators a question may be about, from its words alone.

There are hundreds of calculators with several patterns each, and a question is about one of them; trying every pattern
took five milliseconds. Each set of words that a pattern needs one of is a bit here. The words of a question set bits,
and a calculator stays shut unless all the bits of one of its ways are set, which is one operation on an integer.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import product

from ecobot_tui.economics.calculators.model import Calculator
from ecobot_tui.economics.calculators.needs import Way, Words, cost, ways

_NAMED, _DESCRIBED = 1, 2


class Gates:
    """The gates of some calculators, in their order; nothing changes in it once it is built."""

    def __init__(self, calculators: Sequence[Calculator], keys: Sequence[Words]) -> None:
        """Build them; `keys` are the beginnings of each calculator's key words, of which its `when` need one too."""
        self._bits: dict[Words, int] = {}
        of_word: defaultdict[str, list[tuple[int, int, int]]] = defaultdict(list)
        bits_of_word: defaultdict[str, int] = defaultdict(int)
        self._always: list[tuple[int, int, int]] = []
        for place, (calculator, key) in enumerate(zip(calculators, keys, strict=True)):
            named = ways(calculator.names) if calculator.names else ()
            for kind, found in ((_NAMED, named), (_DESCRIBED, _described(calculator, key))):
                for way in _least(found):
                    gate = (sum(map(self._bit, way)), place, kind)
                    if not way:
                        self._always.append(gate)
                        continue
                    # A way is looked at where one of its most telling words stands, which few questions hold.
                    for word in min(way, key=lambda words: (cost(words), sorted(words))):
                        of_word[word].append(gate)
        for words, bit in self._bits.items():
            for word in words:
                bits_of_word[word] |= bit
        self._of_word, self._bits_of_word = dict(of_word), dict(bits_of_word)

    def open_to(self, words: Iterable[str]) -> list[tuple[int, bool, bool]]:
        """Return the places of the calculators that may be meant, each with whether by its name and by its words."""
        found = 0
        nearby = list(self._always)
        for word in words:
            found |= self._bits_of_word.get(word, 0)
            if (gates := self._of_word.get(word)) is not None:
                nearby += gates
        opened: dict[int, int] = {}
        for mask, place, kind in nearby:
            if mask & found == mask:
                opened[place] = opened.get(place, 0) | kind
        return [(place, bool(opened[place] & _NAMED), bool(opened[place] & _DESCRIBED)) for place in sorted(opened)]

    def _bit(self, words: Words) -> int:
        return self._bits.setdefault(words, 1 << len(self._bits))


def _described(calculator: Calculator, keys: Words) -> set[Way]:
    """Return the combinations that all the `when` of a calculator, and its key words, leave."""
    if not calculator.when:
        return set()
    also = {keys} if keys else set()
    return {frozenset(also).union(*way) for way in product(*map(ways, calculator.when))}


def _least(found: Iterable[Way]) -> list[Way]:
    """Leave out the ways that ask for all of another's words, and more: they open nothing that the other does not."""
    found = set(found)
    return [one for one in found if not any(other < one for other in found)]
