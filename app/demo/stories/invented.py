"""Invented disputes that show the states and offices the reported ones do not reach."""

from app.demo.story import NAPO, PINGXIANG, Chosen, Clause, Person, Story, Words
from app.kernel.identity import Sex
from app.kernel.money import Currency, Money
from app.mediation.kinds import Basis, Channel
from app.mediation.rules.clauses import Phrase
from app.mediation.states import CaseState

INVENTED = (
    "本案全部内容均为虚构，仅作演示。",
    "Toàn bộ nội dung vụ này là hư cấu, chỉ để minh họa.",
)


def _story(key: str, clerk: str, until: CaseState, days_ago: int, **more: object) -> Story:
    return Story(key=key, clerk=clerk, until=until, days_ago=days_ago, reported=INVENTED, **more)  # type: ignore[arg-type]


FREIGHT_DEFAULT = _story(
    "演示-06", "youyi", CaseState.DEFAULTED, 150, took=6,
    basis=Basis.MEMORANDUM, memorandum=PINGXIANG,
    applicant=Person("Đinh Công Thắng", "VN", Sex.MALE, "1982-07-30", han="丁功胜",
                     latin="Đinh Công Thắng", ethnic="jing", occupation="Lái xe", language="vi"),
    respondent=Person("单志远", "CN", Sex.MALE, "1980-12-11", han="单志远", latin="Đan Chí Viễn",
                      ethnic="han",
                      occupation="货运代理", language="zh"),
    cn_type="contract", subtype="x_freight",
    facts=Words("Tôi chở ba chuyến quả sầu riêng, ông ấy hẹn trả cước sau mà không trả.", "vi",
                "我运了三车榴莲，他说运费以后给，一直没有给。"),
    found=Words("丁功胜为单志远运送榴莲三车，单志远尚未支付运费。", "zh",
                "Đinh Công Thắng chở cho Đan Chí Viễn ba chuyến quả sầu riêng; Đan Chí Viễn chưa trả "
                "cước."),
    claimed=Money(28_000_000, Currency.VND),
    record=Words("双方确认三车运费，同意分两期付。", "zh",
                 "Hai bên xác nhận cước của ba chuyến, đồng ý trả làm hai đợt."),
    clauses=(
        Chosen("instalments", Money(28_000_000, Currency.VND), first_after=15, parts=2, paid=1,
               more={"what": "freight", "manner": "cash"}),
        Chosen("late_payment"),
    ),
    reason="第二期到期后多次催促仍未支付，电话不接。",
)  # fmt: skip

NOT_AGREED = _story(
    "演示-07", "baisheng", CaseState.NOT_AGREED, 30, took=12,
    basis=Basis.MEMORANDUM, memorandum=NAPO,
    applicant=Person("Vàng Thị Dợ", "VN", Sex.FEMALE, "1990-04-04", latin="Vàng Thị Dợ",
                     ethnic="miao", occupation="Làm nương", language="vi", interpreter=True),
    respondent=Person("马正才", "CN", Sex.MALE, "1985-10-09", han="马正才", ethnic="miao",
                      occupation="种植", language="zh"),
    cn_type="damages", subtype="x_water",
    facts=Words("Mùa khô bên kia chặn mương, nương ngô nhà tôi không có nước.", "vi",
                "旱季对方把水沟堵了，我家玉米地没有水。"),
    record=Words("双方对放水的时间各说各的，两次都谈不拢。", "zh",
                 "Hai bên mỗi người nói một kiểu về giờ xả nước, hai lần đều không thống nhất."),
    reason="双方对放水时间不能达成一致，申请人要求终止。",
)  # fmt: skip

TREES_AGREED = _story(
    "演示-08", "baisheng", CaseState.AGREED, 14, took=5,
    basis=Basis.MEMORANDUM, memorandum=NAPO,
    applicant=Person("罗桂花", "CN", Sex.FEMALE, "1976-06-18", han="罗桂花", latin="La Quế Hoa",
                     ethnic="yao", occupation="种植", language="zh"),
    respondent=Person("Sùng A Páo", "VN", Sex.MALE, "1992-03-03", latin="Sùng A Páo",
                      ethnic="miao", occupation="Làm nương", language="vi", interpreter=True),
    cn_type="neighbour", subtype="x_farming", hits=("border_event",),
    facts=Words("对方砍柴时砍倒了我家三棵八角树，说是认错了地方。", "zh",
                "Khi lấy củi, bên kia chặt ba cây hồi của nhà tôi, nói là nhầm chỗ."),
    found=Words("宋阿宝砍柴时误砍罗桂花家的三棵八角树。", "zh",
                "Khi lấy củi, Sùng A Páo chặt nhầm ba cây hồi của nhà La Quế Hoa."),
    record=Words("对方当面道歉，愿意补种三棵树。", "zh",
                 "Bên kia xin lỗi trực tiếp và đồng ý trồng lại ba cây."),
    clauses=(Clause("宋阿宝当面向罗桂花道歉，罗桂花接受，不要求赔钱。",
                    "Ông Sùng A Páo xin lỗi trực tiếp bà La Quế Hoa; bà La Quế Hoa chấp nhận, không "
                    "đòi bồi thường."),),
)  # fmt: skip

ACCEPTED = _story(
    "演示-09", "pingmeng", CaseState.ACCEPTED, 6, took=2,
    applicant=Person("Bế Thị Hoa", "VN", Sex.FEMALE, "1987-12-01", han="闭氏花",
                     latin="Bế Thị Hoa", ethnic="tay", occupation="Buôn bán nhỏ", language="vi",
                     interpreter=True),
    respondent=Person("陆永福", "CN", Sex.MALE, "1970-09-09", han="陆永福", ethnic="zhuang",
                      occupation="开店", language="za"),
    cn_type="contract", subtype="x_lease",
    facts=Words("Tôi thuê quầy ở chợ Bình Mãng, trả trước một năm, mới ba tháng chủ đã đòi lại.",
                "vi", "我在平孟市场租了一个摊位，预付一年租金，才三个月房东就要收回。"),
    claimed=Money(900_000, Currency.CNY),
)  # fmt: skip

RECEIVED = _story(
    "演示-10", "youyi", CaseState.RECEIVED, 2, basis=Basis.MEMORANDUM, memorandum=PINGXIANG,
    applicant=Person("阮文雄", "VN", Sex.MALE, "1981-05-19", han="阮文雄",
                     latin="Nguyễn Văn Hùng", ethnic="jing", occupation="搬运工", language="vi",
                     interpreter=True),
    respondent=Person("曾德发", "CN", Sex.MALE, "1969-03-27", han="曾德发", ethnic="han",
                      occupation="仓库老板", language="zh"),
    cn_type="damages", subtype="x_injury",
    facts=Words("Tôi bốc hàng ở kho bị ngã gãy tay, chủ kho chưa trả tiền viện phí.", "vi",
                "我在仓库搬货摔断了手，老板还没有付医药费。", confirmed=False),
    channel=Channel.PHONE,
)  # fmt: skip

DRAFT = _story(
    "演示-11", "youyi", CaseState.DRAFT, 0,
    applicant=Person("韦小梅", "CN"), respondent=Person("Lê Văn Tám", "VN"),
    cn_type="consumer", facts=Words("买的红木家具开裂，卖家不肯退。", "zh"),
)  # fmt: skip

REFERRED = _story(
    "演示-12", "pingmeng", CaseState.REFERRED, 20, took=1, hits=("ownership",),
    applicant=Person("黄世荣", "CN", Sex.MALE, "1959-11-30", han="黄世荣", ethnic="zhuang",
                     occupation="种植", language="za"),
    respondent=Person("Nông Văn Sình", "VN", Sex.MALE, "1963-01-08", latin="Nông Văn Sình",
                      ethnic="nung", occupation="Làm ruộng", language="vi"),
    cn_type="forest_land",
    facts=Words("双方都说界线旁的一片八角林是自己家的。", "zh",
                "Hai bên đều nói rừng hồi sát đường biên là của nhà mình."),
    reason="涉及林地权属，须由有权机关认定，不属于调解范围。",
)  # fmt: skip

NOT_ACCEPTED = _story(
    "演示-13", "youyi", CaseState.NOT_ACCEPTED, 25, took=1, hits=("with_authority",),
    applicant=Person("梁国柱", "CN", Sex.MALE, "1978-08-08", han="梁国柱", ethnic="han",
                     occupation="经商", language="zh"),
    respondent=Person("Phạm Thị Lan", "VN", Sex.FEMALE, "1983-02-02", latin="Phạm Thị Lan",
                      ethnic="jing", occupation="Kinh doanh", language="vi"),
    cn_type="contract", subtype="x_loan",
    facts=Words("借款到期没有归还，申请人已经向法院起诉。", "zh",
                "Khoản vay đến hạn chưa trả, bên yêu cầu đã khởi kiện ra Tòa án."),
    reason="同一纠纷已由人民法院受理。",
)  # fmt: skip

TERMINATED = _story(
    "演示-14", "dongxing", CaseState.TERMINATED, 18, took=3,
    applicant=Person("Đoàn Thị Thủy", "VN", Sex.FEMALE, "1991-06-06", latin="Đoàn Thị Thủy",
                     han="段氏水", ethnic="jing", occupation="Bán hàng", language="vi"),
    respondent=Person("区玉兰", "CN", Sex.FEMALE, "1986-04-15", han="区玉兰", ethnic="jing",
                      occupation="开店", language="zh"),
    cn_type="neighbour",
    facts=Words("Hai quầy hàng cạnh nhau cãi nhau vì chỗ để xe.", "vi",
                "两个相邻的摊位因为停车的地方吵起来。"),
    reason="双方自行和好，申请人撤回申请。",
)  # fmt: skip

VN_LOAN = _story(
    "MH-15", "hoangvanthu", CaseState.PERFORMING, 35, took=4,
    basis=Basis.MEMORANDUM, memorandum=PINGXIANG,
    applicant=Person("Hoàng Văn Đức", "VN", Sex.MALE, "1974-10-10", latin="Hoàng Văn Đức",
                     ethnic="tay", occupation="Buôn bán", language="vi"),
    respondent=Person("潘建民", "CN", Sex.MALE, "1977-07-07", han="潘建民",
                      latin="Phan Kiến Dân", ethnic="zhuang", occupation="经商", language="zh",
                      interpreter=True),
    cn_type="contract", subtype="x_loan",
    facts=Words("Tôi cho ông Phan Kiến Dân vay ba mươi lăm triệu đồng để lấy hàng ở Tân Thanh, "
                "quá hẹn hai tháng chưa trả.", "vi",
                "我借给潘建民三千五百万越南盾在新清进货，过期两个月没有还。"),
    found=Words("Hoàng Văn Đức cho Phan Kiến Dân vay 35.000.000 đồng để mua hàng ở Tân Thanh; quá hạn "
                "hai tháng, Phan Kiến Dân chưa trả.", "vi",
                "Hoàng Văn Đức借给潘建民35,000,000越南盾，用于在新清进货；逾期两个月，潘建民尚未归还。"),
    claimed=Money(35_000_000, Currency.VND),
    record=Words("Ông Dân thừa nhận còn nợ, xin trả dần làm hai đợt.", "vi",
                 "潘建民承认欠款，请求分两期归还。"),
    clauses=(
        Chosen("instalments", Money(35_000_000, Currency.VND), first_after=20, parts=2, paid=1,
               more={"what": "loan"}),
        Chosen("final_settlement"),
    ),
)  # fmt: skip

VN_LIVESTOCK = _story(
    "MH-16", "sonvi", CaseState.ACCEPTED, 8, took=2, vn_scope="conflict",
    basis=Basis.MEMORANDUM, memorandum=NAPO, hits=("border_event",),
    applicant=Person("Giàng Seo Lử", "VN", Sex.MALE, "1980-01-15", latin="Giàng Seo Lử",
                     ethnic="miao", occupation="Làm nương", language="hmong"),
    respondent=Person("李老三", "CN", Sex.MALE, "1972-02-20", han="李老三", ethnic="miao",
                      occupation="养羊", language="zh", interpreter=True),
    cn_type="damages", subtype="x_livestock",
    facts=Words("Đàn dê bên kia sang ăn hết một đám đậu tương.", "vi",
                "对方的羊群过来吃光了一片黄豆。"),
)  # fmt: skip

PASSAGE = _story(
    "演示-17", "youyi", CaseState.MEDIATING, 5, took=3,
    basis=Basis.MEMORANDUM, memorandum=PINGXIANG, place="友谊镇卡凤村旧渡口",
    applicant=Person("Lâm Thị Nguyệt", "VN", Sex.FEMALE, "1979-08-21", han="林氏月",
                     latin="Lâm Thị Nguyệt", ethnic="tay", occupation="Buôn bán nhỏ", language="vi",
                     interpreter=True),
    respondent=Person("韦家旺", "CN", Sex.MALE, "1973-04-02", han="韦家旺",
                      latin="Vi Gia Vượng", ethnic="zhuang", occupation="种植", language="za"),
    cn_type="neighbour", subtype="x_farming",
    facts=Words("Bên kia chất củi, quây hàng rào lấn lối đi mà nhà tôi vẫn gánh hàng qua chợ.",
                "vi", "对方堆柴、围栏，占了我家挑货去集市一直走的通道。"),
    found=Words("韦家旺堆放柴火、围栏，占用了林氏月挑货去集市的通道。", "zh",
                "Vi Gia Vượng chất củi, quây hàng rào, lấn lối đi mà Lâm Thị Nguyệt vẫn gánh hàng qua "
                "chợ."),
    record=Words("韦家旺同意把柴和围栏搬走，双方约好下次来签字。", "zh",
                 "Ông Vi Gia Vượng đồng ý dọn củi và hàng rào; hai bên hẹn lần sau đến ký."),
    clauses=(
        Chosen("stop_encroachment", first_after=10,
               more={"thing": "way", "place": Phrase("友谊镇卡凤村旧渡口",
                                                     "bến đò cũ, thôn Ca Phượng, trấn Hữu Nghị")}),
        Chosen("keep_peace"),
        Chosen("final_settlement"),
    ),
)  # fmt: skip

STORIES = (
    FREIGHT_DEFAULT, NOT_AGREED, TREES_AGREED, ACCEPTED, RECEIVED, DRAFT, REFERRED,
    NOT_ACCEPTED, TERMINATED, VN_LOAN, VN_LIVESTOCK, PASSAGE,
)  # fmt: skip
