import type { Asset, LocalText } from '@janela/contracts';

import { defineFact } from './define-fact.ts';

const belongings: Record<Asset, LocalText> = {
  radio: { en: 'radio', pt: 'rádio', fr: 'radio' },
  stereo: { en: 'stereo', pt: 'aparelhagem', fr: 'chaîne hi-fi' },
  television: { en: 'television', pt: 'televisor', fr: 'téléviseur' },
  mobile_phone: { en: 'mobile phone', pt: 'telemóvel', fr: 'téléphone portable' },
  smartphone: { en: 'smartphone', pt: 'smartphone', fr: 'smartphone' },
  landline: { en: 'landline', pt: 'telefone fixo', fr: 'téléphone fixe' },
  computer: { en: 'computer', pt: 'computador', fr: 'ordinateur' },
  refrigerator: { en: 'refrigerator', pt: 'geleira', fr: 'réfrigérateur' },
  freezer: { en: 'freezer', pt: 'congelador', fr: 'congélateur' },
  electric_iron: { en: 'electric iron', pt: 'ferro elétrico', fr: 'fer électrique' },
  charcoal_iron: { en: 'charcoal iron', pt: 'ferro a carvão', fr: 'fer à charbon' },
  brazier: { en: 'brazier', pt: 'fogareiro a carvão', fr: 'brasero' },
  gas_stove: { en: 'gas stove', pt: 'fogão a gás', fr: 'cuisinière à gaz' },
  electric_stove: { en: 'electric stove', pt: 'fogão elétrico', fr: 'cuisinière électrique' },
  sofa: { en: 'sofa', pt: 'sofá', fr: 'canapé' },
  table: { en: 'table', pt: 'mesa', fr: 'table' },
  bed: { en: 'bed', pt: 'cama', fr: 'lit' },
  mattress: { en: 'mattress', pt: 'colchão', fr: 'matelas' },
  bed_net: { en: 'bed net', pt: 'rede mosquiteira', fr: 'moustiquaire' },
  clock: { en: 'clock', pt: 'relógio', fr: 'horloge' },
  sewing_machine: { en: 'sewing machine', pt: 'máquina de costura', fr: 'machine à coudre' },
  solar_panel: { en: 'solar panel', pt: 'painel solar', fr: 'panneau solaire' },
  bicycle: { en: 'bicycle', pt: 'bicicleta', fr: 'bicyclette' },
  motorcycle: { en: 'motorcycle', pt: 'motorizada', fr: 'motocyclette' },
  car: { en: 'car', pt: 'carro', fr: 'voiture' },
  animal_cart: { en: 'animal-drawn cart', pt: 'carroça', fr: 'charrette à traction animale' },
  boat: { en: 'boat', pt: 'barco', fr: 'bateau' },
  motor_boat: { en: 'motor boat', pt: 'barco a motor', fr: 'bateau à moteur' },
  hoe: { en: 'hoe', pt: 'enxada', fr: 'houe' },
  machete: { en: 'machete', pt: 'catana', fr: 'machette' },
  axe: { en: 'axe', pt: 'machado', fr: 'hache' },
  plough: { en: 'plough', pt: 'charrua', fr: 'charrue' },
  bank_account: { en: 'bank account', pt: 'conta bancária', fr: 'compte bancaire' },
};

/** What the household owns, of the things that the form asks for. What a known list does not hold is not owned. */
export const assets = defineFact({
  code: 'assets',
  of: 'household',
  type: 'codes',
  label: { en: 'Belongings', pt: 'Bens', fr: 'Biens' },
  codes: belongings,
  status: 'sourced',
  source: 'Household form',
  answeredBy: ['assets'],
  from: ({ assets: owned }) => owned ?? null,
});
