import { describe, expect, test } from 'vitest'
import type { Project } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { sampleEdition } from './a-sample-edition.ts'
import { tagKindView, tagsView, tagView } from './view-tags.ts'

const imari = sampleEdition('412058-imari')
const ojiya = sampleEdition('152081-ojiya')
const city = imari.municipality

describe('伊万里市のアクションプランの印', () => {
  const { kinds } = tagsView(city, [imari])

  test('種類ごとに、どれかの印のある事業を一度ずつ数える', () => {
    expect(kinds.map(({ kind, projects, of }) => [kind, projects, of])).toEqual([
      ['新たな視点', 15, 89],
      ['SDGs', 43, 89],
      ['総合計画の関連施策', 55, 89],
      ['シティプロモーションの視点', 45, 89],
    ])
  })

  test('SDGs は番号の順。付いていないゴールも言う', () => {
    const sdgs = tagKindView(city, [imari], 'SDGs')?.kind
    expect(sdgs?.values.map(({ value, goal, projects }) => [value, goal, projects])).toEqual([
      ['2', 2, 5],
      ['3', 3, 1],
      ['4', 4, 12],
      ['5', 5, 1],
      ['8', 8, 14],
      ['9', 9, 2],
      ['11', 11, 6],
      ['12', 12, 2],
      ['14', 14, 2],
      ['15', 15, 5],
      ['16', 16, 1],
    ])
    expect(sdgs?.unused).toEqual([1, 6, 7, 10, 13, 17])
  })

  test('施策は番号の順で、上の施策が先', () => {
    const values = kinds.find(({ kind }) => kind === '総合計画の関連施策')?.values.map(({ value }) => value) ?? []
    const at = (head: string) => values.findIndex((value) => value.startsWith(head))
    expect([at('3.'), at('3-3'), at('4.'), at('4-1'), at('13.'), at('13-4'), at('28.')]).toEqual(
      [at('3.'), at('3-3'), at('4.'), at('4-1'), at('13.'), at('13-4'), at('28.')].toSorted((a, b) => a - b),
    )
    expect(at('1-2')).toBe(0)
  })

  test('番号だけの印は、題が分からないと言う', () => {
    expect(kinds.map(({ kind, bare }) => [kind, bare])).toEqual([
      ['新たな視点', true],
      ['SDGs', false],
      ['総合計画の関連施策', false],
      ['シティプロモーションの視点', true],
    ])
  })

  test('印一つは、同じ事業を一行に、再掲の指標を一度だけ出す', () => {
    const view = tagView(city, [imari], 'SDGs', '4')
    expect(view?.tag).toMatchObject({ projects: 12, indicators: 10, counts: { reached: 1, behind: 3 } })
    const [plan] = view?.plans ?? []
    expect(new Set(plan?.projects.map(({ row }) => row.group)).size).toBe(12)
    expect(plan?.lines.every(({ indicator }) => indicator.repeatOf === null)).toBe(true)
    expect([view?.before?.value, view?.after?.value]).toEqual(['3', '5'])
  })

  test('全角で尋ねても同じ印', () => {
    expect(tagView(city, [imari], 'ＳＤＧｓ', '４')?.tag.projects).toBe(12)
  })

  test.each([
    ['SDGs', '17'],
    ['SDGs', ''],
    ['constructor', '1'],
    ['__proto__', 'x'],
  ])('ない印（%s の %s）には頁がない', (kind, value) => {
    expect(tagView(city, [imari], kind, value)).toBeUndefined()
  })
})

test('印のない市', () => {
  expect(tagsView(ojiya.municipality, [ojiya]).kinds).toEqual([])
  expect(tagKindView(ojiya.municipality, [ojiya], 'SDGs')).toBeUndefined()
})

test('計画をまたいで、字間や全半角の違う印を一つに数え、新しい計画の書き方で呼ぶ', () => {
  const [project] = imari.content.projects as [Project]
  const planned = (id: string, lastYear: number, tags: Project['tags']): Edition => ({
    ...imari,
    id,
    lastYear,
    content: { ...imari.content, indicators: [], projects: [{ ...project, tags, sameAs: [], indicators: [] }] },
  })
  const [old, current] = [planned('a', 2019, { ＳＤＧｓ: ['４'] }), planned('b', 2024, { SDGs: ['4'] })]
  const { kinds } = tagsView(city, [old, current])
  expect(kinds.map(({ kind, projects, of }) => [kind, projects, of])).toEqual([['SDGs', 2, 2]])
  const view = tagView(city, [old, current], 'SDGs', '4')
  expect(view?.plans.map(({ edition, written }) => [edition.id, written])).toEqual([
    ['b', { kind: 'SDGs', value: '4' }],
    ['a', { kind: 'ＳＤＧｓ', value: '４' }],
  ])
})
