import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

// 用語表は、表の名が本当にその場所で宣言されているときだけ役に立つ。
const root = new URL('../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')

const entries = [...read('docs/glossary.md').matchAll(/^\| (.+?) \| `(\w+)` \| `(.+?)` \|$/gm)].map(
  ([, term = '', identifier = '', path = '']) => ({ term, identifier, path }),
)

const declares = (source: string, identifier: string): boolean =>
  new RegExp(`(?:type|const|class) ${identifier}\\b|readonly ${identifier}\\??:`).test(source)

test('用語表の名は、書かれた場所で宣言されている', () => {
  expect(entries.length).toBeGreaterThan(50)
  const missing = entries.filter(
    ({ identifier, path }) => !existsSync(new URL(path, root)) || !declares(read(path), identifier),
  )
  expect(missing).toEqual([])
})

test('一つの用語に一つの名、一つの名に一つの用語', () => {
  const terms = entries.map(({ term }) => term)
  const names = entries.map(({ identifier }) => identifier)
  expect(terms.filter((term, i) => terms.indexOf(term) !== i)).toEqual([])
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
})
