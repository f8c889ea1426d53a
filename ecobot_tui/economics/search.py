"""Finding the concept a question asks about, by its names.

Two figures decide, not one: how much of a name the question holds, and how much of the question that name explains.
Rare words weigh more, and a word that no name holds weighs as the rarest, so that «inflación cósmica» is not taken
for inflation. Retrieval over names with these figures beat full-text engines in the trials behind this design.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from math import log

import msgspec

from ecobot_tui.economics.fitting import Alias, Match, Question, Scored, score
from ecobot_tui.economics.knowledge import Heading
from ecobot_tui.economics.spelling import Corrector
from ecobot_tui.economics.words import COMMON_WORDS, EMPTY_WORDS, FRAMING_WORDS, singular, split_words, stem

MOST_MATCHES = 12
_ENOUGH = 4
_LEAST_OF_ALIAS = 0.25
"""Share of a name that a question must hold for it to be looked at."""

_HEAVIEST = 6.0
_LONGEST_TERM = 4
"""In words; what is longer is a description, whose words need not belong to economics."""


_SHORTEST_COMPLETED = 3
_SHORT_WORD = 4
_WHOLE = 0.999
_LINKS = frozenset({"a", "al", "de", "del", "el", "en", "la", "las", "los"})


class Index:
    """All names of all concepts, by their words."""

    def __init__(self, headings: Iterable[Heading]) -> None:
        named = [
            (heading.name, alias, split_words(alias), alias is heading.name)
            for heading in headings
            for alias in (heading.name, *heading.aliases)
        ]
        self._exact: dict[str, tuple[str, str]] = {}
        concepts_with: defaultdict[str, set[str]] = defaultdict(set)
        using: defaultdict[str, set[str]] = defaultdict(set)
        for concept, alias, words, _ in named:
            self._exact.setdefault(" ".join(words), (concept, alias))
            telling = _telling(words)
            for word in telling:
                using[word].add(concept)
                concepts_with[stem(word)].add(concept)
        total = len({concept for concept, *_ in named})
        self._idf = {word: log(1 + total / len(concepts)) for word, concepts in concepts_with.items()}
        self._capped = {word: min(idf, _HEAVIEST) for word, idf in self._idf.items()}
        self._unknown = min(_HEAVIEST, log(1 + total)) if total else _HEAVIEST
        self._aliases: list[Alias] = []
        self._postings: defaultdict[str, list[int]] = defaultdict(list)
        for concept, alias, words, canonical in named:
            telling = _telling(words)
            stems = tuple(sorted({stem(word) for word in telling}))
            weight = sum(self._idf[word] for word in stems)
            for word in stems:
                self._postings[word].append(len(self._aliases))
            literal = frozenset(map(singular, telling))
            unbroken = f" {' '.join(words)} "
            is_figure = all(map(str.isdigit, stems))
            self._aliases.append(
                Alias(concept, alias, stems, literal, weight, canonical, unbroken, is_figure, weight / 2)
            )
        self._halves = [alias.half for alias in self._aliases]
        self._known = frozenset(map(singular, using))
        self._in_terms = frozenset(
            stem(word) for *_, words, _ in named if len(words) <= _LONGEST_TERM for word in _telling(words)
        )
        uses = {word: len(concepts) for word, concepts in using.items()}
        self._by_length: defaultdict[int, list[str]] = defaultdict(list)
        short = (words for *_, words, _ in named if len({stem(word) for word in _telling(words)}) <= _LONGEST_TERM)
        for word in sorted({word for words in short for word in _telling(words)}):
            self._by_length[len(word)].append(word)
        self._one_letter_off = lru_cache(maxsize=4096)(self._one_letter_away)
        self._rankings = lru_cache(maxsize=8)(self._ranking)
        self._found = lru_cache(maxsize=8)(self._matches)
        self._corrector = Corrector({_without_plural(word): count for word, count in uses.items()} | uses)

    def search(self, question: str, count: int = 5) -> list[Match]:
        """Return up to `count` concepts that share a word with the question, best first; ties go by name.

        There are never more than `MOST_MATCHES`. A question is asked about several times on its way to an answer.
        """
        return list(self._found(question, count))

    def is_name(self, question: str) -> bool:
        """Tell whether a question is a name and nothing else, but for the words around it."""
        return self._rankings(question).exact is not None

    def _matches(self, question: str, count: int) -> tuple[Match, ...]:
        found = self._rankings(question)
        if not found.corrections:
            return tuple(found.matches(count))
        return tuple(
            msgspec.structs.replace(match, qualified=True, corrections=found.corrections)
            for match in found.matches(count)
        )

    def _ranking(self, question: str) -> "_Ranking":
        words = split_words(question)
        if (exact := self._exact_match(question, words)) is not None:
            return _Ranking(self, tuple(words), exact)
        ranking = self._search(question, words)
        if ranking.exact is None:
            settled = bool(ranking.scored) and ranking.scored[0].alias_coverage >= _WHOLE
            completed = self._completed(words, settled=settled)
            if completed is not None:
                first = next(ranking.matches(1), None)
                position, word = completed
                mended = [*words[:position], word, *words[position + 1 :]]
                corrections = (*(first.corrections if first else ()), (words[position], word))
                if (exact := self._exact_match(question, mended)) is not None:
                    return _Ranking(self, tuple(mended), exact, corrections=corrections)
                return msgspec.structs.replace(self._search(question, mended), corrections=corrections)
        return ranking

    def _search(self, question: str, words: Sequence[str]) -> "_Ranking":
        """Weigh all names against a question that is none of them as it stands."""
        reading = self._read(words)
        exact = None
        if reading.corrections:
            meant = dict(reading.corrections)
            exact = self._exact_match(
                question, [meant.get(word, word) for word in words], reading.corrections, qualified=reading.qualified
            )
        return _Ranking(self, tuple(words), exact, reading, self._weighed(reading))

    def weigh(self, words: Sequence[str]) -> tuple[Question, tuple[Scored, ...]]:
        """Return a question as stems, and the names that share some with it, best first."""
        reading = self._read(words)
        return reading, self._weighed(reading)

    def _weighed(self, reading: Question) -> tuple[Scored, ...]:
        best: dict[str, Scored] = {}
        found = self._shared(reading)
        content, framing, capped = reading.content, reading.framing, self._capped
        # Where some names stand half in the question, those of which it holds less are not what it is about.
        halves = self._halves
        half = [number for number, shared in found.items() if shared >= halves[number]]
        if len(half) < _ENOUGH:
            half = [number for number, shared in found.items() if shared >= _LEAST_OF_ALIAS * 2 * halves[number]]
        for number in half:
            alias, shared = self._aliases[number], found[number]
            if alias.is_figure and alias.unbroken not in reading.text:
                # «1 a 1» is not any question with a 1 in it.
                continue
            # Stems stand in alphabetical order, so that these add up to the same last digit each time.
            explained = sum([capped[word] for word in alias.stems if word in content])
            framed = sum([capped[word] for word in alias.stems if word in framing]) if framing else 0.0
            scored = score(alias, shared, explained, framed, reading)
            known = best.get(alias.concept)
            if known is None or scored.rank() < known.rank():
                best[alias.concept] = scored
        return tuple(sorted(best.values(), key=Scored.rank)[:MOST_MATCHES])

    def _shared(self, reading: Question) -> dict[int, float]:
        """Return for each name that shares a word with a question the weight shared."""
        found: defaultdict[int, float] = defaultdict(float)
        for word in sorted(reading.content | reading.framing):
            idf = self._idf.get(word, 0.0)
            for number in self._postings.get(word, ()):
                found[number] += idf
        return found

    def _completed(self, words: Sequence[str], *, settled: bool) -> tuple[int, str] | None:
        """Find a word that, but for one letter, would complete a name («cash fow»); return its place and that word.

        Next to the rest of a name even a short or an ordinary word may be a slip. `settled` says that a whole name was
        found, and then the words that were corrected for it stay so.
        """
        stems = {stem(word) for word in words if word not in EMPTY_WORDS}
        for position, word in enumerate(words):
            if len(word) < _SHORTEST_COMPLETED or not word.isalpha() or not _has_subject(word):
                continue
            if stem(word) in self._in_terms or (settled and self._meant(word) != word):
                continue
            # Hardly any word is one letter away from another, and then no name need be looked at.
            if near := self._one_letter_off(word):
                missing = next(self._missing(near, stems), None)
                if missing is not None:
                    return position, missing
        return None

    def _one_letter_away(self, word: str) -> frozenset[str]:
        """Return the words of short names that are one letter away from a word."""
        distance = self._corrector.distance
        lengths = range(len(word) - 1, len(word) + 2)
        return frozenset(
            other for length in lengths for other in self._by_length.get(length, ()) if distance(word, other) == 1
        )

    def _missing(self, near: Iterable[str], stems: set[str]) -> Iterator[str]:
        """Give those words, of some that a question lacks, that alone would make it hold a short name whole."""
        numbers = sorted({number for word in near for number in self._postings[stem(word)]})
        for number in numbers:
            alias = self._aliases[number]
            if 1 < len(alias.stems) <= _LONGEST_TERM and len(stems.intersection(alias.stems)) == len(alias.stems) - 1:
                yield from (word for word in split_words(alias.text) if word in near and stem(word) not in stems)

    def leftover(self, question: str, match: Match) -> str:
        """Return the words of a question that are no part of the name it matched."""
        used = {stem(word) for word in split_words(match.alias)} | {wrong for wrong, _ in match.corrections}
        return " ".join(word for word in split_words(question) if word not in used and stem(word) not in used)

    def _exact_match(
        self,
        question: str,
        words: Sequence[str],
        corrections: tuple[tuple[str, str], ...] = (),
        *,
        qualified: bool = False,
    ) -> Match | None:
        """Find a name that is all that remains once the words around it are taken off."""
        last = len(words)
        while last > 1 and not _has_subject(words[last - 1]):
            last -= 1
        for start in range(len(words)):
            for end in range(len(words), max(start, last - 1), -1):
                found = self._exact.get(" ".join(words[start:end]))
                if found is not None and _stands_for_itself(found[1], words[start:end], question):
                    return Match(
                        concept=found[0],
                        alias=found[1],
                        alias_coverage=1.0,
                        question_coverage=1.0,
                        score=2.0,
                        literal=True,
                        exact=True,
                        qualified=qualified,
                        corrections=corrections,
                    )
            if _has_subject(words[start]):
                break
        return None

    def is_qualified(self, alias: Alias, words: Sequence[str]) -> bool:
        """Tell whether an ordinary word right behind a name narrows it to something else («moda de verano»)."""
        # The words behind the last one of the name, from the end of the question.
        behind = ""
        for word in reversed(words):
            if stem(word) in alias.stems:
                return behind != "" and _has_subject(behind) and stem(behind) not in self._in_terms
            if word not in _LINKS:
                behind = word
        return False

    def _read(self, words: Sequence[str]) -> Question:
        content: set[str] = set()
        framing: set[str] = set()
        read: list[str] = []
        corrections: list[tuple[str, str]] = []
        qualified = False
        for word in _telling(words):
            meant = word
            if word in FRAMING_WORDS:
                framing.add(stem(word))
            else:
                meant = self._meant(word)
                if meant != word:
                    corrections.append((word, meant))
                    # «Alma» is no slip for «ALCA»: of a word of four letters another letter makes another word.
                    other = len(word) == len(meant) <= _SHORT_WORD and sorted(word) != sorted(meant)
                    qualified = qualified or other or self._corrector.distance(word, meant) > 1
                content.add(stem(meant))
            read.append(meant)
        weight = sum(self._capped.get(word, self._unknown) for word in sorted(content))
        framing -= content
        qualified |= any(word not in COMMON_WORDS and stem(word) not in self._in_terms for word in read)
        return Question(
            frozenset(map(singular, read)),
            frozenset(content),
            frozenset(framing),
            weight,
            f" {' '.join(words)} ",
            qualified,
            tuple(corrections),
        )

    def _meant(self, word: str) -> str:
        """Return the known word that this one stands for, or the word itself."""
        if singular(word) in self._known:
            return word
        # A word whose stem is known may be another form of it («capitalista») or a slip («multipliador»): for that it
        # must be nearer to a known word.
        farthest = 1 if stem(word) in self._postings else 2
        return self._corrector.correct(word, farthest) or word


class _Ranking(msgspec.Struct, frozen=True):
    """What a question may be about, best first; a match is worked out in full when it is looked at."""

    index: Index
    words: tuple[str, ...]
    exact: Match | None
    reading: Question | None = None
    scored: tuple[Scored, ...] = ()
    corrections: tuple[tuple[str, str], ...] = ()
    """Words that were put right to complete a name."""

    def matches(self, count: int) -> Iterator[Match]:
        """Give the first matches."""
        if self.exact is not None:
            yield self.exact
            count -= 1
        if not count:
            return
        reading, scored = (self.reading, self.scored) if self.reading else self.index.weigh(self.words)
        named = self.exact.concept if self.exact else ""
        others = [one for one in scored if one.alias.concept != named]
        for one in others[:count]:
            yield one.match(reading, qualified=self.index.is_qualified(one.alias, self.words))


def _telling(words: Iterable[str]) -> list[str]:
    return [word for word in words if word not in EMPTY_WORDS]


def _stands_for_itself(alias: str, words: Iterable[str], question: str) -> bool:
    """Tell «DA», aggregate demand, from «da», a verb: such an abbreviation counts only as it is written."""
    return not alias.isupper() or alias in question or any(_has_subject(word) for word in words)


def _without_plural(word: str) -> str:
    """Return the singular of a folded word as one would write it: «quintil» of «quintiles»."""
    if word.endswith(("les", "nes", "res", "des")):
        return word[:-2]
    return word[:-1] if word.endswith(("as", "es", "os")) and len(word) > _LONGEST_TERM else word


def _has_subject(word: str) -> bool:
    return word not in EMPTY_WORDS and word not in FRAMING_WORDS
