// 見本の図書を読み、計画案（draft.json）を書き直す。読み手か見本を変えたら `node scripts/write-samples.ts`。
// 書き直したあとは、差分（git diff samples）が意図どおりかを目で確かめる。
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { problemInWords } from '#domain/problem.ts'
import { openDocument } from '#reading/open-document.ts'
import { readPlan } from '#reading/read-plan.ts'

const samples = new URL('../samples/', import.meta.url)
const folders = readdirSync(samples, { withFileTypes: true }).filter((entry) => entry.isDirectory())

for (const { name } of folders) {
  const folder = new URL(`${name}/`, samples)
  const { document: file } = JSON.parse(readFileSync(new URL('sample.json', folder), 'utf8'))
  const document = await openDocument(file, readFileSync(new URL(encodeURIComponent(file), folder)))
  const draft = document.ok ? readPlan(document.value) : document
  if (!draft.ok) throw new Error(`${name}: ${problemInWords(draft.problem)}`)
  writeFileSync(new URL('draft.json', folder), `${JSON.stringify(draft.value, null, 1)}\n`)
  console.log(`samples/${name}/draft.json`)
}
