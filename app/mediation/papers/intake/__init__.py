"""Which papers open a file: application, acceptance, rights, enquiry, evidence, register?"""
