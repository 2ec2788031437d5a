import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { noChoices } from '#domain/review/correction.ts'
import { draftInWords } from './draft-in-words.ts'
import { openFile } from './open-document.ts'
import { readPlan } from './read-plan.ts'
import { readWithChoices } from './read-with-choices.ts'

// samples/any-tables: 五つの様式のどれでもない、作りものの表。expected.json は原本の表を目で読んで確かめたもの。
const folder = fileURLToPath(new URL('../../samples/any-tables/', import.meta.url))
const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'expected.json')))

const documentIn = async (name: string) => {
  const file = readdirSync(join(folder, name)).find((each) => /\.(?:csv|tsv|txt|xlsx)$/.test(each))
  const opened = await openFile(join(folder, name, file ?? ''))
  if (!opened.ok) throw new Error(`${name}: ${opened.problem.code}`)
  return opened.value
}

const expectedIn = (name: string) => {
  const { remark, ...expected } = JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8'))
  return { remark: String(remark), expected }
}

test('置いてある表は六つより多く、どれにも断りがある', () => {
  expect(names.length).toBeGreaterThan(6)
  for (const name of names) expect(expectedIn(name).remark.length).toBeGreaterThan(10)
})

describe.each(names)('%s', (name) => {
  test(expectedIn(name).remark, async () => {
    const draft = readPlan(await documentIn(name))
    if (!draft.ok) throw new Error(draft.problem.code)
    expect(draftInWords(draft.value)).toEqual(expectedIn(name).expected)
  })

  test('何も選ばなければ、案は readPlan と同じ', async () => {
    const document = await documentIn(name)
    expect(readWithChoices(document, noChoices).draft).toEqual(readPlan(document))
  })

  test('どの値も、所在の指す升目に書かれている', async () => {
    const document = await documentIn(name)
    const draft = readPlan(document)
    const cells = document.pages.flatMap(({ lines }) => lines.flatMap((line) => line.cells))
    const written = new Map(cells.map(({ place, text }) => [JSON.stringify(place), text]))
    const figures = draft.ok
      ? draft.value.indicators.flatMap(({ baseline, targets, actuals }) => [
          ...(baseline ? [baseline] : []),
          ...targets,
          ...actuals,
        ])
      : []
    expect(figures.length).toBeGreaterThan(3)
    for (const { raw, place } of figures) expect(written.get(JSON.stringify(place))).toBe(raw)
  })
})
