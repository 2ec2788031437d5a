import type { Line, SourceDocument } from '../document.ts'

/** 計画の種類を言うことば。長いものから見る。 */
const kinds = [
  '総合戦略',
  '総合計画',
  '総合振興計画',
  '基本計画',
  '実施計画',
  'アクションプラン',
  '重点目標',
  '人口ビジョン',
] as const

/** @example planKind('小千谷市総合戦略(改訂版)') // → '総合戦略'。分からなければ '計画' */
export const planKind = (title: string): string => kinds.find((kind) => title.includes(kind)) ?? '計画'

const titleWords = /計画|戦略|プラン|一覧表?|集計表|概要|調書|目標/u

/** 計画の中の節の見出し（題名ではない）。 */
const headingWords = /^\s*(?:[■◆●□◇]|(?:基本目標|施策|政策|分野)[\s　]*[:：0-9０-９①-⑳一二三四五六七八九十])/u

/** 様式の名。計画の題名の後ろに付いているので落とす。 */
const formWords =
  /[\s　]*(?:の?(?:進捗|進ちょく)(?:状況|管理)?(?:の?(?:一覧表?|報告書?|管理表|について))?|の改訂について|数値目標・KPI集計表|一覧表|集計表)[\s　]*(?:[(（]概要[)）])?[\s　]*$/u

/**
 * 題名の行。初めの十行あまりの、表より前の行のうち、計画や表の名らしい最初の行。なければ、表でも節の見出しでもない一行目、それもなければ null。
 *
 * @example titleLine(document)?.text // → '小千谷市総合戦略(改訂版)進捗状況一覧表'
 */
export const titleLine = (document: SourceDocument): Line | null => {
  const lines = (document.pages[0]?.lines ?? []).filter(({ text }) => text.trim() !== '').slice(0, 12)
  const table = lines.findIndex((line) => !isAlone(line))
  const before = table < 0 ? lines : lines.slice(0, table)
  const titles = before.filter(({ text }) => !headingWords.test(text))
  return titles.find(({ text }) => titleWords.test(text)) ?? titles.find((line) => line === lines[0]) ?? null
}

const isAlone = ({ cells }: Line): boolean => cells.filter(({ text }) => text !== '').length === 1

/**
 * 計画の題名。様式の名（進捗状況一覧表、の改訂について(概要)）を落とした、計画そのものの名。
 *
 * @example planTitle('小千谷市総合戦略(改訂版)進捗状況一覧表') // → '小千谷市総合戦略(改訂版)'
 */
export const planTitle = (title: string): string => {
  const named = title.trim()
  const plan = named.replace(formWords, '')
  return plan === '' ? named : plan
}
