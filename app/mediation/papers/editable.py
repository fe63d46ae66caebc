"""What stands in the Word copy of an agreement or a letter? The same data as in the paper."""

from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import Any

from app.documents.docx import Line, Side, bilingual_docx
from app.kernel.bilingual import Bilingual
from app.kernel.country import Country

Data = Mapping[str, Any]
NOTHING = {"zh": "", "vi": ""}
TOLD_OF_PARTIES = (
    ("sex", "性别", "Giới tính"),
    ("born_on", "出生日期", "Ngày sinh"),
    ("age", "年龄", "Tuổi"),
    ("nationality", "国籍", "Quốc tịch"),
    ("ethnic_group", "民族", "Dân tộc"),
    ("occupation", "职业", "Nghề nghiệp"),
    ("language", "语言", "Ngôn ngữ"),
    ("document", "证件", "Giấy tờ"),
    ("address", "住址", "Nơi cư trú"),
)
"""The papers of the two sides tell different things; each copy tells what its paper does."""
DOUBT = {"zh": "（译文未经确认）", "vi": " (bản dịch chưa được xác nhận)"}


def letter_docx(data: Data, *, first: Country) -> bytes:
    """A letter: its subject, from and to whom, number and day, paragraph by paragraph."""
    return bilingual_docx(_both(data["title"]), _letter(data), first=_side(first))


def agreement_docx(data: Data, *, first: Country) -> bytes:
    """An agreement: who, what happened, clause by clause, what is owed, who signs."""
    return bilingual_docx(_both(data["title"]), _agreement(data), first=_side(first))


def _letter(data: Data) -> Iterator[Line]:
    yield _row("发函单位", "Nơi gửi", _both(data["committee"]))
    yield _row("收函单位", "Nơi nhận", _both(data["to"]))
    yield _row("编号", "Số", _both(data["number"]))
    yield _row("日期", "Ngày", _both(data["date"]))
    text = _both(data["text"])
    for zh, vi in zip_longest(_lines(text.zh), _lines(text.vi), fillvalue=""):
        yield Line(Bilingual(zh, vi))
    yield _row("签名、盖章", "Ký tên, đóng dấu", Bilingual())


def _lines(text: str | None) -> list[str]:
    return [line for line in (text or "").split("\n") if line.strip()]


def _agreement(data: Data) -> Iterator[Line]:
    yield _row("编号", "Số", _both(data["number"]))
    yield _row("调解组织", "Tổ chức hòa giải", _both(data["committee"]))
    for party in data["parties"]:
        yield from _party(party)
    yield from _if_there("调解依据", "Căn cứ hòa giải", _both(data.get("basis", NOTHING)))
    yield _heading("纠纷主要事实、争议事项", "Nội dung vụ việc và vấn đề tranh chấp")
    yield Line(_both(data["facts"]))
    yield _heading("协议内容", "Nội dung thỏa thuận")
    if data["change"]["zh"]:
        yield Line(_both(data["change"]))
    for number, term in enumerate(data["terms"], start=1):
        text = _both(term)
        yield Line(Bilingual(f"{number}. {text.zh}", f"{number}. {text.vi}"))
    if data["obligations"] or data["blocks"]:
        yield _heading("履行义务", "Nghĩa vụ phải thực hiện")
    for block in data["blocks"]:
        yield from _block(block)
    for owed in data["obligations"]:
        yield Line(_owed(owed))
    for total in data["totals"]:
        yield _total(total)
    if data["rate"]:
        yield from _rate(data["rate"])
    yield from _ending(data)


def _party(party: Data) -> Iterator[Line]:
    """The name in bold, then what the paper tells of the party."""
    name = Bilingual(party["name_han"] or party["name"], party["name_latin"] or party["name"])
    role = _both(party["role"])
    yield Line(Bilingual(f"{role.zh}：{name.zh}", f"{role.vi}: {name.vi}"), is_heading=True)
    for key, zh, vi in TOLD_OF_PARTIES:
        yield from _if_there(zh, vi, _both(party.get(key, NOTHING)))
    if number := party.get("document_number"):
        kind = _both(party["document_kind"])
        yield _row("证件", "Giấy tờ", Bilingual(f"{kind.zh} {number}", f"{kind.vi} {number}"))
    if party["representative"]:
        acting = _both(party["acting"])
        yield _row(acting.zh or "", acting.vi or "", _both(party["representative"]))


def _block(block: Data) -> Iterator[Line]:
    """Money in parts: who owes, to whom, for what and how; then sum by sum, and the total."""
    told = ("creditor", "what", "manner", "place", "unit")
    yield _said(block["debtor"], *(block[key] for key in told))
    columns = [_title(each) for each in block["columns"]]
    for row in block["rows"]:
        cells = zip_longest(columns, row["cells"], fillvalue=NOTHING)
        sums = [_pair(name, cell) for name, cell in cells if cell["zh"]]
        people = [_pair(_title(each), each["sum"]) for each in row.get("people", ())]
        yield _said(_title(row), *sums, *people, row["sum"])
    yield _total(block["total"])


def _title(one: Data) -> Data:
    return _pair(one["name"], one["note"])


def _pair(first: Data, second: Data) -> Data:
    return {side: " ".join(filter(None, (first[side], second[side]))) for side in ("zh", "vi")}


def _said(*parts: Data) -> Line:
    zh, vi = (list(filter(None, (each[side] for each in parts))) for side in ("zh", "vi"))
    return Line(Bilingual("；".join(zh), "; ".join(vi)))


def _total(total: Data) -> Line:
    amount, words = _both(total["amount"]), _both(total["in_words"])
    whole = Bilingual(f"{amount.zh}（{words.zh}）", f"{amount.vi} ({words.vi})")
    return _row("合计", "Tổng cộng", whole)


def _owed(owed: Data) -> Bilingual:
    """Who owes whom what by when, on one line."""
    said = {}
    for side, arrow, due in (("zh", "→", "履行期限"), ("vi", "→", "hạn")):
        parts = [f"{owed['debtor'][side]} {arrow} {owed['creditor'][side]}"]
        parts += [owed[key][side] for key in ("amount", "what", "part", "manner", "place")]
        if owed["due_on"][side]:
            parts.append(f"{due} {owed['due_on'][side]}")
        said[side] = ("；" if side == "zh" else "; ").join(filter(None, parts))
    return Bilingual(said["zh"], said["vi"])


def _rate(rate: Data) -> Iterator[Line]:
    yield _row("汇率", "Tỷ giá", _both(rate["value"]))
    yield _row("汇率日期", "Ngày áp dụng tỷ giá", _both(rate["on"]))
    yield _row("汇率来源", "Nguồn tỷ giá", _both(rate["source"]))


def _ending(data: Data) -> Iterator[Line]:
    yield from _if_there("份数", "Số bản", _same(data["copies"] or ""))
    yield from _if_there("地点", "Địa điểm", _both(data["place"]))
    yield from _if_there("签订日期", "Ngày ký", _both(data["signed_on"]))
    yield from _if_there("生效日期", "Ngày có hiệu lực", _both(data["effective_on"]))
    signers = [*data["party_signers"], *data["mediators"], *data["interpreters"]]
    if data["recorder"]:
        signers.append(data["recorder"])
    for each in signers:
        role, name = _both(each["role"]), _both(each["name"])
        yield _row(f"{role.zh}签名", f"{role.vi} ký tên", name)


def _heading(zh: str, vi: str) -> Line:
    return Line(Bilingual(zh, vi), is_heading=True)


def _if_there(zh: str, vi: str, value: Bilingual) -> Iterator[Line]:
    if value.zh or value.vi:
        yield _row(zh, vi, value)


def _row(zh: str, vi: str, value: Bilingual) -> Line:
    """A label with its value; an empty value leaves room to write."""
    return Line(Bilingual(f"{zh}：{value.zh or '________'}", f"{vi}: {value.vi or '________'}"))


def _both(pair: Data) -> Bilingual:
    """The words of a paper's pair, saying where one of them is a doubtful translation."""
    doubt = pair.get("unconfirmed")
    zh = pair["zh"] + (DOUBT["zh"] if doubt == "zh" and pair["zh"] else "")
    vi = pair["vi"] + (DOUBT["vi"] if doubt == "vi" and pair["vi"] else "")
    return Bilingual(zh, vi)


def _same(text: str) -> Bilingual:
    return Bilingual(text, text)


def _side(country: Country) -> Side:
    return "zh" if country is Country.CN else "vi"
