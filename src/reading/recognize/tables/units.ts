import { readUnit } from '#domain/quantity/unit.ts'
import { type Binding, textAt } from './binding.ts'
import type { Entry } from './entries.ts'

/**
 * 指標の単位が書かれた所。単位の列、名のかっこの順。
 * 名のかっこは、見出しが「指標名（単位）」と言うときはそのまま、言わないときは単位として知っている語だけ（「満足度（％）」）。
 */
export const unitWritten = (entry: Entry, { unit, name }: Binding): string | null => {
  const written =
    unit === null ? '' : (entry.lines.map(({ line }) => textAt(line, unit.column)).find((text) => text !== '') ?? '')
  if (written !== '') return written
  const inside = /[(（]([^()（）]{1,8})[)）]\s*$/u.exec(entry.name.text)?.[1]
  if (inside === undefined) return null
  return name.header.roles.includes('unit') || isPlainUnit(inside) ? inside : null
}

/** 「（年間）」「（市）」のように、単位のほかに期間や範囲を言うかっこもある語は、単位と決めない。 */
const isPlainUnit = (text: string): boolean =>
  readUnit(text).known && !/^(?:年間?|週間?|期|内|市|町|村|県)$/u.test(text)
