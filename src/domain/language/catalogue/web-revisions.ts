import type { Catalogue } from '../message.ts'

export const webRevisionWords = {
  'revision-ground-rate': {
    ja: '{year}の実績は{actual}。目標{target}に対し{shown}％で、評価は{grade}。',
    en: 'Actual of {year}: {actual}, {shown}% of the target {target}; graded {grade}.',
  },
  'revision-ground': {
    ja: '{year}の実績は{actual}、目標は{target}で、評価は{grade}。',
    en: 'Actual of {year}: {actual}, target {target}; graded {grade}.',
  },
  'revision-candidate-more': {
    ja: '実績の{actual}を超える目標にします。',
    en: 'Set a target above the actual {actual}.',
  },
  'revision-candidate-less': {
    ja: '実績の{actual}を下回る目標にします（少ないほどよい指標）。',
    en: 'Set a target below the actual {actual} (less is better).',
  },
} as const satisfies Catalogue
