import { describe, expect, test } from 'vitest'
import { departmentIn } from './implementer.ts'

describe('実施主体の中の、市の課', () => {
  test.each([
    ['農業振興課', '農業振興課'],
    ['伊万里市 (農業振興課)', '農業振興課'],
    ['伊万里市（企業誘致・商工振興課）', '企業誘致・商工振興課'],
    ['伊万里市まちづくり課', 'まちづくり課'],
    ['伊万里湾総合開発・国道対策課', '伊万里湾総合開発・国道対策課'],
    ['消防本部', '消防本部'],
    ['農村整備課', '農村整備課'],
  ])('%s', (written, name) => {
    expect(departmentIn(written, '伊万里市')).toBe(name)
  })

  test.each([
    '伊万里市',
    '有田町',
    '市民',
    'JA伊万里',
    '伊万里商工会議所',
    '伊万里市国際交流協会 (まちづくり課)',
    'SAGA2023伊万里市実行委員会事務局',
    '佐賀県農林水産部',
    '',
  ])('市の課でない: %s', (written) => {
    expect(departmentIn(written, '伊万里市')).toBeUndefined()
  })
})
