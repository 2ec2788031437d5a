import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { auditActs, auditGroups, isAuditAct } from '#domain/audit/audit-act.ts'
import { auditActInWords } from '#domain/audit/in-words.ts'
import { flowSteps } from '#domain/collection/flow.ts'
import { auditWords } from '#domain/language/catalogue/audit.ts'
import { sheetSteps } from '#domain/priority/flow.ts'
import { instructionSteps } from '#domain/priority/instruction-flow.ts'

const source = fileURLToPath(new URL('../../src/', import.meta.url))

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name))

/** 埋めて作る符号（`response-${…}`）の、埋まる字。新しく作ったら、ここに足す。 */
const filledIn: Readonly<Record<string, readonly string[]>> = {
  // 流れの表の歩みと、機構改革で回答が課とともに移った歩み。
  'response-': [...flowSteps, 'reorganised'],
  'priority-': [...sheetSteps],
  'review-': ['adopted', 'discarded', 'reopened'],
  'sheet-': ['taken', 'discarded'],
  'mail-': ['sent', 'failed'],
  // 市長指示事項の流れの表の歩み。
  'instruction-': instructionSteps,
  // 付議を見せた・締め切った・開け直した。
  'referral-': ['released', 'closed', 'reopened'],
}

/** プログラムの残す行い。倉庫と操作の中の `act: '…'` と、ログインの行いの並び。 */
const recorded = (): ReadonlySet<string> => {
  const found = new Set<string>()
  for (const file of [...filesUnder(join(source, 'store')), ...filesUnder(join(source, 'operations'))]) {
    const text = readFileSync(file, 'utf8')
    if (!/record|\bact:/.test(text)) continue
    for (const [, act = ''] of text.matchAll(/\bact: '([a-z-]+)'/g)) found.add(act)
    for (const [, before = ''] of text.matchAll(/\bact: `([a-z-]+)\$\{/g)) {
      expect(Object.keys(filledIn), `${file}: 埋めて作る行い「${before}」の字を、この試験に書いてください`).toContain(
        before,
      )
      for (const rest of filledIn[before] ?? []) found.add(`${before}${rest}`)
    }
    const logins = /export type LoginAct =((?:\s*\| '[a-z-]+')+)/.exec(text)?.[1] ?? ''
    for (const [, act = ''] of logins.matchAll(/'([a-z-]+)'/g)) found.add(act)
  }
  return found
}

/** 記録の符号でなく、してよいことの表の符号（`act: 'answer-enter'`）。 */
const permittedActs = ['answer-enter']

test('残しうる行いは、どれも監査記録の一覧にあり、日英のことばを持つ', () => {
  const acts = [...recorded()].filter((act) => !permittedActs.includes(act))
  expect(acts.length).toBeGreaterThan(40)
  expect(acts.filter((act) => !isAuditAct(act))).toEqual([])
  for (const act of auditGroups.flatMap((group) => auditActs[group])) {
    expect(auditWords, act).toHaveProperty([`audit.act-${act}`])
    expect(auditActInWords(act, 'en'), act).not.toBe(act)
  }
})

test('一覧にある行いは、どれもプログラムが残しうる', () => {
  const acts = recorded()
  expect(auditGroups.flatMap((group) => [...auditActs[group]]).filter((act) => !acts.has(act))).toEqual([])
})

test('知らない行いは、符号のまま見せる（投げない）', () => {
  expect(auditActInWords('from-the-future')).toBe('from-the-future')
})
