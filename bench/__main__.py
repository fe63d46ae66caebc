"""`make bench`: every figure, one after the other."""

from bench import import_rate, search

search.main()
import_rate.main()
