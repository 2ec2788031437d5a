/**
 * 書体の字の有無と幅。書体のファイル（TrueType）の表を、要る分だけ読む。
 * 表の形は OpenType 仕様（cmap 4・12・14、head、hhea、hmtx）。
 */
export type FontFace = {
  /** その字を持つか。 */
  readonly has: (character: number) => boolean
  /** その字の異体（異体字選択符つきの字形）を持つか。 */
  readonly hasVariant: (character: number, selector: number) => boolean
  /** 字の幅。全角を 1 とする。持たない字は undefined。 */
  readonly width: (character: number) => number | undefined
}

/**
 * 書体を読む。TrueType でなければ投げる。
 *
 * @example fontFace(readFileSync('NotoSansJP_400Regular.ttf')).has('𠮷'.codePointAt(0) ?? 0) // → true
 */
export const fontFace = (file: Uint8Array): FontFace => {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const tables = tablesIn(view)
  const at = (tag: string): number => {
    const offset = tables.get(tag)
    if (offset === undefined) throw new Error(`not a usable TrueType font: no "${tag}" table`)
    return offset
  }
  const cmap = at('cmap')
  const subtables = subtablesIn(view, cmap)
  const glyphs = glyphsIn(view, subtables)
  const variants = variantsIn(view, subtables)
  const unitsPerEm = view.getUint16(at('head') + 18)
  const metrics = view.getUint16(at('hhea') + 34)
  const hmtx = at('hmtx')
  return {
    has: (character) => glyphs.has(character),
    hasVariant: (character, selector) => variants.get(selector)?.(character) ?? false,
    width: (character) => {
      const glyph = glyphs.get(character)
      return glyph === undefined ? undefined : view.getUint16(hmtx + 4 * Math.min(glyph, metrics - 1)) / unitsPerEm
    },
  }
}

const tablesIn = (view: DataView): ReadonlyMap<string, number> => {
  const count = view.getUint16(4)
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const at = 12 + 16 * index
      const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)))
      return [tag, view.getUint32(at + 8)] as const
    }),
  )
}

/** cmap の小さな表。形（format）ごとの始まりの位置。 */
const subtablesIn = (view: DataView, cmap: number): ReadonlyMap<number, number> => {
  const count = view.getUint16(cmap + 2)
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const at = cmap + view.getUint32(cmap + 4 + 8 * index + 4)
      return [view.getUint16(at), at] as const
    }),
  )
}

const glyphsIn = (view: DataView, subtables: ReadonlyMap<number, number>): ReadonlyMap<number, number> => {
  const wide = subtables.get(12)
  if (wide !== undefined) return wideGlyphs(view, wide)
  const narrow = subtables.get(4)
  if (narrow === undefined) throw new Error('not a usable TrueType font: no Unicode character map')
  return narrowGlyphs(view, narrow)
}

const wideGlyphs = (view: DataView, at: number): ReadonlyMap<number, number> => {
  const glyphs = new Map<number, number>()
  for (let group = 0; group < view.getUint32(at + 12); group += 1) {
    const [first, last, glyph] = [0, 4, 8].map((field) => view.getUint32(at + 16 + 12 * group + field)) as [
      number,
      number,
      number,
    ]
    for (let character = first; character <= last; character += 1) glyphs.set(character, glyph + character - first)
  }
  return glyphs
}

const narrowGlyphs = (view: DataView, at: number): ReadonlyMap<number, number> => {
  const glyphs = new Map<number, number>()
  const twice = view.getUint16(at + 6)
  for (let segment = 0; segment < twice; segment += 2) {
    const last = view.getUint16(at + 14 + segment)
    const first = view.getUint16(at + 16 + twice + segment)
    const delta = view.getUint16(at + 16 + 2 * twice + segment)
    const rangeAt = at + 16 + 3 * twice + segment
    const range = view.getUint16(rangeAt)
    for (let character = first; character <= last && character !== 0xffff; character += 1) {
      const found = range === 0 ? character : view.getUint16(rangeAt + range + 2 * (character - first))
      const glyph = range !== 0 && found === 0 ? 0 : (found + delta) % 0x10000
      if (glyph !== 0) glyphs.set(character, glyph)
    }
  }
  return glyphs
}

type HasVariant = (character: number) => boolean

/** 異体字選択符ごとの、持つ字（format 14 の既定の範囲と、既定でない字）。 */
const variantsIn = (view: DataView, subtables: ReadonlyMap<number, number>): ReadonlyMap<number, HasVariant> => {
  const at = subtables.get(14)
  if (at === undefined) return new Map()
  return new Map(
    Array.from({ length: view.getUint32(at + 6) }, (_, index) => {
      const record = at + 10 + 11 * index
      const [ordinary, special] = [view.getUint32(record + 3), view.getUint32(record + 7)]
      const ranges = ordinary === 0 ? [] : ordinaryRanges(view, at + ordinary)
      const characters = special === 0 ? new Set<number>() : specialCharacters(view, at + special)
      return [
        uint24(view, record),
        (character: number) =>
          characters.has(character) || ranges.some(([first, last]) => first <= character && character <= last),
      ] as const
    }),
  )
}

const uint24 = (view: DataView, at: number): number => view.getUint8(at) * 0x10000 + view.getUint16(at + 1)

const ordinaryRanges = (view: DataView, at: number): readonly (readonly [number, number])[] =>
  Array.from({ length: view.getUint32(at) }, (_, index) => {
    const first = uint24(view, at + 4 + 4 * index)
    return [first, first + view.getUint8(at + 7 + 4 * index)] as const
  })

const specialCharacters = (view: DataView, at: number): ReadonlySet<number> =>
  new Set(Array.from({ length: view.getUint32(at) }, (_, index) => uint24(view, at + 4 + 5 * index)))
