import type { Answer, AnswerField } from '#domain/collection/answer.ts'
import type { AskedField } from '#domain/collection/completeness.ts'
import type { EntryRow, EntryView, TypedChange } from '#operations/collection/entry-page.ts'
import type { Form } from '../../form.ts'

/** 欄の字。実績の欄は、値・わけ・見込み・暫定値・尋ねへの答えを合わせて一つの欄。 */
export type Cells = {
  readonly raw: string
  readonly absence: string
  readonly expected: string
  readonly provisional: boolean
  readonly confirmed: readonly string[]
}

const noCells: Cells = { raw: '', absence: '', expected: '', provisional: false, confirmed: [] }

/** 欄の鍵。`<項目の id> <欄の名>`。頁の中の名（`name`）は、この鍵の前に種類を付けたもの。 */
export const keyOf = (itemId: string, field: AnswerField): string => `${itemId} ${field}`

/** 送る欄の名。台本（`islands/entry`）も、同じ名で読み書きする。 */
export const nameOf = {
  raw: (key: string) => `v ${key}`,
  absence: (key: string) => `a ${key}`,
  expected: (key: string) => `e ${key}`,
  provisional: (key: string) => `p ${key}`,
  confirmed: (key: string) => `q ${key}`,
  /** 尋ねたときの値の字。変わっていれば、答えは前の値へのもの。 */
  asked: (key: string) => `asked ${key}`,
  base: (key: string) => `b ${key}`,
  was: (key: string) => `was ${key}`,
  keep: (key: string) => `keep ${key}`,
  conflict: (key: string) => `conflict ${key}`,
  file: (itemId: string) => `file ${itemId}`,
  comment: (itemId: string) => `comment ${itemId}`,
} as const

/** 頁の中の場所の名（id）。 */
export const spotOf = (key: string): string => `f-${key.replace(' ', '-')}`

/** いま保存されている値の字。尋ねへの答えは、いまも尋ねているものだけ。 */
export const cellsOf = (answer: Answer | undefined, asked: readonly string[] = []): Cells => {
  if (!answer) return noCells
  const { value } = answer
  if (value.kind === 'text') return { ...noCells, raw: value.text }
  if (value.kind === 'items') return { ...noCells, raw: value.lines.join('\n') }
  if (value.kind === 'money') return { ...noCells, raw: value.raw }
  const { raw, absence, expected, provisional, confirmed } = value
  return {
    raw,
    absence: absence ?? '',
    expected: expected ?? '',
    provisional,
    confirmed: confirmed.filter((code) => asked.includes(code)),
  }
}

/** 比べるための一つの字。 */
export const cellsInOne = ({ raw, absence, expected, provisional, confirmed }: Cells): string =>
  JSON.stringify([raw, absence, expected, provisional, [...confirmed].sort()])

/** 送られた欄の字。値を打ちかえていたら、前の値への「このままでよい」は数えない。 */
export const cellsIn = (form: Form, key: string): Cells => {
  const raw = form.text(nameOf.raw(key))
  return {
    raw,
    absence: form.text(nameOf.absence(key)),
    expected: form.text(nameOf.expected(key)),
    provisional: form.text(nameOf.provisional(key)) !== '',
    confirmed: form.text(nameOf.asked(key)).trim() === raw.trim() ? form.all(nameOf.confirmed(key)) : [],
  }
}

/** この行の、保存されている値の字と版。 */
export const standingCells = (row: EntryRow, field: AnswerField): { readonly cells: Cells; readonly base: number } => {
  const answer = row.answers.find((each) => each.field === field)
  const asked = field === 'actual' ? row.questions.map(({ code }) => code) : []
  return { cells: cellsOf(answer, asked), base: answer?.revision ?? 0 }
}

/** 頁の欄すべて。 */
export const everyField = ({
  rows,
}: Pick<EntryView, 'rows'>): readonly { row: EntryRow; asked: AskedField; key: string }[] =>
  rows.flatMap((row) => row.fields.map((asked) => ({ row, asked, key: keyOf(row.item.id, asked.field) })))

/** 送られた欄の鍵。形の違うものは、ないものとする。 */
const sentKeys = (
  form: Form,
): readonly { readonly key: string; readonly itemId: string; readonly field: AnswerField }[] =>
  form.all('key').flatMap((key) => {
    const [, itemId, field] = /^([0-9a-f-]{36}) (actual|money|items|text-[a-z0-9-]+)$/.exec(key) ?? []
    return itemId && field ? [{ key, itemId, field: field as AnswerField }] : []
  })

/** 送られた欄のうち、打ちかえられたもの。食い違いの頁で「相手の値を残す」とした欄は除く。 */
export const changesIn = (form: Form): readonly TypedChange[] =>
  sentKeys(form).flatMap(({ key, itemId, field }) => {
    if (form.text(nameOf.keep(key)) === 'theirs') return []
    const cells = cellsIn(form, key)
    if (cellsInOne(cells) === form.text(nameOf.was(key))) return []
    // 食い違いの頁で選ばなかった欄は、まだ前の版を見ているものとして、もう一度尋ねる。
    const unchosen = form.text(nameOf.conflict(key)) !== '' && form.text(nameOf.keep(key)) === ''
    const base = unchosen ? -1 : Number.parseInt(form.text(nameOf.base(key)), 10) || 0
    return [{ itemId, field, typed: cells, base }]
  })

/** 送られた字のうち、打ちかえられたもの。断られたとき、頁に戻す（触れていない欄には、いまの値を見せる）。 */
export const typedIn = (form: Form): ReadonlyMap<string, Cells> =>
  new Map(
    sentKeys(form).flatMap(({ key }) => {
      const cells = cellsIn(form, key)
      return cellsInOne(cells) === form.text(nameOf.was(key)) ? [] : [[key, cells] as const]
    }),
  )
