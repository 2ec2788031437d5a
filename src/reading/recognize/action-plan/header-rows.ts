import type { Line } from '../../document.ts'
import { words } from './rows.ts'

const numberWord = /^(?:No\.?|№|番号)$/iu
const projectWord = /^(?:事務事業名?|事業名|取組事業名?)$/u
const has = (found: readonly string[], pattern: RegExp): boolean => found.some((word) => pattern.test(word))

/** 取組事業一覧の見出しの行（No.・事務事業名と、印の組が二つ以上）。事業内容の列があれば重点施策一覧。 */
export const isMatrixHeader = (line: Line): boolean => {
  const found = words(line)
  const groups = found.filter((word) => /^基本目標$|視点$|SDGs|^重点施策$/iu.test(word)).length
  return has(found, numberWord) && has(found, projectWord) && groups >= 2 && !has(found, /^事業内容$/u)
}

/** 重点施策一覧の見出しの行（No.・事務事業名・事業内容と、事業主体か一覧No.）。 */
export const isListHeader = (line: Line): boolean => {
  const found = words(line)
  return (
    has(found, numberWord) &&
    has(found, projectWord) &&
    has(found, /^事業(?:内容|概要)$/u) &&
    has(found, /^(?:事業主体|実施主体|一覧No\.?)$/iu)
  )
}

/** 個票の見出しの行（基本目標・事業主体・期間。No. の列はない）。 */
export const isSheetHeader = (line: Line): boolean => {
  const found = words(line)
  return (
    has(found, /^基本目標$/u) && has(found, /^(?:事業|実施)主体$/u) && has(found, /期間$/u) && !has(found, numberWord)
  )
}

export const isNumberHeader = (word: string): boolean => numberWord.test(word)
export const isProjectHeader = (word: string): boolean => projectWord.test(word)
