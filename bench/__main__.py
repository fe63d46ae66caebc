"""`make bench`: every figure, one after the other."""

from bench import import_rate, papers, search

papers.main()
search.main()
import_rate.main()
