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
        name = goods.completed(_typed(self.name_zh, self.name_vi), goods.GOODS)
        unit = goods.counted(name, _typed(self.unit_zh, self.unit_vi))
        self.name_zh.data, self.name_vi.data = name.zh, name.vi
        self.unit_zh.data, self.unit_vi.data = unit.zh, unit.vi
        if not (name.zh or name.vi):
            return None
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


def _typed(zh: Field, vi: Field) -> Phrase:
    return Phrase(zh.data or "", vi.data or "")
