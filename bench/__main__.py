"""`make bench`: every figure, one after the other."""

from bench import import_rate, papers, search, whole_file

papers.main()
whole_file.main()
search.main()
import_rate.main()
