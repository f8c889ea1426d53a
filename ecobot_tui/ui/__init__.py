"""Parts of a Textual screen that the console and the chat share: the app in Spanish, the themes, foreign text."""
