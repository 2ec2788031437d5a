import { level1 } from './level-1.ts'
import { level2 } from './level-2.ts'
import { level3 } from './level-3.ts'
import { open } from './open.ts'
import type { Format, GivenFile } from './opened.ts'
import type { Rule } from './rule.ts'

export const rules: readonly Rule[] = [...level1, ...level2, ...level3]

export type Violation = { readonly rule: string; readonly name: string; readonly message: string }

/** 一組のファイルを、すべての規則に照らす。`previous` は前の年に出した同じ組。 */
export const check = async (
  files: readonly GivenFile[],
  format: Format,
  previous?: readonly GivenFile[],
): Promise<readonly Violation[]> => {
  const opened = await open(files, format)
  const before = previous && (await open(previous, format))
  return rules
    .filter(({ formats }) => formats.includes(format))
    .flatMap(({ id, name, check: look }) => look(opened, before).map((message) => ({ rule: id, name, message })))
}
