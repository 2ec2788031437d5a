import { describe, expect, test } from 'vitest'
import { sampleEdition } from '#operations/a-sample-edition.ts'
import { differences } from './figures-in.ts'
import { readAgain } from './round-trip.ts'

describe('砂川市の集計表', () => {
  test('作った表計算を読み直すと、どの升目も同じ', async () => {
    const edition = sampleEdition('012262-sunagawa')
    const again = await readAgain(edition, 'kpi-summary')
    console.log(again.plan, again.municipality, again.indicators.length, again.notes.map((n) => n.code + ' ' + n.message).slice(0, 30), again.subtotals)
    expect(differences(edition.content, again).slice(0, 40)).toEqual([])
  })
})
