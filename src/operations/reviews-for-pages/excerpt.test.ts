import { describe, expect, test } from 'vitest'
import { applyCorrections } from '#domain/review/apply-corrections.ts'
import { noChoices } from '#domain/review/correction.ts'
import { keysOf } from '#domain/review/keys.ts'
import type { ReviewRow } from '#domain/review/review.ts'
import { reviewRows } from '#domain/review/review-rows.ts'
import { openDocument } from '#reading/open-document.ts'
import { readWithChoices } from '#reading/read-with-choices.ts'
import { contentOf } from '#store/adopt.ts'
import { rebuiltDocument } from '../rebuilt-source.ts'
import { type Excerpt, excerptOf } from './excerpt.ts'

const table = [
  '花園市総合戦略 指標一覧',
  '',
  '施策,指標名,単位,基準値(R1),R4実績値,R5実績値,目標値(R8),担当課',
  '産業,新規創業件数,件,6,9,11,15,商工課',
  ',新規就農者数,人,3,4,######,8,農林課',
  '交流,観光入込客数,人,"131,000","124,000","139,200","150,000",観光課',
  ',移住相談件数,件,20,35,36,60,企画課',
  ',移住者数,人,2,3,4,6,企画課',
].join('\r\n')

const read = async (file: string, text: string) => {
  const opened = await openDocument(file, new TextEncoder().encode(text))
  if (!opened.ok) throw new Error(opened.problem.code)
  const { draft, tables } = readWithChoices(opened.value, noChoices)
  if (!draft.ok) throw new Error(draft.problem.code)
  const keys = keysOf(draft.value)
  const rows = reviewRows(draft.value, keys, applyCorrections(draft.value, [], keys))
  const row = (name: string): ReviewRow => {
    const found = rows.find((each) => each.name === name)
    if (!found) throw new Error(`no row ${name}`)
    return found
  }
  return { document: opened.value, tables, draft: draft.value, row }
}

const parts = (excerpt: Excerpt | undefined) => excerpt?.lines.map(({ number, part, gap }) => [number, part, gap])

/** 印の付いた字。 */
const marked = (excerpt: Excerpt | undefined) =>
  excerpt?.lines.flatMap(({ text, marks }) =>
    marks.map(({ from, to, figure }) => [text.slice(from, to), figure !== null]),
  )

describe('図書の、その行のまわり', () => {
  test('表の見出し、前後の二行、この行。略したところが分かる', async () => {
    const { document, tables, row } = await read('一覧.csv', table)
    const excerpt = excerptOf(document, tables, row('移住者数'))
    expect(parts(excerpt)).toEqual([
      [3, 'header', false],
      [6, 'around', true],
      [7, 'around', false],
      [8, 'row', false],
    ])
  })

  test('この行から読んだ値と名だけに印が付き、値の印は値の鍵を持つ', async () => {
    const { document, tables, row } = await read('一覧.csv', table)
    const excerpt = excerptOf(document, tables, row('観光入込客数'))
    const columns = excerpt?.lines
      .find(({ part }) => part === 'row')
      ?.marks.map(({ column, figure }) => [column, figure !== null])
    expect(columns).toEqual([
      [1, false],
      [3, true],
      [4, true],
      [5, true],
      [6, true],
    ])
    expect(excerpt?.columns).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  })

  test('文章では、字のところに印が付く', async () => {
    const { document, tables, row } = await read(
      '一覧.txt',
      table
        .replaceAll('"', '')
        .replace(/(\d),(\d{3})/g, '$1$2')
        .replaceAll(',', '\t'),
    )
    const excerpt = excerptOf(document, tables, row('新規創業件数'))
    expect(excerpt?.columns).toEqual([])
    expect(marked(excerpt)).toEqual([
      ['新規創業件数', false],
      ['6', true],
      ['9', true],
      ['11', true],
      ['15', true],
    ])
  })

  test('原本がなく、読んだ値から組み直した行でも、同じ値に印が付く', async () => {
    const { draft, tables, row } = await read(
      '一覧.txt',
      table
        .replaceAll('"', '')
        .replace(/(\d),(\d{3})/g, '$1$2')
        .replaceAll(',', '\t'),
    )
    const rebuilt = rebuiltDocument(draft.source, { content: contentOf(draft) })
    expect(marked(excerptOf(rebuilt, tables, row('移住者数')))).toEqual([
      ['移住者数', false],
      ['2', true],
      ['3', true],
      ['4', true],
      ['6', true],
    ])
  })

  test('図書にない所在の行は、抜き出せない', async () => {
    const { document, tables, row } = await read('一覧.csv', table)
    expect(
      excerptOf(document, tables, { ...row('移住者数'), place: { sheet: 'ないシート', cell: 'A1' } }),
    ).toBeUndefined()
    expect(excerptOf(document, tables, { ...row('移住者数'), place: { line: 99 } })).toBeUndefined()
  })
})
