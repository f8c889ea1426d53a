"""What travels between the programs: telnet lines, chat and control messages, their framing. No I/O."""
