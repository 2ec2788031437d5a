import { plainText } from '#domain/language/plain-text.ts'
import type { Cell, Line } from '../../document.ts'
import { isListHeader, isMatrixHeader, isSheetHeader } from './header-rows.ts'
import { filled } from './rows.ts'

/** 項目の名を左に置いた個票の、項目の役。 */
export type LabelRole =
  | 'number'
  | 'list-number'
  | 'name'
  | 'lower-name'
  | 'goal'
  | 'policy'
  | 'tag'
  | 'implementer'
  | 'period'
  | 'content'

/** 項目一つ。知らない名なら role は undefined、値の升目がなければ value は null。 */
export type Labelled = {
  readonly role: LabelRole | undefined
  readonly label: Cell
  readonly value: Cell | null
}

/** 項目の名の役。名でなければ undefined。 */
export const labelRoleOf = (text: string): LabelRole | undefined => {
  const word = plainText(text)
  if (word.length > 30) return undefined
  if (/^(?:個票|シート|整理)?(?:No\.?|番号)$/iu.test(word)) return 'number'
  if (/一覧(?:の?番号|No\.?)$/iu.test(word)) return 'list-number'
  if (/^事務事業名?$/u.test(word)) return 'name'
  if (/^(?:取組)?事業名$/u.test(word)) return 'lower-name'
  if (/^基本目標$/u.test(word)) return 'goal'
  if (/施策$/u.test(word)) return 'policy'
  if (/視点|SDGs|戦略$|分野$/iu.test(word)) return 'tag'
  if (/^(?:事業|実施)主体$/u.test(word)) return 'implementer'
  if (/^(?:事業|実施)?期間$/u.test(word)) return 'period'
  return /^事業(?:内容|概要)$/u.test(word) ? 'content' : undefined
}

/** 個票の項目の並びが始まる行か。四つより多くの項目が続き、事業名と、基本目標か事業主体がある。 */
export const startsLabels = (lines: readonly Line[], at: number): boolean => {
  const line = lines[at]
  if (!line || labelIn(line) === undefined || isTableHeader(line)) return false
  const before = lines[at - 1]
  if (before && labelIn(before) !== undefined) return false
  const roles = new Set(lines.slice(at, at + 12).map((each) => roleIn(each, line)))
  const named = roles.has('name') || roles.has('lower-name')
  return named && (roles.has('goal') || roles.has('implementer')) && roles.size > 3
}

const isTableHeader = (line: Line): boolean => isMatrixHeader(line) || isListHeader(line) || isSheetHeader(line)

/** 行の左端の升目が項目の名なら、その役。見出しの行（名ばかりが並ぶ）は項目でない。 */
const labelIn = (line: Line): LabelRole | undefined => {
  const [label, value] = filled(line)
  const role = label && labelRoleOf(label.text)
  const heads = role !== 'number' && value !== undefined && labelRoleOf(value.text) !== undefined
  return heads ? undefined : role
}

const roleIn = (line: Line, first: Line): LabelRole | undefined =>
  filled(line)[0]?.column === filled(first)[0]?.column ? labelIn(line) : undefined

/** 項目を上から読む。項目の名の列に字がなくなるか、表の見出しが来たら終わり。 */
export const labelledItems = (lines: readonly Line[]): readonly Labelled[] => {
  const column = lines[0] && filled(lines[0])[0]?.column
  const rows = lines.map((line) => filled(line))
  const end = rows.findIndex((row) => row[0]?.column !== column || isCaption(row) || isColumnHeader(row))
  return rows.slice(0, end < 0 ? rows.length : end).flatMap(itemsIn)
}

/** 項目の名でない字だけの行（下の表の題）。 */
const isCaption = ([only, ...others]: readonly Cell[]): boolean =>
  only !== undefined && others.length === 0 && labelRoleOf(only.text) === undefined

/** 項目の並びのあとに来る、列の見出し（種別・指標・目標…）。 */
const isColumnHeader = (row: readonly Cell[]): boolean =>
  row.length > 2 &&
  row.filter(({ text }) => /^(?:種別|区分|指標|目標|年度|設定指標)$/u.test(plainText(text))).length > 1

/** 一行に二組（個票No. と 一覧No.）が並ぶことがある。番号の組のほかは、名のあとはみな値。 */
const itemsIn = (row: readonly Cell[]): readonly Labelled[] => {
  const [label, value, second, ...rest] = row
  if (!label) return []
  const role = labelRoleOf(label.text)
  const item: Labelled = { role, label, value: value ?? null }
  const beside = second && labelRoleOf(second.text)
  const numbers = role === 'number' || role === 'list-number'
  return second && beside && numbers ? [item, ...itemsIn([second, ...rest])] : [item]
}
