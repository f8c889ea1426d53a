"""What tests share: a real server process, a Groq of our own, waiting with a deadline."""
