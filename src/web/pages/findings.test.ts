import { expect, test } from 'vitest'
import { findingWords } from '#domain/language/catalogue/findings.ts'
import { webFindingWords } from '#domain/language/catalogue/web-findings.ts'

test('突合の気づきはどれも、何についてかを言える', () => {
  const findings = Object.keys(findingWords).filter((code) => !/^(what|kind)-/.test(code))
  const said = Object.keys(webFindingWords)
  expect(findings.filter((code) => !said.includes(`finding-of.${code}`))).toEqual([])
})
