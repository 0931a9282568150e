import type { AttributeTemplate } from '#shared/domain/scoring/attributes/attributeTemplate.ts';
import {
  bandsAt,
  budget,
  employees,
  level,
  PLACE,
  region,
  revenue,
  source,
  tier,
  title,
  words,
} from './commonCriteria.ts';

/** Channels: shops decide the volume, the kind of channel decides the margin. */
export const consumerGoodsRules: AttributeTemplate = {
  key: 'consumerGoods',
  name: ['快消渠道客户', 'Consumer channels'],
  industries: [
    ['快消', 'Consumer'],
    ['零售', 'Retail'],
    ['餐饮', 'Catering'],
    ['食品', 'Food'],
  ],
  criteria: [
    {
      key: 'shops',
      field: ['门店数', 'Shops'],
      weight: 25,
      bands: bandsAt([10, 50, 200, 1000], [15, 40, 65, 85, 100]),
    },
    words(
      'reach',
      'grade',
      18,
      [level(100, ['全国连锁', 'National']), level(70, ['区域连锁', 'Regional']), level(35, ['单城', 'One city'])],
      25,
    ),
    words(
      'channel',
      'name',
      15,
      [
        level(100, ['会员店', 'Warehouse'], ['连锁超市', 'Supermarkets']),
        level(85, ['便利店', 'Convenience'], ['烘焙', 'Bakeries']),
        level(70, ['餐饮', 'Catering'], ['酒店', 'Hotels']),
        level(50, ['贸易', 'Foods'], ['商业集团', 'Group']),
      ],
      40,
    ),
    words(
      'cold',
      ['冷链', 'Cold chain'],
      8,
      [
        level(100, ['自有', 'Own'], ['全程', 'Complete']),
        level(60, ['第三方', 'Third party']),
        level(15, ['没有', 'Missing']),
      ],
      40,
    ),
    revenue(12, [30_000_000, 200_000_000, 1_000_000_000, 5_000_000_000]),
    employees(6, [100, 500, 2000, 5000]),
    region(10),
    {
      key: 'place',
      field: 'city',
      weight: 6,
      group: PLACE,
      levels: [level(45, ['县', 'County'])],
      otherwise: 85,
    },
    tier(8),
    budget(12, [200_000, 1_000_000, 5_000_000]),
    title(
      12,
      [
        ['总经理', 'General manager'],
        ['商品总监', 'Range director'],
        ['副总', 'VP'],
      ],
      [
        ['品类', 'Category'],
        ['营运', 'Operations'],
        ['督导', 'supervisor'],
      ],
    ),
    source(6),
  ],
  caps: [{ group: PLACE, weight: 12 }],
};
