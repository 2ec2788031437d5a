// 組版の型紙（template）に渡す値。JSON にして渡すので、帳票の字が組版の命令になることはない。
// 升目は何万にもなるので、名を短くする。

/** 字。一つの文、または続けて組む小片。 */
export type TypstText = string | readonly TypstPiece[]

/** 小片。字だけ（'\n' は改行）か、飾りのついた字。 */
export type TypstPiece = string | readonly [text: string, look: PieceLook]

export type PieceLook = 'underlined' | 'superscript' | 'symbol'

/** 升目の見た目。 */
export type CellLook = 'strong' | 'quiet' | 'alert' | 'vertical' | 'heading'

/** `table.cell` に渡す値。書かないものは普通。 */
export type CellArguments = {
  readonly colspan?: number
  readonly rowspan?: number
  readonly align?: 'start' | 'center' | 'end'
  /** 地の色。label は、見出しの行のない表（個票など）の行の見出し。 */
  readonly fill?: 'label' | 'header' | 'band-1' | 'band-2' | 'band-3' | 'subtotal' | 'total'
  readonly breakable?: true
  /** 行を少なくともこの高さにする（字の大きさに対して、余白を除く）。 */
  readonly strut?: number
  /** 表の左に足す、行をつなぐための幅のない升目。 */
  readonly bare?: true
}

/** 升目の様式。同じ様式の升目は何百もあるので、表に一度だけ書く。 */
export type CellStyle = { readonly look: CellLook | ''; readonly given: CellArguments }

/** 升目。字だけ（普通の様式）か、字と様式の番号。 */
export type TypstCell = string | readonly [text: TypstText, style: number]

/** 表の一部。`level` があれば頁の頭に繰り返す見出し（1 が表の見出し、2 から帯）、なければ行。 */
export type TypstPart = { readonly level?: number; readonly repeat?: boolean; readonly cells: readonly TypstCell[] }

export type TypstSlice = {
  readonly widths: readonly number[]
  readonly aligns: readonly ('start' | 'center' | 'end')[]
  /** 行の高さ（ポイント）。0 は組んでみて決める。 */
  readonly heights: readonly number[]
  readonly parts: readonly TypstPart[]
  readonly styles: readonly CellStyle[]
}

export type TypstBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly listed: boolean; readonly text: TypstText }
  | { readonly kind: 'paragraphs'; readonly paragraphs: readonly TypstText[] }
  | { readonly kind: 'list'; readonly items: readonly TypstText[] }
  | {
      readonly kind: 'table'
      readonly caption: TypstText | null
      readonly size: number
      readonly inset: { readonly x: number; readonly y: number }
      readonly slices: readonly TypstSlice[]
    }
  | { readonly kind: 'chart'; readonly title: TypstText; readonly summary: string; readonly svg: string }
  | {
      readonly kind: 'cover'
      readonly lines: readonly { readonly text: TypstText; readonly points: number; readonly size: CoverSize }[]
    }
  | { readonly kind: 'contents'; readonly title: TypstText; readonly level: number }

export type CoverSize = 'large' | 'middle' | 'small'

export type TypstSection = {
  readonly width: number
  readonly height: number
  readonly top: number
  readonly bottom: number
  readonly side: number
  /** 表紙には、頁の番号も資料番号も書かない。 */
  readonly isCover: boolean
  readonly title: TypstText | null
  readonly name: string
  /** 続きの頁の左上の小さな題。null なら、初めの頁と同じ。 */
  readonly continued: TypstText | null
  /** 見出しの段。0 なら見出しがない。`listed` なら目次としおりに載る。 */
  readonly level: number
  readonly listed: boolean
  readonly lead: readonly { readonly text: TypstText; readonly align: 'start' | 'end' }[]
  readonly blocks: readonly TypstBlock[]
  readonly notes: readonly { readonly mark: TypstText; readonly text: TypstText }[]
}

/** 一つの PDF。 */
export type TypstDocument = {
  readonly title: string
  readonly author: string
  readonly fonts: readonly string[]
  readonly running: TypstText
  readonly number: TypstText | null
  readonly sections: readonly TypstSection[]
}
