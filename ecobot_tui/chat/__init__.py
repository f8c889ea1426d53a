"""The student's side: the structured conversation with the server, on a full screen or line by line."""
