import type { Indicator, Note } from '#domain/plan/draft.ts'
import { note } from '#domain/plan/note.ts'
import { placeInText } from './places.ts'

/** 二バイトの Shift_JIS（CP932）で書ける漢字。役所の文書にない字体（簡体字の「见」）を見分けるため、一度だけ作る。 */
const officeKanji = (() => {
  const decoder = new TextDecoder('shift_jis')
  const bytes: number[] = []
  for (let lead = 0x88; lead <= 0xfc; lead += 1) {
    if (lead >= 0xa0 && lead < 0xe0) continue
    for (let trail = 0x40; trail <= 0xfc; trail += 1) if (trail !== 0x7f) bytes.push(lead, trail)
  }
  return new Set(decoder.decode(new Uint8Array(bytes)))
})()

const kanji = /\p{Script=Han}/u

/** 名の中の、役所の文書にまずない漢字（文字の読み取りで別の字体になったもの）を知らせる。直さない。 */
export const rareCharacterNotes = (entries: readonly Pick<Indicator, 'id' | 'name' | 'place'>[]): readonly Note[] =>
  entries.flatMap(({ id, name, place }) =>
    [...name.matchAll(/\p{Script=Han}/gu)]
      .filter(([character]) => kanji.test(character) && !/[々〆〇]/.test(character) && !officeKanji.has(character))
      .map(({ 0: character, index }) =>
        note(
          'warning',
          'rare-character',
          { character, name },
          [placeInText(name, place, index, character.length)],
          [id],
        ),
      ),
  )
