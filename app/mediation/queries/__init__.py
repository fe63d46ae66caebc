"""What do we look up? Always ordered, always scoped: who is looking is an argument."""
