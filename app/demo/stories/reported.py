"""Disputes modelled on reported ones. The reports' own people are not here: every name is invented,
and a case that a court or another committee handled is a model, not a case of this register."""

from decimal import Decimal

from app.demo.story import PINGXIANG, Chosen, Clause, Person, Story, Words
from app.kernel.identity import Sex
from app.kernel.money import Currency, Money
from app.mediation.kinds import Basis, Channel, PartyKind
from app.mediation.rules.clauses import Goods, Phrase
from app.mediation.states import CaseState

WAGES = Story(
    key="演示-01",
    clerk="dongxing",
    until=CaseState.ARCHIVED,
    days_ago=201,
    took=16,
    channel=Channel.WINDOW,
    applicant=Person(
        "Trần Văn Lực",
        "VN",
        Sex.MALE,
        "1984-03-12",
        han="陈文力",
        latin="Trần Văn Lực",
        ethnic="jing",
        occupation="建筑工 · Thợ xây",
        language="vi",
        interpreter=True,
    ),
    respondent=Person(
        "苏海明",
        "CN",
        Sex.MALE,
        "1975-08-20",
        han="苏海明",
        latin="Tô Hải Minh",
        ethnic="han",
        occupation="建筑包工头",
        language="zh",
    ),
    cn_type="labour",
    subtype="x_wages",
    facts=Words(
        "Tôi và sáu người cùng quê xây nhà cho ông Tô Hải Minh ở Đông Hưng từ tháng 1. "
        "Nhà xong rồi mà ông ấy còn nợ tiền công của cả bảy người.",
        "vi",
        "我和六个同乡从一月起在东兴给苏海明盖房。房子盖好了，他还欠我们七个人的工钱。",
    ),
    found=Words(
        "陈文力等七人从一月起在东兴为苏海明建房。房屋已经完工，苏海明尚欠七人工资共42,000元。",
        "zh",
        "Trần Văn Lực và sáu người khác xây nhà cho Tô Hải Minh ở Đông Hưng từ tháng Một. "
        "Nhà đã xong, Tô Hải Minh còn nợ tiền lương của bảy người, tổng cộng 42.000 nhân dân tệ.",
    ),
    requests=Words("Đề nghị trả đủ tiền công cho bảy người.", "vi", "请求付清七个人的工钱。"),
    claimed=Money(4_200_000, Currency.CNY),
    record=Words(
        "双方对账后一致确认尚欠七人工钱共四万二千元。苏海明当场凑齐现金。",
        "zh",
        "Hai bên đối chiếu sổ sách, cùng xác nhận còn nợ bảy người tổng cộng bốn mươi hai nghìn "
        "nhân dân tệ. Ông Tô Hải Minh gom đủ tiền mặt ngay tại chỗ.",
    ),
    clauses=(
        Chosen(
            "wages",
            Money(4_200_000, Currency.CNY),
            paid=7,
            workers=(
                ("Phạm Văn Cường", Money(640_000, Currency.CNY)),
                ("Nguyễn Đình Khang", Money(640_000, Currency.CNY)),
                ("Bùi Văn Toản", Money(600_000, Currency.CNY)),
                ("Đỗ Quang Vinh", Money(580_000, Currency.CNY)),
                ("Hoàng Văn Sáu", Money(560_000, Currency.CNY)),
                ("Trần Văn Hậu", Money(520_000, Currency.CNY)),
            ),
            more={"manner": "cash"},
        ),
        Chosen("final_settlement"),
    ),
    reported=(
        "参照报道：2015年广西东兴，七名越南建筑工人5月5日求助，5月21日调解并当场领到工钱；"
        "由法院的中越商事审判机构处理（中国新闻网2015年5月29日）。本案人物、金额均为虚构。",
        "Phỏng theo tin: năm 2015 tại Đông Hưng, Quảng Tây, bảy thợ xây Việt Nam nhờ giúp ngày 5/5, "
        "ngày 21/5 hòa giải xong và nhận tiền tại chỗ; do bộ phận xét xử thương mại Trung – Việt của "
        "tòa án giải quyết (Chinanews, 29/5/2015). Nhân vật và số tiền trong vụ này là hư cấu.",
    ),
)

ONIONS = Story(
    key="演示-02",
    clerk="youyi",
    until=CaseState.CLOSED,
    days_ago=96,
    took=1,
    basis=Basis.MEMORANDUM,
    memorandum=PINGXIANG,
    applicant=Person(
        "凭祥市恒达果蔬行",
        "CN",
        kind=PartyKind.LEGAL,
        han="凭祥市恒达果蔬行",
        latin="Cửa hàng rau quả Hằng Đạt, Bằng Tường",
        language="zh",
        occupation="果蔬批发",
    ),
    respondent=Person(
        "Nguyễn Thị Xuân",
        "VN",
        Sex.FEMALE,
        "1979-11-02",
        han="阮氏春",
        latin="Nguyễn Thị Xuân",
        ethnic="jing",
        occupation="Buôn nông sản",
        language="vi",
        interpreter=True,
    ),
    cn_type="production",
    subtype="x_goods_quality",
    facts=Words(
        "十吨洋葱运到浦寨卸货时，约三成已经腐烂。货行拒收烂货，发货人要求按全价付款。",
        "zh",
        "Mười tấn hành tây chở đến Pò Chài, lúc dỡ hàng thì khoảng ba phần mười đã thối. "
        "Bên mua không nhận phần hàng thối, bên gửi đòi trả đủ giá.",
    ),
    requests=Words("请求按完好的数量付款。", "zh", "Đề nghị chỉ trả tiền cho phần hàng còn tốt."),
    claimed=Money(1_850_000, Currency.CNY),
    place="凭祥市友谊镇浦寨边贸市场",
    record=Words(
        "现场看了照片，双方各自陈述。途中耽搁两天，双方都认为各有责任。",
        "zh",
        "Đã xem ảnh hàng tại chỗ, hai bên lần lượt trình bày. Hàng bị chậm hai ngày trên đường, "
        "hai bên đều nhận mình có phần trách nhiệm.",
    ),
    clauses=(
        Chosen(
            "reduced_price",
            Money(1_480_000, Currency.CNY),
            paid=1,
            applicant_pays=True,
            more={
                "what": Goods(Phrase("洋葱", "hành tây"), Decimal(10), Phrase("吨", "tấn")),
                "full_price": Money(1_850_000, Currency.CNY),
                "manner": "bank",
            },
        ),
        Clause(
            "运费由阮氏春承担。",
            "Bà Nguyễn Thị Xuân chịu tiền cước vận chuyển.",
        ),
    ),
    reported=(
        "参照报道：2018年凭祥浦寨一起烂洋葱纠纷，由市场的涉外人民调解委员会会同值班法官调解，"
        "一个下午办完（广西广播电视台2018年10月1日）。本案人物、金额均为虚构。",
        "Phỏng theo tin: năm 2018 tại Pò Chài, Bằng Tường, một vụ hành tây thối do ủy ban hòa giải "
        "nhân dân có yếu tố nước ngoài của chợ cùng thẩm phán trực hòa giải xong trong một buổi chiều "
        "(Đài Phát thanh – Truyền hình Quảng Tây, 1/10/2018). Nhân vật và số tiền trong vụ này là hư cấu.",
    ),
)

BUFFALO = Story(
    key="演示-03",
    clerk="pingmeng",
    until=CaseState.PERFORMED,
    days_ago=40,
    took=3,
    channel=Channel.HOME_VISIT,
    applicant=Person(
        "农秀英",
        "CN",
        Sex.FEMALE,
        "1968-05-06",
        han="农秀英",
        latin="Nông Tú Anh",
        ethnic="zhuang",
        occupation="种植",
        language="za",
    ),
    respondent=Person(
        "Hoàng Văn Páo",
        "VN",
        Sex.MALE,
        "1971-02-14",
        han="黄文宝",
        latin="Hoàng Văn Páo",
        ethnic="tay",
        occupation="Làm ruộng",
        language="vi",
    ),
    cn_type="damages",
    subtype="x_livestock",
    hits=("border_event",),
    facts=Words(
        "两头水牛夜里越过界线，踩坏了秧田约两分。",
        "zh",
        "Ban đêm hai con trâu đi qua đường biên, giẫm hỏng khoảng một trăm ba mươi mét vuông mạ.",
    ),
    claimed=Money(150_000, Currency.CNY),
    marker="647",
    place="平孟镇念井村边秧田",
    record=Words(
        "已先通报边界代表；双方同意由两边的人一起看田。损失按秧苗和人工计算。",
        "zh",
        "Đã thông báo đại diện biên giới trước; hai bên đồng ý cùng ra xem ruộng. "
        "Thiệt hại tính theo tiền mạ và công cấy.",
    ),
    clauses=(
        Chosen(
            "livestock_damage",
            Money(120_000, Currency.CNY),
            paid=1,
            more={
                "animals": Goods(Phrase("水牛", "trâu"), Decimal(2), Phrase("头", "con")),
                "harmed": Goods(Phrase("秧苗", "mạ"), Decimal(130), Phrase("平方米", "mét vuông")),
                "manner": "cash",
            },
        ),
        Clause(
            "今后双方夜里看好牲畜，发现越界先互相通知。",
            "Từ nay ban đêm hai bên trông giữ gia súc; thấy gia súc sang thì báo cho nhau trước.",
        ),
    ),
    reported=(
        "参照报道：2018年云南瑞丽71号界碑处的中缅联合调解点，水牛踩秧苗一案以一千二百元调解"
        "（新华网2018年7月12日）。该案在中缅边境，不是中越案件；本案人物均为虚构。",
        "Phỏng theo tin: năm 2018 tại điểm hòa giải liên hợp Trung – Miến ở mốc 71, Thụy Lệ, Vân Nam, "
        "vụ trâu giẫm mạ hòa giải với một nghìn hai trăm nhân dân tệ (Tân Hoa xã, 12/7/2018). Vụ đó ở "
        "biên giới Trung – Miến, không phải Trung – Việt; nhân vật trong vụ này là hư cấu.",
    ),
)

STORIES = (WAGES, ONIONS, BUFFALO)
