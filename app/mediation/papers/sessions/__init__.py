"""Which papers come from the table: the record, the interpreter's statement, the notice?"""
