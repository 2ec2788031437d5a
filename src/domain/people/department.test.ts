import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { department, sameDepartment, similarDepartments } from './department.ts'

test.each([
  ['にぎわい交流課 ', 'にぎわい交流課'],
  ['健康・子育て応援課', '健康・子育て応援課'],
  ['農 林 課', '農 林 課'],
])('%s', (text, name) => {
  expect(department(text)?.name).toBe(name)
})

test.each(['', ' ', '-', '―', '－'])('「%s」は課ではない', (text) => {
  expect(department(text)).toBeUndefined()
})

test('字間や全角の違いは同じ課、名の違いは別の課', () => {
  const named = (text: string) => department(text) ?? { name: '', key: '' }
  expect(sameDepartment(named('農 林 課'), named('農林課'))).toBe(true)
  expect(sameDepartment(named('ＤＸ推進課'), named('DX推進課'))).toBe(true)
  expect(sameDepartment(named('農林課'), named('農林水産課'))).toBe(false)
})

describe('名のよく似た課', () => {
  const similar = (a: string, b: string) =>
    similarDepartments(department(a) ?? { name: '', key: '' }, department(b) ?? { name: '', key: '' })

  test.each([
    ['農林課', '農林水産課'],
    ['福祉課', '社会福祉課'],
    ['企画政策課', '企画政策係'],
    ['健康づくり課', '健庫づくり課'],
    ['健康・子育て応援課', '健康子育て応援課'],
    ['観光戦略課', '観光戦略室'],
  ])('%s と %s は、よく似ている', (a, b) => {
    expect(similar(a, b)).toBe(true)
    expect(similar(b, a)).toBe(true)
  })

  test.each([
    ['農林課', '農林課'],
    ['農 林 課', '農林課'],
    ['建設課', '建築課'],
    ['福祉課', '市民課'],
    ['学校教育課', '教育総務課'],
    ['部', '課'],
  ])('%s と %s は、似た別の課とは言わない', (a, b) => {
    expect(similar(a, b)).toBe(false)
    expect(similar(b, a)).toBe(false)
  })

  test('どちらから見ても同じ', () => {
    const name = fc.string({ unit: fc.constantFrom(...'農林水産企画課室係'), minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(similar(a, b)).toBe(similar(b, a))
      }),
    )
  })
})
