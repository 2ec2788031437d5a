import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

// 家の向き。domain ← reading, reports, store ← operations ← web, cli。
const mayUse: Record<string, readonly string[]> = {
  domain: [],
  reading: ['domain'],
  reports: ['domain'],
  store: ['domain'],
  operations: ['domain', 'reading', 'reports', 'store'],
  web: ['domain', 'operations'],
  cli: ['domain', 'operations'],
}

type Import = { readonly file: string; readonly folder: string; readonly specifier: string }

// 文の中の「from '…'」を import と取り違えないよう、行頭の import・export と、動的な import( だけを見る。
const specifiers = /(?:^import\b(?:[^'";]*?\bfrom)?|^export\b[^'";=]*?\bfrom|\bimport\()\s*['"]([^'"]+)['"]/gm

const importsIn = (file: string): Import[] => {
  const path = file.replaceAll('\\', '/')
  const folder = path.split('/')[1] ?? ''
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(specifiers)].map((match) => ({
    file: path,
    folder,
    specifier: match[1] ?? '',
  }))
}

// src/main.ts は二つの扉を組み立てる所なので、フォルダーの外にある。
const imports = globSync('src/*/**/*.{ts,tsx}').flatMap(importsIn)
const isTest = (file: string) => /\.test\.tsx?$/.test(file)

test('フォルダーの間の import は表にある向きだけ', () => {
  const wrong = imports.filter(({ file, folder, specifier }) => {
    const target = /^#(\w+)\//.exec(specifier)?.[1]
    if (!target || target === folder || isTest(file)) return false
    return !(mayUse[folder] ?? []).includes(target)
  })
  expect(wrong).toEqual([])
})

test('相対の import はフォルダーの外へ出ない', () => {
  const outside = imports.filter(({ file, specifier }) => {
    if (!specifier.startsWith('.')) return false
    const resolved = new URL(specifier, `file:///${file}`).pathname.slice(1)
    return resolved.split('/').slice(0, 2).join('/') !== file.split('/').slice(0, 2).join('/')
  })
  expect(outside).toEqual([])
})

test('domain は外の世界を使わない（十進の計算と、並びの比べだけを借りる）', () => {
  const allowed = /^(#domain\/|\.|big\.js$|diff$)/
  expect(
    imports.filter(({ file, folder, specifier }) => folder === 'domain' && !isTest(file) && !allowed.test(specifier)),
  ).toEqual([])
})
