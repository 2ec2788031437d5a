import type { Cell } from '../../report.ts'
import type { ReportFont } from '../writer.ts'
import type { FontFace } from './font-face.ts'
import { fontFaces } from './fonts.ts'

/** 字の太さ。 */
export type Weight = 'regular' | 'bold'

/** 升目の字の太さ。`usual` は、その行（帯・合計）の太さ。控えめな字は、合計の行でも太くしない（型紙の looks と同じ）。 */
export const weightOfCell = ({ tone }: Pick<Cell, 'tone'>, usual: Weight = 'regular'): Weight =>
  tone === 'strong' || tone === 'alert' ? 'bold' : tone === 'quiet' ? 'regular' : usual

/** 紙に使う書体全部を一つに見たもの。字があるか、字がどれだけの幅をとるか。 */
export type Lettering = {
  readonly holds: (character: number) => boolean
  /** 異体字選択符つきの字形があるか。 */
  readonly holdsVariant: (character: number, selector: number) => boolean
  /** 文の幅。全角を 1 とする。 */
  readonly width: (text: string, weight?: Weight) => number
}

/**
 * 日本語の書体にないが、様式が使う記号。組版の部品が持つ書体（DejaVu Sans Mono）で、全角の大きさに組む。
 * 「☑ 継続　☐ 廃止」
 */
export const borrowedSymbols: ReadonlySet<string> = new Set('☐☑☒✔✗')

const isBorrowed = (character: number): boolean => borrowedSymbols.has(String.fromCodePoint(character))

/** 帳票の書体の字組み。`lettering('noto-sans').width('45件')` → 約 2.1 */
export const lettering = (font: ReportFont): Lettering => {
  const faces = fontFaces(font)
  const holder = (character: number): FontFace | undefined =>
    faces.find(({ regular }) => regular.has(character))?.regular
  const widthOf = {
    regular: remembered(faces.map(({ regular }) => regular)),
    bold: remembered(faces.map(({ bold }) => bold)),
  }
  return {
    holds: (character) => isBorrowed(character) || holder(character) !== undefined,
    holdsVariant: (character, selector) => holder(character)?.hasVariant(character, selector) ?? false,
    width: (text, weight = 'regular') => {
      let sum = 0
      for (const character of text) sum += widthOf[weight](character.codePointAt(0) ?? 0)
      return sum
    },
  }
}

/** 一字の幅。どの書体にもない字は全角とみなす。 */
const remembered = (faces: readonly FontFace[]): ((character: number) => number) => {
  const known = new Map<number, number>()
  return (character) => {
    const before = known.get(character)
    if (before !== undefined) return before
    const width = faces.find((face) => face.has(character))?.width(character) ?? 1
    known.set(character, width)
    return width
  }
}
