"""`python -m bench.groq_relay`: answers streamed from the model, beside the SDK's own streaming and bare aiohttp.

All are TCP relays in processes of their own on one core, all in front of the same upstream of our own, in turns;
upstream and clients have the other core. «llm of ecobot» is the relay of the last two around `server/llm`: what asking
costs is compared on it. «ecobot» is the real server, whose local brain, sessions, log and text layout are in its
figures as well. Trust the ratios: other programs use the machine too. Needs Linux, whose /proc tells what a process
uses.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import msgspec

from bench.fake_groq import marks
from bench.processes import HAS_TWO_CORES, clean_environment, free_port, on_core, running
from bench.relay_load import Seen, Spec

ROUNDS = 3
QUESTION = "Analizá críticamente la leyenda número {number} sobre el comercio de naranjas"
LOCAL_QUESTION = "¿qué es la inflación?"
PROBES = 40
"""Connections that ask locally in turn: an answer may take two seconds before one of them is missed."""
SIDES = ("ecobot", "llm of ecobot", "sdk default", "raw aiohttp")


@dataclass(frozen=True)
class Workload:
    """Streams of so many tokens, `delay` milliseconds apart."""

    tokens: int
    delay: int
    streams: int
    clients: int

    @property
    def model(self) -> str:
        """What the upstream has to be asked for."""
        return f"bench-{self.tokens}-{self.delay}"


FAST = Workload(tokens=200, delay=0, streams=150, clients=16)
PACED = Workload(tokens=100, delay=20, streams=500, clients=500)
IDEAL_SECONDS = PACED.tokens * PACED.delay / 1000 + 0.02


@dataclass
class Side:
    """One relay, and what was seen of it, a round after the other."""

    name: str
    port: int
    pid: int
    seen: list[Seen] = field(default_factory=list)
    local: list[float] = field(default_factory=list)
    """How long local questions took meanwhile."""
    settled: list[float] = field(default_factory=list)
    """Those of them that were asked once all streams had begun."""

    @property
    def cpu(self) -> float:
        """CPU-seconds of the cheapest round."""
        return min(seen.relay_cpu for seen in self.seen)

    @property
    def wall(self) -> float:
        """Seconds of the fastest round."""
        return min(seen.ended - seen.began for seen in self.seen)

    @property
    def kilobytes(self) -> float:
        """Memory a stream, of the first round: later ones find what it left."""
        return (self.seen[0].memory_peak - self.seen[0].memory_before) / len(self.seen[0].answers) / 1024

    def first_ms(self, part: float) -> float:
        """Return after how many milliseconds the first byte was there, in the best round."""
        return 1000 * min(percentile([first for _, first, _ in seen.answers], part) for seen in self.seen)


class Bench:
    """The upstream, and the numbers that make every question a new one."""

    def __init__(self, home: Path, stack: ExitStack) -> None:
        self._home = home
        self._port = free_port()
        self._numbers = count(1, 10_000)
        arguments = ["-m", "bench.fake_groq", str(self._port)]
        self._upstream = stack.enter_context(running(arguments, self._port, home, 1, clean_environment(home)))

    @contextmanager
    def sides(self, workload: Workload) -> Iterator[list[Side]]:
        """Start all three relays for one workload, warm."""
        url = f"http://127.0.0.1:{self._port}"
        settings = {
            "GROQ_API_KEY": "bench",
            "GROQ_BASE_URL": url,
            "GROQ_MODEL": workload.model,
            "ECOBOT_GROQ_CACHE": "0",
            "ECOBOT_GROQ_CONCURRENCY": "600",
            "ECOBOT_LIMITS": "off",
        }
        with ExitStack() as stack:
            sides = []
            for name in SIDES:
                port = free_port()
                arguments = ["-m", "bench.relays", name.split()[0], str(port), url, workload.model]
                if name == "ecobot":
                    state = ["--state-dir", str(self._home / f"s{port}")]
                    arguments = ["-m", "ecobot_tui.server", "--host", "127.0.0.1", "--port", str(port), *state]
                environment = clean_environment(self._home, **settings)
                pid = stack.enter_context(running(arguments, port, self._home, 0, environment))
                side = Side(name, port, pid)
                self.measure(side, Workload(workload.tokens, workload.delay, 50, min(50, workload.clients)))
                sides.append(side)
            for side in sides:
                side.seen.clear()
            yield sides

    def measure(self, side: Side, workload: Workload) -> None:
        """Let clients have all streams of a workload once. Raises RuntimeError where an answer was not whole."""
        spec = Spec(
            side.port,
            QUESTION,
            workload.clients,
            workload.streams,
            next(self._numbers),
            marks(workload.tokens),
            side.pid,
            self._upstream,
        )
        with _load(spec) as load:
            seen = _seen(load)
        if seen.broken:
            raise RuntimeError(f"{side.name}: {seen.broken} of {workload.streams} answers were not the model's, whole")
        side.seen.append(seen)

    def measure_with_probe(self, side: Side, workload: Workload) -> None:
        """Measure while others ask what is answered locally."""
        with _load(Spec(side.port, LOCAL_QUESTION, PROBES)) as probe:
            assert probe.stdout is not None  # noqa: S101  # it has a pipe
            probe.stdout.readline()
            self.measure(side, workload)
            probed = _seen(probe)
        seen = side.seen[-1]
        settled = max(asked + first for asked, first, _ in seen.answers)
        side.local += [took for asked, _, took in probed.answers if seen.began <= asked <= seen.ended]
        side.settled += [took for asked, _, took in probed.answers if settled <= asked <= seen.ended]


@contextmanager
def _load(spec: Spec) -> Iterator[subprocess.Popen[bytes]]:
    with on_core(1):
        process = subprocess.Popen(  # noqa: S603  # our own module
            [sys.executable, "-m", "bench.relay_load", msgspec.json.encode(spec).decode()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
    with process:
        try:
            yield process
        finally:
            process.kill()


def _seen(process: subprocess.Popen[bytes]) -> Seen:
    """End the process's input, and return what it saw."""
    written, _ = process.communicate(timeout=90)
    return msgspec.json.decode(written, type=Seen)


def percentile(values: list[float], part: float) -> float:
    """Return the value that so large a part of all is not above."""
    return sorted(values)[min(len(values) - 1, int(part * len(values)))] if values else float("nan")


def _busy(sides: list[Side]) -> str:
    """Say how loaded the other side of each relay was: near 100 % its figures would be those of the bench."""
    shares = []
    for side in sides:
        upstream = statistics.mean(seen.upstream_cpu / (seen.ended - seen.began) for seen in side.seen)
        load = statistics.mean(seen.load_cpu / (seen.ended - seen.began) for seen in side.seen)
        shares.append(f"{side.name} {upstream:.0%} + {load:.0%}")
    return f"of their core, upstream + clients used: {', '.join(shares)}\n"


def fast(bench: Bench) -> list[tuple[str, float, str, bool]]:
    """Measure streams without delay: what a relay's own work costs. Return the ratios, each with its target."""
    with bench.sides(FAST) as sides:
        for _ in range(ROUNDS):
            for side in sides:
                bench.measure(side, FAST)
    print(f"{FAST.streams} streams of {FAST.tokens} tokens without delay, {FAST.clients} at once, best of {ROUNDS}")
    print(f"{'':14} {'streams/cpu-s':>14} {'us/token':>9} {'first byte p50 ms':>18}")
    for side in sides:
        per_stream = side.cpu / FAST.streams
        per_token = 1e6 * per_stream / FAST.tokens
        print(f"{side.name:14} {1 / per_stream:14.0f} {per_token:9.1f} {side.first_ms(0.5):18.1f}")
    print(_busy(sides))
    whole, llm, sdk, raw = (side.cpu for side in sides)
    return [
        ("streams per CPU-second, times the SDK's default", sdk / llm, ">= 12", sdk / llm >= 12),
        ("streams per CPU-second, times bare aiohttp's", raw / llm, ">= 0.35", raw / llm >= 0.35),
        ("the whole server, times a relay on the SDK's default", sdk / whole, "", True),
        ("the whole server, times a relay on bare aiohttp", raw / whole, "", True),
    ]


def paced(bench: Bench) -> list[tuple[str, float, str, bool]]:
    """Measure many streams at a model's pace, with local questions between them."""
    with bench.sides(PACED) as sides:
        for _ in range(ROUNDS):
            for side in sides:
                if side.name == "ecobot":
                    bench.measure_with_probe(side, PACED)
                else:
                    bench.measure(side, PACED)
    print(f"{PACED.streams} streams of {PACED.tokens} tokens, one every {PACED.delay} ms, best of {ROUNDS}")
    print(f"{'':14} {'wall s':>7} {'cpu s':>7} {'first byte p50 ms':>18} {'p99 ms':>7} {'KB/stream':>10}")
    for side in sides:
        first, last = side.first_ms(0.5), side.first_ms(0.99)
        print(f"{side.name:14} {side.wall:7.2f} {side.cpu:7.2f} {first:18.0f} {last:7.0f} {side.kilobytes:10.0f}")
    ecobot, llm, sdk, _ = sides
    for when, took in (("meanwhile", ecobot.local), ("once all streams run", ecobot.settled)):
        middle, late, worst = (1000 * percentile(took, part) for part in (0.5, 0.99, 1.0))
        print(f"local answers {when}: {len(took)}, p50 {middle:.1f} ms, p99 {late:.1f} ms, worst {worst:.1f} ms")
    print(_busy(sides))
    wall, cheaper = llm.wall / IDEAL_SECONDS, sdk.cpu / llm.cpu
    late = 1000 * percentile(ecobot.local, 0.99)
    return [
        (f"wall time, times the ideal {IDEAL_SECONDS:.2f} s", wall, "<= 1.3", wall <= 1.3),
        ("CPU, times less than the SDK's default", cheaper, ">= 5", cheaper >= 5),
        ("local answers meanwhile, p99 in ms", late, "<= 20", late <= 20),
        ("memory a stream, in KB", llm.kilobytes, "<= 50", llm.kilobytes <= 50),
        ("the whole server: wall time, times the ideal", ecobot.wall / IDEAL_SECONDS, "", True),
        ("the whole server: CPU, times less than the SDK's default", sdk.cpu / ecobot.cpu, "", True),
        ("the whole server: memory a stream, in KB", ecobot.kilobytes, "", True),
    ]


def main() -> int:
    """Print the figures; exit status 1 where a target is missed."""
    if not HAS_TWO_CORES:
        print("Only one core: the relays share it with upstream and clients.")
    with tempfile.TemporaryDirectory(prefix="eco-") as home, ExitStack() as stack:
        bench = Bench(Path(home), stack)
        ratios = [*fast(bench), *paced(bench)]
    print(f"{'EcoBot':58} {'measured':>9} {'target':>8}")
    for name, value, target, is_met in ratios:
        print(f"{name:58} {value:9.2f} {target:>8}{'' if is_met else '  missed'}")
    return 0 if all(is_met for *_, is_met in ratios) else 1


if __name__ == "__main__":
    sys.exit(main())
