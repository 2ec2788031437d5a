import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { ReportFont } from '../writer.ts'
import { type FontFace, fontFace } from './font-face.ts'

/**
 * 紙の書体。package に入っているファイルだけを使い、機械に入っている書体は使わない
 * （どの機械で作っても同じ紙になる）。一方にない字は、もう一方で補う。
 */
const families = {
  'noto-sans': {
    name: 'Noto Sans JP',
    regular: '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
    bold: '@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf',
  },
  'biz-ud': {
    name: 'BIZ UDPGothic',
    regular: '@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf',
    bold: '@expo-google-fonts/biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf',
  },
} as const satisfies Record<ReportFont, { readonly name: string; readonly regular: string; readonly bold: string }>

const { resolve } = createRequire(import.meta.url)

const inOrder = (font: ReportFont): readonly ReportFont[] =>
  font === 'noto-sans' ? ['noto-sans', 'biz-ud'] : ['biz-ud', 'noto-sans']

/**
 * 書体の名。先のものから使う。終わりのものは組版の部品が持つ書体で、☑ など、様式の使う記号のためだけにある
 * （`borrowedSymbols`。ほかの字は、ここへ来る前に 〓 になる）。
 */
export const fontNames = (font: ReportFont): readonly string[] => [
  ...inOrder(font).map((name) => families[name].name),
  'DejaVu Sans Mono',
]

/** 書体のファイル全部。 */
export const fontFiles = (): readonly Buffer[] =>
  Object.values(families).flatMap(({ regular, bold }) => [readFileSync(resolve(regular)), readFileSync(resolve(bold))])

/** 太さごとの、字の有無と幅。 */
export type FontFamily = { readonly regular: FontFace; readonly bold: FontFace }

/** 書体ごとの字の有無と幅。先のものから使う。 */
export const fontFaces = (font: ReportFont): readonly FontFamily[] => inOrder(font).map(family)

const read = new Map<ReportFont, FontFamily>()

/** 一度読めば、その過程のあいだ覚えておく。 */
const family = (font: ReportFont): FontFamily => {
  const known = read.get(font)
  if (known) return known
  const [regular, bold] = [families[font].regular, families[font].bold].map((file) => readFileSync(resolve(file)))
  if (!regular || !bold) throw new Error(`no font files for ${font}`)
  const fresh = { regular: fontFace(regular), bold: fontFace(bold) }
  read.set(font, fresh)
  return fresh
}
