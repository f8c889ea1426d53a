"""What a terminal sees of a model's Markdown, however the stream is cut."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ecobot_tui.server.dialects.base import Outcome
from ecobot_tui.server.dialects.plain import PlainDialect
from ecobot_tui.server.plain_columns import columns
from ecobot_tui.server.plain_flow import NAME, PlainFlow
from ecobot_tui.server.plain_markdown import PlainMarkdown
from ecobot_tui.server.turns import Question
from ecobot_tui.wire.vocabulary import Ending, Route


def plain(text: str, size: int = 0) -> str:
    """Return the plain text of `text`, fed in pieces of `size`."""
    markdown = PlainMarkdown()
    pieces = [text[at : at + size] for at in range(0, len(text), size)] if size else [text]
    return "".join([*map(markdown.feed, pieces), markdown.end()])


def shown(text: str, size: int = 0) -> str:
    flow = PlainFlow(markdown=True)
    pieces = [text[at : at + size] for at in range(0, len(text), size)] if size else [text]
    return NAME + "".join([*map(flow.feed, pieces), flow.end()])


CASES = [
    # Headings and rules.
    ("## X", "X"),
    ("###### **X** y", "X y"),
    ("#etiqueta y n.º # 3", "#etiqueta y n.º # 3"),
    ("a\n\n##\n\nb", "a\n\nb"),
    ("a\n\n---\n\n* * *\n\n___\n\nb", "a\n\nb"),
    ("---\na", "a"),
    ("--- no es regla", "--- no es regla"),
    # Emphasis.
    ("**x** *x* __x__ _x_ ***x*** ~~x~~", "x x x x x x"),
    ("*a **b*** y **a *b***", "a b y a b"),
    ("**Nota:**sin blanco, «**x**», (**y**)=**z**.", "Nota:sin blanco, «x», (y)=z."),
    ("2 * 3 * 4, 2*3*4, (a)*(b)*(c)", "2 * 3 * 4, 2*3*4, (a)*(b)*(c)"),
    ("P* y Q*, (P*, Q*); P^*=10, Q^*=5", "P* y Q*, (P*, Q*); P^*=10, Q^*=5"),
    ("**P*** y **P\\*** y **P* = 5**", "P* y P* y P* = 5"),
    ("snake_case, a_b_c, P_1 * Q_1", "snake_case, a_b_c, P_1 * Q_1"),
    ("*3*4 = 12* y **x**2 = 9**", "3*4 = 12 y x**2 = 9"),
    ("x**2 + (1+i)**2", "x**2 + (1+i)**2"),
    ("**sin cerrar\n*tampoco\nfin**", "**sin cerrar\n*tampoco\nfin**"),
    ("****cuatro**** ~uno~", "****cuatro**** ~uno~"),
    # Code.
    ("`a*b*` y ``c`d`` y ```e```", "a*b* y c`d y e"),
    ("`sin cerrar **x**", "`sin cerrar x"),
    ("uno\n\n```python\nx = '**'\n\n\n# y\n> z\n```\nfin", "uno\n\nx = '**'\n\n\n# y\n> z\nfin"),
    ("a\n~~~\n```\n~~~\nb", "a\n```\nb"),
    ("a\n```\nsin **cerrar**", "a\nsin **cerrar**"),
    # Lists and quotes.
    ("* x\n  + y\n    - z\n1. a\n2) b", "- x\n  - y\n    - z\n1. a\n2) b"),
    ("- **Oferta**: *x*\n- -5%\n-5%\n+ 3\n+3", "- Oferta: x\n- -5%\n-5%\n- 3\n+3"),
    ("> x\n>\n> > y\n>z\n>= 5\n>5", "x\n\ny\nz\n>= 5\n>5"),
    ("> - a\n>   - b", "- a\n  - b"),
    # Links and images.
    ("[t](http://x.y/a_(b)_c) [t](<u> \"título (x)\")", "t (http://x.y/a_(b)_c) t (u)"),
    ("[**t**](u) [u](u) [a](#b) [](u) <https://x.y/z>", "t (u) u a u https://x.y/z"),
    ("![alt](u) [![i](j)](k) [1] [0, 1) a] ![x", "alt i (k) [1] [0, 1) a] ![x"),
    ("[t](sin cerrar", "[t](sin cerrar"),
    # HTML, entities, escapes.
    ("a<br>b<br/>H<sub>2</sub>O, 10<sup>2</sup>, <span style=\"x\">y</span>", "a\nb\nH2O, 10^2, y"),
    ("a < b, a <b y c> d, a<b, p <!-- no --> q", "a < b, a <b y c> d, a<b, p  q"),
    ("&amp; &lt;b&gt; x&nbsp;y &copy; & z &amp", "& <b> x y &copy; & z &amp"),
    ("\\*x\\* \\_ \\# \\[ a \\] 50\\% \\", "*x* _ # a 50% \\"),
    # Formulas.
    (r"\( P = \frac{a}{b} \) y \(\frac{a+b}{c}\)", "P = a/b y (a+b)/(c)"),
    (r"\[ \frac{\Delta Q}{\Delta P} \times \text{PBI real} \cdot 5\% \]", "(Δ Q)/(Δ P) × PBI real · 5%"),
    (r"$$ \sum_{t} x^{2} \sqrt{x} \pi \epsilon\varepsilon $$", "Σ_t x^2 √(x) π εε"),
    (r"(1+i)^{n-1}, Q_{d}, P^{*}, \foo{x} \bar", "(1+i)^(n-1), Q_d, P^*, foo(x) bar"),
    (r"\frac{\frac{a}{b}}{\sqrt{2}}", "(a/b)/(√(2))"),
    (r"\frac{a}{b", r"\frac{a}{b"),
    ("\\[\na &= b_1 * c_1 * d\n+ e\n\\]\n+ **fin**", "a = b_1 * c_1 * d\n+ e\n- fin"),
    ("\\[ abierta\n\n- **x**", "abierta\n\n- x"),
    ("$ 1.500, $5, US$ 3 y US$4; **$5**", "$ 1.500, $5, US$ 3 y US$4; $5"),
    ("$P$, $Q_d = 10$, $C(q)$, $|E_d| > 1$", "P, Q_d = 10, C(q), |E_d| > 1"),
    ("de $ARS 4 a US$ 5, $a o $b, $x y$", "de $ARS 4 a US$ 5, $a o $b, $x y$"),
    # Tables.
    ("t\n| a | b |\n|---|--:|\n| **x** | 1 |\n| y\\|z | 2000 |\nfin", "t\na   |    b\nx   |    1\ny|z | 2000\nfin"),
    ("t\n\n|a|b|\n|-|-|\n|`c`|\n", "t\n\na | b\nc |"),
    ("a | b\n--- | ---\n1 | 2", "a | b\n1 | 2"),
    ("|x| < 1\nfin", "|x| < 1\nfin"),
    ("| a | b |\n|---|---|\n| 1 | 2 |", "\na | b\n1 | 2"),
    (
        f"t\n| Qué | Más |\n|---|---|\n| x | {'palabra ' * 12}|\n| y<br>z | |",
        f"t\n- Qué: x\n  Más: {('palabra ' * 12).strip()}\n- Qué: y z",
    ),
    # Blank lines.
    ("\n\na\n\n\n\nb\n", "a\n\nb\n"),
    ("a\r\nb", "a\nb"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_marks_go_and_the_text_stays(text, expected):
    assert plain(text) == expected


@pytest.mark.parametrize("text", [text for text, _ in CASES])
def test_one_character_at_a_time_gives_the_same(text):
    assert plain(text, 1) == plain(text, 2) == plain(text, 3) == plain(text)
    assert shown(text, 1) == shown(text)


PIECES = st.lists(
    st.sampled_from(
        ["*", "**", "***", "_", "__", "~~", "`", "``", "```", "\n", "\n\n", " ", "  ", "a", "b1", "é", "👋", "[", "](",
         "]", "(", ")", "![", "<", "<b>", "<br>", ">", "> ", "&amp;", "&", ";", "\\", "\\(", "\\)", "\\[", "\\]", "$",
         "$$", "$P$", "\\frac{", "}{", "}", "{", "^{", "_{", "\\text{", "\\Delta", "|", "| a | b |\n", "|---|:-:|\n",
         "- ", "+ ", "1. ", "# ", "---", "EcoBot: ", "\t", '"', ":", ".", "5", "<!--", "-->", "~~~"]
    ),
    max_size=60,
)  # fmt: skip


@settings(max_examples=600, deadline=None)
@given(pieces=PIECES, cuts=st.lists(st.integers(1, 7), min_size=1, max_size=8))
@example(pieces=["[", "a", "](" + "b" * 1200 + ")"], cuts=[1])
@example(pieces=["`" + "b" * 998 + "``", "`"], cuts=[1])
@example(pieces=["$$", " " * 1000, "\\)", "x"], cuts=[1])
@example(pieces=["**", "a" * 4001, "**"], cuts=[1])
@example(pieces=["$a" + "b" * 76, "_$ "], cuts=[1])
@example(pieces=["<a " + "b" * 196, "=c>"], cuts=[1])
@example(pieces=["*" * 199, "\n", "*" * 200, "\n", " " * 200, "# a"], cuts=[1])
@example(pieces=["| a |\n" * 45, "|" + "b" * 4097, "**x**"], cuts=[1])
@example(pieces=["a" * 300, " \t", "b" * 256, " ", "c"], cuts=[1])
def test_the_text_does_not_depend_on_the_cuts(pieces, cuts):
    text = "".join(pieces)
    markdown, flow = PlainMarkdown(), PlainFlow(markdown=True)
    out, lines = [], []
    at = turn = 0
    while at < len(text):
        piece = text[at : at + cuts[turn % len(cuts)]]
        out.append(markdown.feed(piece))
        lines.append(flow.feed(piece))
        at += len(piece)
        turn += 1
    assert "".join([*out, markdown.end()]) == plain(text)
    assert NAME + "".join([*lines, flow.end()]) == shown(text)


@settings(max_examples=400, deadline=None)
@given(pieces=PIECES)
@example(pieces=["\\> x\n&gt; x\nEcoBot: x\n```\n> x\nEcoBot: x\n```\n<br>> x"])
@example(pieces=[" " * 90, "a\n", " " * 90, "bb"])
def test_no_line_can_pass_for_the_prompt_or_the_bot_or_is_too_wide(pieces):
    first, *lines = shown("".join(pieces)).split("\r\n")
    assert first.startswith(NAME)
    assert [line for line in lines if line and not line.startswith("  ")] == []
    assert [line for line in (first, *lines) if columns(line) > 78] == []


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="abc ,.áñ0123\n", max_size=200))
def test_words_without_marks_are_never_lost(text):
    assert plain(text).split() == text.split()


def test_text_goes_out_as_soon_as_it_is_certain():
    markdown = PlainMarkdown()
    assert markdown.feed("La infla") == "La infla"
    assert markdown.feed("ción **su") == "ción "
    assert markdown.feed("be** ya") == "sube ya"
    assert markdown.feed(" [abierto y 5 < 6") == " "
    assert markdown.feed("\n") == "[abierto y 5 < 6\n"
    assert markdown.feed("| a | b |\n|---|---|\n") == ""
    assert markdown.feed("fin") == "a | b\nfin"


def test_a_table_beyond_forty_rows_or_four_kilobytes_is_shown_row_by_row():
    markdown = PlainMarkdown()
    assert markdown.feed("t\n| a | b |\n|---|---|\n") == "t\n"
    assert markdown.feed("| uno | 2 |\n" * 38) == ""
    assert markdown.feed("| uno | 2 |\n").startswith("a | b\nuno | 2\nuno | 2\n")
    assert markdown.feed("| **x** | y |\n") == "x | y\n"
    markdown = PlainMarkdown()
    assert "".join(markdown.feed(f"| {'x' * 100} | y |\n") for _ in range(39)).count("\n") >= 37
    assert markdown.feed("| " + "x" * 5000).count("x") == 5000


HOSTILE = [
    "*", "_", "~", "`", "[", "]", "|", "\\", "<", "&", "$", "{", "}", "^", "#", ">", "-", "- ", "> ", "\n", " ", "\t",
    "a", "![", "](", "[a](b", "*x _y ", "y** *x ", "[*a ", " *a]", "\\frac{", "\\text{}", "\\(", "\\( ", "|\n", "|-|\n",
    "<b ",    '<a href="', "``a`", "$a", "$\\a ", "_{", "~~~\n", "é",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_a_megabyte_of_one_mark_takes_linear_time(text):
    started = time.process_time()
    said = shown(text * (1_000_000 // len(text)))
    # On an idle core none takes 3 s; anything quadratic takes minutes.
    assert time.process_time() - started < 20
    assert max(map(len, said.split("\r\n"))) <= 78


@pytest.mark.parametrize("text", ["*", "[", "|", "\\", "`", "<b ", "$a", "x*y [", " "])
def test_little_is_kept_back_of_a_hostile_stream_one_character_at_a_time(text):
    markdown, got = PlainMarkdown(), 0
    started = time.process_time()
    for sent, sign in enumerate(text * (100_000 // len(text))):
        got += len(markdown.feed(sign))
        if text not in {"\\", " "}:
            assert sent - got < 6000
    assert time.process_time() - started < 10


def test_remarks_below_an_answer_are_no_markdown():
    dialect = PlainDialect()
    question = Question(1, "q")
    dialect.begin(question, Route.GROQ, "m")
    said = dialect.piece("**media\n```\nx") + dialect.end(
        question, Outcome(Ending.CANCELLED, Route.GROQ, 1, "m", "", "un_modelo_*x*", 1, "(nota)", None)
    )
    assert said.decode() == "**media\r\n  x\r\n  (nota)\r\n  Elaborado con IA (un_modelo_*x*).\r\n\r\n"


def test_only_the_model_s_answers_are_markdown():
    flow = PlainFlow()
    assert flow.feed("**x** `y`\n| a |\n") + flow.end() == "**x** `y`\r\n  | a |\r\n"
