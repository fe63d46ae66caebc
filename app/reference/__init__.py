"""Which places, bodies, days, codes and periods does everything else refer to?"""
