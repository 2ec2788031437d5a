import type { PrioritySheet, SheetItem } from '#domain/priority/priority-sheet.ts'
import { actAs } from '#operations/people/acting-person.ts'
import { giveInstruction, type InstructionGiven } from '#operations/priority/give-instruction.ts'
import type { Year } from './a-year.ts'

/** 試験の年度。 */
export const fiscalYear = 2026

const titles = ['移住・定住の推進', '商店街のにぎわい', '健康づくりの推進', '農業の担い手の確保']

const anItem = (year: Year, mark: string, title: string, reported: boolean, indicatorId: string | null): SheetItem => ({
  id: year.app.newId(),
  mark,
  title,
  details: [],
  targets: [
    { text: '相談会の開催 12回以上', value: '12', unit: '回', due: null, indicatorId },
    { text: '9月末までに方針を決定', value: null, unit: null, due: '2026-09-30', indicatorId: null },
  ],
  continues: null,
  reports: reported
    ? [
        {
          stage: 'interim',
          lines: ['相談会を7回開催（相談73件）。', '方針案を庁議に諮った。'],
          figures: ['7', null],
          grade: mark === '①' ? '○' : '△',
          revision: 1,
          at: '2026-10-01T00:00:00.000Z',
          by: '担当',
        },
      ]
    : [],
})

/**
 * 課ごとに、二つの重点目標（項目二つずつ）の調書を置く。中間報告が済み、ヒアリングを待っている。
 *
 * @example const sheets = await someSheets(year) // 課の並びの順
 */
export const someSheets = async (
  year: Year,
  state: PrioritySheet['state'] = 'interim-reported',
): Promise<readonly PrioritySheet[]> => {
  const edition = await year.app.store.read(year.code, (tx) => tx.editions.get(year.editionId))
  const indicators = edition?.content.indicators ?? []
  const ids: string[] = []
  await year.app.store.write(year.code, actAs(year.app, year.people.planner), async (tx) => {
    for (const [n, section] of year.sections.entries()) {
      const id = year.app.newId()
      ids.push(id)
      const linked = indicators.find(({ departments }) => departments.includes(section.name))?.id ?? null
      const goals = [1, 2].map((number) => ({
        id: year.app.newId(),
        number: String(number),
        title: `${titles[(n + number - 1) % titles.length]}`,
        items: ['①', '②'].map((mark, nth) =>
          anItem(
            year,
            mark,
            `${section.name}の取組${number}-${nth + 1}`,
            state !== 'setting',
            nth === 0 ? linked : null,
          ),
        ),
      }))
      await tx.prioritySheets.add({ id, departmentId: section.id, year: fiscalYear, state, goals })
    }
  })
  const found = await year.app.store.read(year.code, (tx) => tx.prioritySheets.ofYear(fiscalYear))
  return ids.flatMap((id) => found.find((sheet) => sheet.id === id) ?? [])
}

/** 市長の指示一つ。渡さない欄は、部局全体への、期限のない指示。 */
export const instructed = (
  year: Year,
  sheet: PrioritySheet,
  more: Partial<InstructionGiven> = {},
  by = year.people.executive,
) =>
  giveInstruction(year.app, by, year.code, {
    id: year.app.newId(),
    sheetId: sheet.id,
    on: '',
    departmentId: '',
    year: undefined,
    stage: 'interim',
    text: '移住の相談から定住までの道筋を示すこと。',
    due: '',
    ...more,
  })
