"""Which papers hold a file together: cover, contents, note, back cover?"""
