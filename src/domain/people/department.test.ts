import { expect, test } from 'vitest'
import { department, sameDepartment } from './department.ts'

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
