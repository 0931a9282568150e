import type { ProcessTemplate } from '#shared/domain/processes/processTemplate.ts';
import { consumerGoods } from './consumerGoods.ts';
import { engineeringDesign } from './engineeringDesign.ts';
import { generalB2b } from './generalB2b.ts';
import { industrialEquipment } from './industrialEquipment.ts';
import { medicalDevice } from './medicalDevice.ts';
import { saas } from './saas.ts';
import { smartHardware } from './smartHardware.ts';

/** Every process template, the general one first. */
export const allTemplates: readonly ProcessTemplate[] = [
  generalB2b,
  medicalDevice,
  saas,
  industrialEquipment,
  engineeringDesign,
  smartHardware,
  consumerGoods,
];
