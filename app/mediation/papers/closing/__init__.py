"""Which papers follow an agreement: receipts, visits, the closing report?"""
