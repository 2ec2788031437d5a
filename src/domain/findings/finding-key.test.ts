import { expect, test } from 'vitest'
import { findingKey } from './finding-key.ts'

const finding = (printed: string, line: number, about: readonly string[] = ['i1']) => ({
  code: 'rate-differs',
  params: { name: '新規創業件数', printed },
  places: [{ line }],
  ...(about.length > 0 && { about }),
})

test('鍵は 16 進 16 字で、いつも同じ（FNV-1a 64）', () => {
  expect(findingKey({ code: '', params: {}, places: [] })).toMatch(/^[0-9a-f]{16}$/)
  expect(findingKey(finding('75.6%', 49))).toBe(findingKey(finding('75.6%', 49)))
})

test('行を指す気づきの鍵は、図書で行がずれても続き、値が変われば変わる', () => {
  expect(findingKey(finding('75.6%', 49))).toBe(findingKey(finding('75.6%', 52)))
  expect(findingKey(finding('75.6%', 49))).not.toBe(findingKey(finding('75.7%', 49)))
  expect(findingKey(finding('75.6%', 49))).not.toBe(findingKey(finding('75.6%', 49, ['i2'])))
  expect(findingKey(finding('75.6%', 49, ['i1', 'i2']))).toBe(findingKey(finding('75.6%', 49, ['i2', 'i1'])))
})

test('行を指さない気づきは、所在で見分ける', () => {
  expect(findingKey(finding('75.6%', 49, []))).not.toBe(findingKey(finding('75.6%', 52, [])))
})

test('一万の気づきで、鍵が重ならない', () => {
  const keys = Array.from({ length: 10_000 }, (_, n) => findingKey(finding(`${n}%`, 1)))
  expect(new Set(keys).size).toBe(10_000)
})
