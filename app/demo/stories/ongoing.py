"""Reported disputes whose models here are still going on: a debt being paid, a child to support.

Every name is invented; a case a court handled is a model, not a case of this register."""

from app.demo.story import PINGXIANG, Chosen, Clause, Person, Story, Words
from app.kernel.identity import Sex
from app.kernel.money import Currency, Money
from app.mediation.kinds import Basis, PartyKind
from app.mediation.states import CaseState

GOODS_DEBT = Story(
    key="演示-04",
    clerk="dongxing",
    until=CaseState.PERFORMING,
    days_ago=75,
    took=20,
    basis=Basis.NONE_COVERS,
    applicant=Person(
        "Công ty Thương mại Hải Phát (minh họa)",
        "VN",
        kind=PartyKind.LEGAL,
        han="海发贸易公司（演示）",
        latin="Công ty Thương mại Hải Phát (minh họa)",
        language="vi",
    ),
    respondent=Person(
        "东兴市顺通贸易行（演示）",
        "CN",
        kind=PartyKind.LEGAL,
        han="东兴市顺通贸易行（演示）",
        latin="Cửa hàng Thuận Thông, Đông Hưng (minh họa)",
        language="zh",
    ),
    cn_type="contract",
    subtype="x_goods_debt",
    facts=Words(
        "Bên tôi giao sáu chuyến hải sản đông lạnh theo hợp đồng miệng. Bên mua mới trả hơn một nửa, "
        "còn nợ một trăm hai mươi nghìn nhân dân tệ.",
        "vi",
        "我方按口头约定交了六车冷冻海产。买方只付了一半多，还欠十二万元。",
    ),
    found=Words(
        "申请人按口头约定向被申请人交付六车冷冻海产。被申请人支付了部分货款，尚欠120,000元。",
        "zh",
        "Bên yêu cầu đã giao sáu chuyến hải sản đông lạnh theo thỏa thuận miệng. Bên được yêu cầu đã "
        "trả một phần tiền hàng, còn nợ 120.000 nhân dân tệ.",
    ),
    requests=Words("Đề nghị trả hết số tiền còn nợ.", "vi", "请求付清所欠货款。"),
    claimed=Money(12_000_000, Currency.CNY),
    record=Words(
        "双方核对六车货的单据，确认欠款十二万元，同意分四期付清。",
        "zh",
        "Hai bên đối chiếu chứng từ của sáu chuyến hàng, xác nhận còn nợ một trăm hai mươi nghìn "
        "nhân dân tệ và đồng ý trả làm bốn đợt.",
    ),
    clauses=(
        Chosen(
            "instalments",
            Money(12_000_000, Currency.CNY),
            first_after=10,
            parts=4,
            paid=1,
            more={"what": "goods", "manner": "bank"},
        ),
        Clause(
            "一期逾期十五日不付的，海发公司可以就全部余款向有管辖权的法院起诉。",
            "Nếu một đợt chậm quá mười lăm ngày, Công ty Hải Phát có thể khởi kiện tại Tòa án có thẩm "
            "quyền về toàn bộ số tiền còn lại.",
        ),
    ),
    reported=(
        "参照报道：广西东兴法院的中越商事审判机构调解的一百二十万元货款案，越方律师参与"
        "（中国新闻网2015年5月29日）。该案由法院处理；本案人物、金额均为虚构。",
        "Phỏng theo tin: vụ nợ tiền hàng một triệu hai trăm nghìn nhân dân tệ do bộ phận xét xử thương "
        "mại Trung – Việt của tòa án Đông Hưng hòa giải, có luật sư Việt Nam tham gia (Chinanews, "
        "29/5/2015). Vụ đó do tòa án giải quyết; nhân vật và số tiền trong vụ này là hư cấu.",
    ),
)

COHABITATION = Story(
    key="演示-05",
    clerk="youyi",
    until=CaseState.MEDIATING,
    days_ago=9,
    basis=Basis.MEMORANDUM,
    memorandum=PINGXIANG,
    applicant=Person(
        "Lý Thị Mẩy",
        "VN",
        Sex.FEMALE,
        "1994-09-17",
        han="李氏梅",
        latin="Lý Thị Mẩy",
        ethnic="nung",
        occupation="Làm nông",
        language="vi",
        interpreter=True,
    ),
    respondent=Person(
        "覃大勇",
        "CN",
        Sex.MALE,
        "1988-01-25",
        han="覃大勇",
        ethnic="zhuang",
        occupation="装修工",
        language="zh",
    ),
    cn_type="marriage_family",
    subtype="x_custody",
    vn_scope="family",
    facts=Words(
        "Chúng tôi sống chung năm năm, chưa đăng ký kết hôn, có một con gái bốn tuổi. Nay không ở với "
        "nhau nữa. Con đang ở với tôi, tôi cần anh ấy góp tiền nuôi con.",
        "vi",
        "我们同居五年，没有登记结婚，有一个四岁的女儿。现在不在一起生活了。孩子跟着我，"
        "我需要他负担抚养费。",
    ),
    requests=Words(
        "Đề nghị hằng tháng góp tiền nuôi con.", "vi", "请求每月支付孩子抚养费。", confirmed=False
    ),
    record=Words(
        "男方承认是孩子的父亲，愿意出抚养费，数额还没有谈拢，约定下周再谈。",
        "zh",
        "Người bố thừa nhận đứa bé là con mình và đồng ý góp tiền nuôi; hai bên chưa thống nhất số "
        "tiền, hẹn tuần sau bàn tiếp.",
        confirmed=False,
    ),
    reported=(
        "参照报道：广西边境一带常见的跨国同居、子女抚养纠纷，由乡镇司法所和人民调解委员会处理"
        "（法制日报2018年9月10日；人民网2019年5月24日）。本案人物均为虚构。",
        "Phỏng theo tin: tranh chấp chung sống, nuôi con qua biên giới thường gặp ở vùng biên Quảng Tây, "
        "do Văn phòng Tư pháp (司法所) và ủy ban hòa giải nhân dân giải quyết (Pháp chế nhật báo, "
        "10/9/2018; Nhân Dân trực tuyến Trung Quốc, 24/5/2019). Nhân vật trong vụ này là hư cấu.",
    ),
)

STORIES = (GOODS_DEBT, COHABITATION)
