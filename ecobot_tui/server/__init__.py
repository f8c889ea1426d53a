"""The server: sessions, their listener, the router, the model, the control door. Run by `python -m`.

The way of a question: `connection` (bytes) → `wire.telnet` or `wire.chat` through a dialect (questions) → `session`
(state, history, waiting) → `router` (decides, says why) → economics or `llm` (answers) → `session` → `connection`.
"""
