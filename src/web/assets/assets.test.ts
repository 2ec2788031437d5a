import { describe, expect, test } from 'vitest'
import { assetFiles } from './assets.ts'

const textOf = (name: string): string => new TextDecoder().decode(assetFiles().get(name)?.())

describe('配る様式', () => {
  const css = textOf('shirube.css')

  test('使う変数はどれも決められていて、使わない意匠の変数は配らない', () => {
    const used = new Set([...css.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name))
    const defined = new Set([...css.matchAll(/(--[\w-]+):/g)].map(([, name]) => name))
    expect([...used].filter((name) => !defined.has(name))).toEqual([])
    expect([...defined].filter((name) => name?.startsWith('--color-') && !used.has(name))).toEqual([])
  })

  test('折り返しの決まりのように、古いブラウザーのための前の値も残る', () => {
    expect(css).toMatch(/word-break:normal;word-break:auto-phrase/)
  })
})

describe('書体の宣言', () => {
  const faces = textOf('fonts.css').match(/@font-face\{[^}]*\}/g) ?? []

  test('二つの太さの同じ切れが隣どうしに並び、どの切れにも書体がある', () => {
    const files = new Set(assetFiles().keys())
    expect(faces.length).toBeGreaterThan(200)
    for (let index = 0; index < faces.length; index += 2) {
      const [regular = '', bold = ''] = faces.slice(index, index + 2)
      expect(rangeOf(bold)).toBe(rangeOf(regular))
      expect([weightOf(regular), weightOf(bold)]).toEqual(['400', '700'])
      for (const face of [regular, bold]) expect(files.has(/url\(([^)]+)\)/.exec(face)?.[1] ?? '')).toBe(true)
    }
  })
})

const rangeOf = (face: string) => /unicode-range:([^;}]+)/.exec(face)?.[1]
const weightOf = (face: string) => /font-weight:(\d+)/.exec(face)?.[1]
