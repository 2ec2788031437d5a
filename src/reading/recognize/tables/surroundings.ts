import { plainText } from '#domain/language/plain-text.ts'
import type { Place } from '#domain/provenance.ts'
import { type Era, type ReadYear, yearsIn } from '#domain/year/read-year.ts'
import type { Line } from '../../document.ts'
import { type RowRole, rowRole } from '../headers.ts'
import type { Block } from './blocks.ts'

/** 表のまわりに書かれた、表ぜんたいにかかること。 */
export type Surroundings = {
  /** 題名の行の年（「令和5年度 …」）。見出しに年のない実績の列の年になる。 */
  readonly year: { readonly read: ReadYear; readonly place: Place } | null
  /** （単位：千円）。二つ以上の単位が並んでいれば、どれか分からないので null。 */
  readonly unit: string | null
  /** 上段・下段の断り。上の段からの役。 */
  readonly stack: readonly RowRole[]
}

type TableBlock = Extract<Block, { readonly kind: 'table' }>

/**
 * 表のまわりを読む。近い行から見る。`title` は図書の題名の行。
 *
 * @example surroundingsOf(block, title, '令和') // → { year: { read: { year: 2023 } }, unit: '千円', stack: ['target', 'actual'] }
 */
export const surroundingsOf = (block: TableBlock, title: Line | null, era: Era | undefined): Surroundings => {
  const near = block.above.toReversed().slice(0, nearLines)
  const headings = block.header.columns.map((column) => column.title)
  return {
    year: yearAround(near, block, title, era),
    unit: near.map(({ text }) => unitStated(text)).find((unit) => unit !== null) ?? null,
    stack: [...headings, ...near.map(({ text }) => text)].map(stackIn).find((stack) => stack.length > 1) ?? [],
  }
}

const nearLines = 12

/** 作った日・公表の日は、表の年ではない。 */
const notTableYear = /策定|作成|更新|改訂|改定|公表|印刷|会議|資料/u

const yearAround = (
  near: readonly Line[],
  { page, header }: TableBlock,
  title: Line | null,
  era: Era | undefined,
): Surroundings['year'] => {
  const context = era ? { era } : {}
  const [top] = header.lines
  const named = page.name && top ? [{ text: page.name, place: top.place }] : []
  for (const { text, place } of [...near, ...named, ...(title ? [title] : [])]) {
    if (text.length > longestTitle || notTableYear.test(text)) continue
    const years = yearsIn(text, context)
    const [read] = years
    if (read && years.every(({ year }) => year === read.year)) return { read, place }
  }
  return null
}

const longestTitle = 80

const unitStated = (text: string): string | null => {
  const written = /単位\s*[:：]\s*([^)）\]】\s]{1,20})/u.exec(text.normalize('NFKC'))?.[1]
  return written && !/[、,，・/／]/u.test(written) ? written : null
}

const levels = ['上段', '中段', '下段'] as const

/** 「上段：目標値、下段：実績値」「目標値（上段）実績値（下段）」。役の分からない段があれば空。 */
const stackIn = (text: string): readonly RowRole[] => {
  const plain = plainText(text)
  if (!plain.includes('上段') || !plain.includes('下段')) return []
  const roles = levels
    .filter((level) => plain.includes(level))
    .map(
      (level) =>
        roleBeside(plain, new RegExp(`${level}(?:[はが:]|に)?[「『]?([^、,・/()「」『』上中下]{1,10})`, 'u')) ??
        roleBeside(plain, new RegExp(`([^、,・/()「」『』段]{1,10})\\(${level}\\)`, 'u')),
    )
  return roles.every((role) => role !== undefined) ? roles : []
}

const roleBeside = (text: string, pattern: RegExp): RowRole | undefined => {
  const word = pattern.exec(text)?.[1]
  return word === undefined ? undefined : rowRole(word.replace(/[をはが]$/u, ''))
}
