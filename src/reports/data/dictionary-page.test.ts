import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dictionaryPage } from './dictionary-page.ts'

test('docs/data-dictionary.md は、いまの列の定めのとおり（違えば node scripts/write-data-dictionary.ts）', () => {
  const written = readFileSync(new URL('../../../docs/data-dictionary.md', import.meta.url), 'utf8')
  expect(written === dictionaryPage()).toBe(true)
})
