import type { ReportNote } from '../../report.ts'

/**
 * 注を、升目に出てくる順に番号を付けて集める。同じ文の注は一つの印になる。
 * 一つの章に一つ作り、升目を作りながら `mark` を呼び、終わりに `notes` を章の注とする。
 */
export type Footnotes = {
  /** その文の注の印。`mark('暫定値')` → '※1' */
  readonly mark: (text: string) => string
  readonly notes: () => readonly ReportNote[]
}

export const footnotes = (): Footnotes => {
  const marks = new Map<string, string>()
  return {
    mark: (text) => {
      const mark = marks.get(text) ?? `※${marks.size + 1}`
      marks.set(text, mark)
      return mark
    },
    notes: () => [...marks].map(([text, mark]) => ({ mark, text })),
  }
}

/**
 * 印のない注。頭の「注」で、表の続きの行や節の文と見分けられる（表計算で開いても、読み直しても）。
 */
export const plainNote = (text: string): ReportNote => ({ mark: null, text: `注　${text}` })
