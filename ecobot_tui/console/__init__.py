"""The operator's console: a client of the server's control door, full screen or one command at a time."""
