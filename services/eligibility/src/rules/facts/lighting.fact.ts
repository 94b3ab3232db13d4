import type { Lighting, LocalText } from '@janela/contracts';

import { defineFact } from './define-fact.ts';

const lightings: Record<Lighting, LocalText> = {
  none: { en: 'none', pt: 'nenhuma', fr: 'aucun' },
  firewood: { en: 'firewood', pt: 'lenha', fr: 'bois de feu' },
  candle: { en: 'candle', pt: 'vela', fr: 'bougie' },
  paraffin: { en: 'paraffin', pt: 'petróleo', fr: 'pétrole lampant' },
  gas: { en: 'gas', pt: 'gás', fr: 'gaz' },
  torch: { en: 'torch', pt: 'lanterna', fr: 'lampe torche' },
  car_battery: { en: 'car battery', pt: 'bateria de carro', fr: 'batterie de voiture' },
  solar: { en: 'solar', pt: 'solar', fr: 'solaire' },
  generator: { en: 'generator', pt: 'gerador', fr: 'groupe électrogène' },
  electricity: { en: 'electricity', pt: 'eletricidade', fr: 'électricité' },
  other: { en: 'other', pt: 'outra', fr: 'autre' },
};

/** What lights the dwelling. */
export const lighting = defineFact({
  code: 'lighting',
  of: 'household',
  type: 'code',
  label: { en: 'Lighting', pt: 'Iluminação', fr: 'Éclairage' },
  codes: lightings,
  status: 'sourced',
  source: 'Household form',
  answeredBy: ['dwelling.lighting'],
  from: ({ dwelling }) => dwelling?.lighting ?? null,
});
