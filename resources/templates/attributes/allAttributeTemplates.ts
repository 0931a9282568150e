import type { AttributeTemplate } from '#shared/domain/scoring/attributes/attributeTemplate.ts';
import { consumerGoodsRules } from './consumerGoods.ts';
import { engineeringDesignRules } from './engineeringDesign.ts';
import { generalRules } from './generalB2b.ts';
import { industrialEquipmentRules } from './industrialEquipment.ts';
import { medicalDeviceRules } from './medicalDevice.ts';
import { saasRules } from './saas.ts';
import { smartHardwareRules } from './smartHardware.ts';

/** Every attribute rule set that comes with the program, the general one first. */
export const allAttributeTemplates: readonly AttributeTemplate[] = [
  generalRules,
  medicalDeviceRules,
  saasRules,
  industrialEquipmentRules,
  engineeringDesignRules,
  smartHardwareRules,
  consumerGoodsRules,
];
