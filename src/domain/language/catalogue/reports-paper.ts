import type { Catalogue } from '../message.ts'

/** 帳票を紙（PDF）にするときに言うこと。 */
export const reportPaperWords = {
  'character-not-in-fonts': {
    ja: '「{where}」の字「{character}」（{code}）は、紙の書体にありません。PDF では 〓 になっています。書ける字に改めるか、手書きで補ってください。',
    en: 'The character "{character}" ({code}) in "{where}" is in none of the fonts for paper. The PDF shows 〓 in its place. Use another character, or write it in by hand.',
  },
  'variant-not-in-fonts': {
    ja: '「{where}」の異体字「{character}」（{code}）は、紙の書体にありません。PDF では普通の字形になっています。人の名なら、字形を確かめてください。',
    en: 'The variant "{character}" ({code}) in "{where}" is in none of the fonts for paper. The PDF shows the ordinary form. If it is a name, check its form.',
  },
} as const satisfies Catalogue
