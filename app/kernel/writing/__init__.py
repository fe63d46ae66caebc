"""How are amounts, dates, numbers and lists written in each language's official style?"""
