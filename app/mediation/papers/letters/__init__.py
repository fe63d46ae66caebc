"""Which paper carries what one side writes to the other?"""
