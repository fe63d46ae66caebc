"""How are goods asked for? A name and a quantity; a word of the list brings its twin."""

from decimal import Decimal
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import Field, StringField
from wtforms.validators import Length, NumberRange, Optional

from app.mediation.forms.clause_boxes import Box
from app.mediation.queries import goods
from app.mediation.rules.clause_values import Goods, Phrase
from app.web.fields import Number


class GoodsBox(Box):
    main = "name_zh"
    name_zh = StringField(_l("Goods, in Chinese"), [Length(max=200)])
    name_vi = StringField(_l("Goods, in Vietnamese"), [Length(max=200)])
    quantity = Number(_l("Quantity"), [Optional(), NumberRange(min=Decimal("0.001"))], places=None)
    unit_zh = StringField(_l("Unit, in Chinese"), [Length(max=40)])
    unit_vi = StringField(_l("Unit, in Vietnamese"), [Length(max=40)])

    def ask(self, parameter: Any, seats: Any, currency: str) -> None:
        self.parameter = parameter

    def read(self) -> Goods | None:
        _complete(self.name_zh, self.name_vi, goods.GOODS)
        _complete(self.unit_zh, self.unit_vi, goods.UNIT)
        name = Phrase(self.name_zh.data or "", self.name_vi.data or "")
        if not (name.zh or name.vi):
            return None
        unit = Phrase(self.unit_zh.data or "", self.unit_vi.data or "")
        return Goods(name, self.quantity.data, unit)

    @staticmethod
    def shown(value: Goods) -> dict[str, Any]:
        return {
            "name_zh": value.name.zh,
            "name_vi": value.name.vi,
            "quantity": value.quantity,
            "unit_zh": value.unit.zh,
            "unit_vi": value.unit.vi,
        }


def _complete(zh: Field, vi: Field, kind: str) -> None:
    """Where one box was filled with a word of the list, the other one says the same."""
    both = goods.completed(Phrase(zh.data or "", vi.data or ""), kind)
    zh.data, vi.data = both.zh, both.vi
