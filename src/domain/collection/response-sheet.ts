import { fiscalYearInWords } from '../year/fiscal-year.ts'
import type { AnswerField } from './answer.ts'
import type { AnswerAbsence } from './read-answer.ts'
import type { RoundAsks } from './round.ts'

/**
 * 回答の Excel（回答用紙）の形。書く側（reports）と読む側（reading）は、互いを知らず、ここだけを見る。
 * 行は整理番号（項目の id）で見分け、場所では見分けない。ブックの名札（`SheetTag`）が、どの市・照会・課のいつの値かを言う。
 */
export const sheetFormat = 'shirube-response/1'

/** シートの名。 */
export const sheetTitles = { guide: '記入のしかた', answers: '回答', tag: 'しるべ' } as const

/** 動かさない欄（市が決めたもの）。 */
export const fixedColumns = ['number', 'name', 'unit', 'target', 'last', 'last-rate'] as const
export type FixedColumn = (typeof fixedColumns)[number]

/** 記入する欄。実績値は、値・値がないわけ・公表の見込み・暫定値の四つの欄に分かれる。 */
export type AnswerColumn = 'actual' | 'absence' | 'expected' | 'provisional' | 'money' | 'items' | `text-${string}`

/** 回答用紙の列。`heading` は用紙の見出しで、一枚の中で重ならない。 */
export type SheetColumn =
  | { readonly kind: 'fixed'; readonly name: FixedColumn; readonly heading: string }
  | { readonly kind: 'answer'; readonly name: AnswerColumn; readonly heading: string; readonly field: AnswerField }
  | { readonly kind: 'key'; readonly name: 'key'; readonly heading: string }

/** 回答用紙の一行。`fields` はこの項目に尋ねる欄だけ（事業に実績値は尋ねない）。 */
export type SheetRow = {
  readonly key: string
  readonly fixed: Readonly<Record<FixedColumn, string>>
  readonly fields: readonly SheetField[]
}

/** 尋ねる欄と、書き出したときの値。`revision` は書き出したときの欄の版（まだなければ 0）。 */
export type SheetField = { readonly field: AnswerField; readonly revision: number; readonly cells: FieldCells }

/** 欄の、用紙での字。 */
export type FieldCells = Readonly<Partial<Record<AnswerColumn, string>>>

/** 回答用紙の中身。 */
export type ResponseSheet = {
  readonly municipality: { readonly code: string; readonly name: string }
  readonly round: { readonly id: string; readonly title: string; readonly guidance: string }
  readonly response: { readonly id: string; readonly departmentId: string; readonly department: string }
  /** 入力の締切の日（`2026-06-12`）。 */
  readonly deadline: string
  /** 書き出した時（ISO 8601）。 */
  readonly madeAt: string
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly SheetRow[]
  readonly tag: SheetTag
}

/**
 * 名札。`entries` は、動かさない欄の字と、記入する欄の版と指紋を一つずつ持つ。
 * `check` はほかの全部の指紋で、名札が書き換えられたことが分かる（合わなければ、版を信じない）。
 */
export type SheetTag = {
  readonly format: string
  readonly municipality: string
  readonly round: string
  readonly response: string
  readonly department: string
  readonly madeAt: string
  readonly entries: readonly SheetTagEntry[]
  readonly check: string
}

/** `revision` が null なら動かさない欄で `text` はその字、数なら記入する欄で `text` はその値の指紋。 */
export type SheetTagEntry = {
  readonly key: string
  readonly name: FixedColumn | AnswerField
  readonly revision: number | null
  readonly text: string
}

/** 届いた用紙を読んだもの。名札がなければ `tag` は null。 */
export type ReadSheet = {
  readonly tag: SheetTag | null
  /** 見出しの行が見つかった回答のシートの名。 */
  readonly sheet: string
  readonly headings: readonly string[]
  readonly rows: readonly ReadSheetRow[]
}

/** 読んだ一行。`key` は整理番号の欄の字（空のこともある）。欄は見出しで引く。 */
export type ReadSheetRow = {
  readonly key: string
  readonly line: number
  readonly cells: ReadonlyMap<string, ReadSheetCell>
}

/**
 * 読んだ升目。`text` は打たれた字（数は丸められる前の十進、日付は `2026-12-20`）。
 * `doubt` があれば値としては使えない。`formula` は式の結果であること。
 */
export type ReadSheetCell = {
  readonly text: string
  readonly cell: string
  readonly doubt: SheetCellDoubt | null
  readonly formula: boolean
  /** 日付の升目。値の欄では「3/5」が日付に化けたものかもしれない。 */
  readonly date: boolean
}

/** error #N/A などの誤り、no-result 計算されていない式、merged 結合に隠れている、garbled 読めない字。 */
export type SheetCellDoubt = 'error' | 'no-result' | 'merged' | 'garbled'

/** この照会の用紙の列。見出しが重なれば、後のものに番号を付ける。 */
export const sheetColumns = (
  { actual, texts, money, projectItems }: RoundAsks,
  fiscalYear: number,
): readonly SheetColumn[] => {
  const year = fiscalYearInWords({ startYear: fiscalYear })
  const last = fiscalYearInWords({ startYear: fiscalYear - 1 })
  const answer = (name: AnswerColumn, field: AnswerField, heading: string): SheetColumn => ({
    kind: 'answer',
    name,
    field,
    heading,
  })
  return withoutRepeats([
    { kind: 'fixed', name: 'number', heading: 'No.' },
    { kind: 'fixed', name: 'name', heading: '指標・事業' },
    { kind: 'fixed', name: 'unit', heading: '単位' },
    { kind: 'fixed', name: 'target', heading: '目標値' },
    { kind: 'fixed', name: 'last', heading: `${last}の実績` },
    { kind: 'fixed', name: 'last-rate', heading: `${last}の達成率` },
    ...(actual
      ? [
          answer('actual', 'actual', `${year}の実績`),
          answer('absence', 'actual', '値がないわけ'),
          answer('expected', 'actual', '公表の見込み'),
          answer('provisional', 'actual', '暫定値'),
        ]
      : []),
    ...texts.map(({ key, heading }) => answer(`text-${key}`, `text-${key}`, heading)),
    ...(money ? [answer('money', 'money', '事業費（千円）')] : []),
    ...(projectItems ? [answer('items', 'items', `${year}の取組`)] : []),
    { kind: 'key', name: 'key', heading: sheetKeyHeading },
  ])
}

const withoutRepeats = (columns: readonly SheetColumn[]): readonly SheetColumn[] =>
  columns.map((column, at) => {
    const before = columns.slice(0, at).filter(({ heading }) => sheetHeading(heading) === sheetHeading(column.heading))
    return before.length === 0 ? column : { ...column, heading: `${column.heading}（${before.length + 1}）` }
  })

/** 整理番号の列の見出し。回答のシートは、これのあるシート。 */
export const sheetKeyHeading = '整理番号（消さないでください）'

/** 記入する欄の見出しに添える印。 */
export const answerMark = '（記入）'

/** 見出しを比べるための形。折り返しや空白、記入の印は数えない。 */
export const sheetHeading = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/\(記入\)$/, '')

/** 名札のシートの、左の欄の名と、下の表の見出し。 */
export const sheetTagLabels = {
  format: '様式',
  municipality: '団体コード',
  round: '照会',
  response: '回答',
  department: '課',
  madeAt: '書き出した時',
  check: '照合',
  entries: ['整理番号', '欄', '版', '字か指紋'],
} as const

/** 用紙の「値がないわけ」で選ぶことば。 */
export const sheetAbsences = {
  'not-measured': '未測定',
  'not-published': '未公表',
  'not-started': '未開始',
  ended: '終了',
  cancelled: '中止',
  'not-applicable': '対象外',
  withheld: '秘匿',
} as const satisfies Record<AnswerAbsence, string>

/** 用紙の「暫定値」で選ぶことば。 */
export const provisionalWord = '暫定値'

/** 升目に書いて読み返したときの字。改行をそろえ、升目に置けない字を U+FFFD にし、前後の空白を落とす（指紋を比べるため）。 */
export const asReadBack = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}|[\uFFFE\uFFFF]/gu, '\uFFFD')
    .trim()
