"""Drawings that were looked at: one question of each kind, and the file that holds its answer.

After an intended change: `python -m tests.economics.charts.golden_charts` writes them again; look at the difference.
"""

from pathlib import Path

from ecobot_tui.economics.charts import answer_chart

FOLDER = Path(__file__).parent / "golden"
QUESTIONS = {
    "demanda": "grafico demanda 100 2",
    "oferta": "grafico oferta 20 1",
    "mercado": "dibujame la oferta y la demanda con 100 2 20 1",
    "costos": "grafico costos",
    "serie": "grafico serie 10,12,11,15",
    "lorenz": "mostrame la curva de Lorenz",
    "phillips": "grafico phillips",
    "is_lm": "grafico is-lm",
    "fpp": "grafico fpp",
    "prestamo": "graficá el saldo de un préstamo de $ 100.000 al 60 % en 12 cuotas",
    "compuesto": "grafico interes compuesto 1000 5% 24",
    "ayuda": "grafico",
}


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, question in QUESTIONS.items():
        answer = answer_chart(question)
        assert answer is not None
        (FOLDER / f"{name}.txt").write_text(answer.text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
