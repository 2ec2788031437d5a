import { describe, expect, test } from 'vitest'
import type { PlanDraft } from '#domain/plan/draft.ts'
import { sampleEdition } from '#operations/a-sample-edition.ts'
import { openDocument } from '#reading/open-document.ts'
import { readPlan } from '#reading/read-plan.ts'
import { ordinaryChoices } from '#reports/choices.ts'
import { progressTable } from '#reports/forms/progress-table/progress-table.ts'
import { xlsxWriter } from '#reports/writers/xlsx/xlsx.ts'
import { differences } from './figures-in.ts'

const readAgain = async (file: string, bytes: Uint8Array): Promise<PlanDraft> => {
  const opened = await openDocument(file, bytes)
  if (!opened.ok) throw new Error(opened.problem.code)
  const read = readPlan(opened.value)
  if (!read.ok) throw new Error(read.problem.code)
  return read.value
}

describe('小千谷市の一覧表', () => {
  test('作った表計算を読み直すと、どの升目も同じ', async () => {
    const edition = sampleEdition('152081-ojiya')
    const made = progressTable.make(edition, ordinaryChoices)
    if (!made.ok) throw new Error(made.problem.code)
    const bytes = await xlsxWriter.write(made.value, { pdfStandard: 'plain', font: 'noto-sans', madeAt: '2026-11-25T00:00:00Z' })
    const again = await readAgain('一覧表.xlsx', bytes)
    console.log(again.plan, again.municipality, again.indicators.length, again.notes.map((n) => n.code + ' ' + n.message).slice(0, 20))
    expect(differences(edition.content, again).slice(0, 40)).toEqual([])
  })
})
