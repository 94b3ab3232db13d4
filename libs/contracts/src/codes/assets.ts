import { z } from 'zod';

/**
 * What a household has in working order. A list that is given is complete: what is not in it, the household does not have.
 * A `brazier` is a mbaula; the two irons and the stoves are apart because scorecards distinguish them.
 */
export const assets = [
  'radio',
  'stereo',
  'television',
  'mobile_phone',
  'smartphone',
  'landline',
  'computer',
  'refrigerator',
  'freezer',
  'electric_iron',
  'charcoal_iron',
  'brazier',
  'gas_stove',
  'electric_stove',
  'sofa',
  'table',
  'bed',
  'mattress',
  'bed_net',
  'clock',
  'sewing_machine',
  'solar_panel',
  'bicycle',
  'motorcycle',
  'car',
  'animal_cart',
  'boat',
  'motor_boat',
  'hoe',
  'machete',
  'axe',
  'plough',
  'bank_account',
] as const;
export const Asset = z.enum(assets);
export type Asset = z.infer<typeof Asset>;
