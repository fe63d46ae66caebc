"""How long does an agreement take to print? `python -m bench.papers [rounds]`.

The first one loads the fonts; the rest are different agreements of the same size.
"""

import statistics
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date

from app.kernel.money import Currency, Money
from app.mediation.papers.agreement import (
    AgreementPaper,
    PaperParty,
    PaperTerm,
    agreement_pdf,
)
from app.mediation.papers.owed import PaperObligation
from app.mediation.papers.values import PaperSigner, PaperText

DAY = date(2026, 11, 23)
FIRST = "from bench.papers import timed, agreement; print(timed(agreement(0)))"


def agreement(number: int) -> AgreementPaper:
    """Seven workers, three instalments each: 21 rows, two or three pages."""
    employer = PaperText("苏海明", "Tô Hải Minh")
    workers = [PaperText(f"阮文{n}", f"Nguyễn Văn {n}") for n in "雄强明海山河江"]
    words = PaperText(f"第{number}份：分三期付清工钱。", f"Bản {number}: trả tiền công làm ba đợt.")
    owed = tuple(
        PaperObligation(employer, worker, amount=Money(200_000 + number, Currency.CNY),
                        due_on=date(2026, 12 - part, 1))
        for part in range(3)
        for worker in workers
    )  # fmt: skip
    return AgreementPaper(
        side="CN", issuer="CN", number=PaperText(f"（2026）东兴人调字第{number}号"),
        committee=PaperText("东兴镇人民调解委员会", "Ủy ban hòa giải nhân dân trấn Đông Hưng"),
        parties=tuple(PaperParty(PaperText("申请人", "Bên yêu cầu"), each.vi) for each in workers),
        facts=words, terms=tuple(PaperTerm(words) for _ in range(8)), printed_on=DAY,
        obligations=owed, party_signers=tuple(PaperSigner(each, words) for each in workers),
    )  # fmt: skip


def timed(paper: AgreementPaper) -> float:
    """Milliseconds to the finished PDF."""
    start = time.perf_counter()
    agreement_pdf(paper)
    return (time.perf_counter() - start) * 1000


def report(what: str, papers: list[AgreementPaper], aim: str = "") -> None:
    """By the clock, and of the processor alone, since other work may share the machine."""
    start = time.process_time()
    times = [timed(each) for each in papers]
    own = (time.process_time() - start) / len(papers) * 1000
    print(f"  {what:<18} {statistics.median(times):6.0f}  worst {max(times):.0f}"
          f"  processor {own:.0f}{aim}")  # fmt: skip


def small(paper: AgreementPaper) -> AgreementPaper:
    """Two parties, two instalments: the usual agreement."""
    return replace(paper, parties=paper.parties[:2], obligations=paper.obligations[:2],
                   terms=paper.terms[:4], party_signers=paper.party_signers[:2])  # fmt: skip


def main(rounds: int = 30) -> None:
    firsts = [
        float(subprocess.run([sys.executable, "-c", FIRST], capture_output=True, check=True).stdout)
        for _ in range(3)
    ]
    agreement_pdf(agreement(0))
    print("papers: milliseconds per agreement, as PDF/A")
    print(f"  {'first in a process':<18} {statistics.median(firsts):6.0f}  (aim 500)")
    report("usual, warm", [small(agreement(n)) for n in range(1, rounds)], "  (aim 60)")
    report("seven workers", [agreement(n) for n in range(1, rounds)])


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
