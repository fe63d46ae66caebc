"""Which papers say what was agreed: written, oral, for Vietnam's law, for a court?"""
