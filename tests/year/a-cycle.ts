import { aScale } from '#domain/evaluation/a-graded-edition.ts'
import { actAs } from '#operations/people/acting-person.ts'
import { instructed, someSheets } from './a-hearing.ts'
import type { Section, Year } from './a-year.ts'

/** 一年の後半のもの：課ごとの重点目標調書と指示、評価の年（区分つき）、付議、改訂の案。 */
export type Cycle = {
  readonly of: (section: Section) => { readonly sheetId: string; readonly instructionId: string }
  readonly referralId: string
  readonly revisionId: string
  readonly gradedYear: number
}

/**
 * 試験の市に、一年の後半のものを一つずつ置く。
 *
 * @example const cycle = await aCycle(year); cycle.of(section).sheetId
 */
export const aCycle = async (year: Year): Promise<Cycle> => {
  const { app, code, editionId, people } = year
  const sheets = await someSheets(year)
  const own = new Map<string, { sheetId: string; instructionId: string }>()
  for (const sheet of sheets) {
    const given = await instructed(year, sheet)
    if (!given.ok) throw new Error(given.problem.code)
    own.set(sheet.departmentId, { sheetId: sheet.id, instructionId: given.value.id })
  }
  const [referralId, gradedYear] = [app.newId(), 2023]
  const opened = await app.store.write(code, actAs(app, people.planner), async (tx) => {
    await tx.scales.put({ editionId, subject: 'indicator', fromYear: 2020, scale: aScale })
    await tx.evaluationYears.start(editionId, gradedYear)
    await tx.referrals.put({
      id: referralId,
      editionId,
      year: gradedYear,
      title: '第1回推進会議',
      body: '推進会議',
      meetingOn: null,
      closesOn: null,
      guidance: '',
      subjects: [],
    })
    const edition = await tx.editions.get(editionId)
    return tx.revisions.open({
      kind: 'revision',
      baseEditionId: editionId,
      title: `${edition?.title}（改訂版）`,
      firstYear: edition?.firstYear ?? null,
      lastYear: edition?.lastYear ?? null,
      frame: null,
      gradedYear,
      purpose: '',
    })
  })
  return {
    of: ({ id }) => {
      const found = own.get(id)
      if (!found) throw new Error(`no sheet of ${id}`)
      return found
    },
    referralId,
    revisionId: opened.id,
    gradedYear,
  }
}
