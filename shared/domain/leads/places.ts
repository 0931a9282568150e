/*
 * Names of provinces and larger cities as they stand before a company's own name. Not every place: one that is missing only
 * means that two spellings are found a little later, one too many would make two companies look like one.
 */
const PROVINCES =
  '北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 中国';
const CITIES =
  '石家庄 唐山 秦皇岛 邯郸 保定 廊坊 太原 大同 沈阳 大连 鞍山 长春 哈尔滨 大庆 南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 台州 合肥 芜湖 马鞍山 福州 厦门 泉州 漳州 南昌 九江 赣州 济南 青岛 淄博 烟台 潍坊 济宁 威海 临沂 郑州 洛阳 新乡 武汉 宜昌 襄阳 长沙 株洲 湘潭 岳阳 广州 深圳 珠海 汕头 佛山 东莞 中山 惠州 江门 湛江 海口 三亚 成都 绵阳 德阳 贵阳 昆明 西安 咸阳 宝鸡 兰州 西宁 银川 乌鲁木齐 呼和浩特 包头 南宁 柳州 桂林 拉萨 昆山 江阴 义乌 常熟 张家港';

const places = `${PROVINCES} ${CITIES}`.split(' ').toSorted((a, b) => b.length - a.length);
const SUFFIX = /^(?:特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区|省|市)/u;

/**
 * Divides a folded company name (`foldCompany`) into the places before it and the rest: 浙江省杭州市云杉科技 is 浙江杭州 and
 * 云杉科技. The rest is the whole name when there is no place, or when hardly anything but the place would be left.
 */
export function splitPlace(folded: string): { readonly place: string; readonly rest: string } {
  let rest = folded;
  let place = '';
  for (;;) {
    const found = places.find((name) => rest.startsWith(name));
    if (found === undefined) break;
    place += found;
    rest = rest.slice(found.length).replace(SUFFIX, '');
  }
  return rest.length < 2 ? { place: '', rest: folded } : { place, rest };
}
