"""How does the house make and read files? Bytes from a template and data; knows no feature."""
