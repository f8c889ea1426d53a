from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from ecobot_tui.console.faults import (
    BrokenDoorError,
    ForeignDoorError,
    NoServerError,
    OtherVersionError,
    RefusedError,
)
from ecobot_tui.console.link import Link
from ecobot_tui.wire import control
from ecobot_tui.wire.control import Batch, Piece, Transcript
from tests.console.scripted_door import ScriptedDoor, a_row, a_status, answered

HOSTILE = "\x1b]52;c;eA==\x07a\x9b2J\u202eb\x00"


async def test_requests_get_their_own_answers(door: ScriptedDoor) -> None:
    door.rows = {row.sid: row for row in (a_row(1), a_row(2))}
    link = await Link.open(door.path)
    rows, status = await asyncio.gather(
        link.request(control.ListSessions(id=0), control.Rows),
        link.request(control.GetStatus(id=0), control.StatusIs),
    )
    assert [row.number for row in rows.rows] == [1, 2]
    assert status.status.pid == 4242
    await link.close()


async def test_a_refusal_is_told_in_the_originals_words(door: ScriptedDoor) -> None:
    link = await Link.open(door.path)
    with pytest.raises(RefusedError, match=r"^No existe esa sesión o ya está cerrada\.$") as caught:
        await link.request(control.Kill(id=0, sid="deadbeef"), control.Killed)
    assert caught.value.code == "no-session"
    await link.close()


async def test_nobody_at_the_door(tmp_path: Path) -> None:
    with pytest.raises(NoServerError, match="No hay ningún servidor en marcha"):
        await Link.open(tmp_path / "control.sock")


async def test_a_socket_file_that_a_dead_server_left(door: ScriptedDoor) -> None:
    door.path.rename(door.path.with_suffix(".old"))
    await door.stop()
    door.path.with_suffix(".old").rename(door.path)
    with pytest.raises(NoServerError):
        await Link.open(door.path)


async def test_another_version_is_told_with_both_numbers(door: ScriptedDoor) -> None:
    door.greeting = control.encode(control.Greeting(v=control.VERSION + 7, version="9.9\x1b[2J", pid=1))
    with pytest.raises(OtherVersionError, match=rf"EcoBot 9\.9\) habla la versión {control.VERSION + 7} .* la 1"):
        await Link.open(door.path)


@pytest.mark.parametrize("greeting", [b"HTTP/1.1 400 Bad\r\n", b'{"is":"accepted","id":1}\n', b"\xff\xfe\n", b"[]\n"])
async def test_something_else_at_the_door(door: ScriptedDoor, greeting: bytes) -> None:
    door.greeting = greeting
    with pytest.raises(ForeignDoorError):
        await Link.open(door.path)


async def test_a_server_that_does_not_greet(door: ScriptedDoor) -> None:
    door.greeting = b""
    with pytest.raises(BrokenDoorError, match="no saluda"):
        await Link.open(door.path, timeout=0.05)


async def test_waiting_requests_and_batches_end_when_the_connection_does(door: ScriptedDoor) -> None:
    door.silent = True
    link = await Link.open(door.path)
    waiting = asyncio.create_task(link.request(control.GetStatus(id=0), control.StatusIs))
    await asyncio.sleep(0)
    door.hang_up()
    with pytest.raises(BrokenDoorError, match="Se cortó la conexión con el servidor"):
        await waiting
    with pytest.raises(BrokenDoorError):
        await anext(link.batches())
    with pytest.raises(BrokenDoorError):
        await link.request(control.GetStatus(id=0), control.StatusIs)
    await link.close()


async def test_noise_in_mid_stream_ends_the_link(door: ScriptedDoor) -> None:
    link = await Link.open(door.path)
    door.send_raw(b"\x00\x01 noise\n")
    with pytest.raises(ForeignDoorError):
        await anext(link.batches())
    await link.close()


async def test_batches_come_in_order_and_none_is_lost_to_a_slow_reader(door: ScriptedDoor) -> None:
    link = await Link.open(door.path)
    await link.request(control.Subscribe(id=0), control.Accepted)
    for number in range(1, 41):
        door.send(Batch(seq=0, rows=[a_row(number)]))
    batches = link.batches()
    taken = [await anext(batches) for _ in range(41)]
    assert [batch.seq for batch in taken] == list(range(1, 42))
    await link.close()


async def test_every_text_is_cleaned_on_arrival(door: ScriptedDoor) -> None:
    link = await Link.open(door.path)
    await link.request(control.Subscribe(id=0), control.Accepted)
    hostile = a_row(1, addr=HOSTILE, node=HOSTILE, last_question=HOSTILE, started=HOSTILE)
    steps: list[control.TranscriptStep] = [answered(f"una\n{HOSTILE}", reason=HOSTILE), Piece(text=f" {HOSTILE} ")]
    figures = a_status(models=[HOSTILE], routes={HOSTILE: 1}, host=HOSTILE)
    transcript = Transcript(sid=HOSTILE, steps=steps)
    door.send(Batch(seq=0, rows=[hostile], log=[HOSTILE], transcript=transcript, figures=figures))
    batches = link.batches()
    await anext(batches)
    batch = await anext(batches)
    shown = repr(control.encode(batch).decode())
    for raw in ("u001b", "x1b", "x9b", "x07", "u202e", "x00", "u0000"):
        assert raw not in shown
    assert batch.transcript is not None
    assert batch.transcript.steps[0].text == "una\nab"  # type: ignore[union-attr]
    assert batch.transcript.steps[1].text == " ab "  # type: ignore[union-attr]
    await link.close()
