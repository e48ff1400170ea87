"""One financing instrument a file."""
