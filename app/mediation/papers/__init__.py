"""Which papers does the register print, and what must each be told?"""
