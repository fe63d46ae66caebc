"""What does each person get of each instalment, so that both sums come out to the last unit?"""

from collections.abc import Sequence

from app.kernel.money import Money


def spread(shares: Sequence[Money], parts: Sequence[Money]) -> tuple[tuple[Money, ...], ...]:
    """One row per share, one column per instalment; every row and column adds up exactly.

    Instalment by instalment, in proportion to what each still has to come; the odd units go to
    the largest remainders, of equal ones to the first. Nothing is ever negative, and no cell is
    further than one unit from its proportion of what remained. Raises ValueError where the two
    sums differ.
    """
    rest = [share.minor for share in shares]
    if sum(rest) != sum(part.minor for part in parts):
        raise ValueError("shares and instalments are not the same sum")
    columns = []
    for part in parts:
        column = _apportioned(part.minor, rest)
        rest = [left - taken for left, taken in zip(rest, column, strict=True)]
        columns.append(column)
    return tuple(
        tuple(Money(column[row], share.currency) for column in columns)
        for row, share in enumerate(shares)
    )


def _apportioned(amount: int, weights: Sequence[int]) -> list[int]:
    """`amount` in proportion to `weights`, never more than the weight itself."""
    whole = sum(weights)
    if whole == 0:
        return [0 for _weight in weights]
    quotas = [divmod(amount * weight, whole) for weight in weights]
    odd = amount - sum(share for share, _remainder in quotas)
    first = sorted(range(len(weights)), key=lambda row: -quotas[row][1])[:odd]
    return [share + (row in first) for row, (share, _remainder) in enumerate(quotas)]
