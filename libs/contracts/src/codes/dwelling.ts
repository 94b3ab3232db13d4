import { z } from 'zod';

export const floors = [
  'earth',
  'dung',
  'clay',
  'wood',
  'bamboo',
  'cement',
  'tiles',
  'vinyl',
  'parquet',
  'carpet',
  'other',
] as const;
export const Floor = z.enum(floors);
export type Floor = z.infer<typeof Floor>;

export const walls = [
  'none',
  'mud',
  'reeds',
  'bamboo',
  'stone_with_mud',
  'adobe',
  'wood',
  'plywood',
  'cardboard',
  'metal_sheets',
  'bricks',
  'cement',
  'cement_blocks',
  'stone_with_cement',
  'other',
] as const;
export const Walls = z.enum(walls);
export type Walls = z.infer<typeof Walls>;

export const roofs = [
  'none',
  'thatch',
  'grass',
  'mat',
  'bamboo',
  'wood',
  'cardboard',
  'plastic',
  'metal_sheets',
  'asbestos',
  'tiles',
  'cement',
  'other',
] as const;
export const Roof = z.enum(roofs);
export type Roof = z.infer<typeof Roof>;

export const toilets = [
  'none',
  'bucket',
  'hanging',
  'pit',
  'pit_with_slab',
  'ventilated_pit',
  'composting',
  'flush_to_pit',
  'flush_to_septic_tank',
  'flush_to_sewer',
  'other',
] as const;
export const Toilet = z.enum(toilets);
export type Toilet = z.infer<typeof Toilet>;

/** Where drinking water comes from; a `well` is not protected. */
export const waterSources = [
  'surface',
  'well',
  'protected_well',
  'spring',
  'protected_spring',
  'borehole',
  'public_tap',
  'piped_to_neighbour',
  'piped_to_yard',
  'piped_to_dwelling',
  'rain',
  'tanker',
  'cart',
  'bottled',
  'other',
] as const;
export const WaterSource = z.enum(waterSources);
export type WaterSource = z.infer<typeof WaterSource>;

export const lightings = [
  'none',
  'firewood',
  'candle',
  'paraffin',
  'gas',
  'torch',
  'car_battery',
  'solar',
  'generator',
  'electricity',
  'other',
] as const;
export const Lighting = z.enum(lightings);
export type Lighting = z.infer<typeof Lighting>;

export const cookingFuels = [
  'none',
  'dung',
  'straw',
  'crop_waste',
  'firewood',
  'charcoal',
  'coal',
  'paraffin',
  'biogas',
  'gas',
  'electricity',
  'other',
] as const;
export const CookingFuel = z.enum(cookingFuels);
export type CookingFuel = z.infer<typeof CookingFuel>;

/** The fields of `dwelling`. What is left out was not answered. */
export const dwellingShape = {
  floor: Floor.optional(),
  walls: Walls.optional(),
  roof: Roof.optional(),
  toilet: Toilet.optional(),
  water: WaterSource.optional(),
  lighting: Lighting.optional(),
  cooking: CookingFuel.optional(),
  rooms: z.int().min(0).max(50).optional().describe('Rooms to sleep in.'),
};
