import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { proposeRules } from '#domain/indicator/rules.ts'
import type { PlanDraft } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { problemInWords } from '#domain/problem.ts'
import { parseDraftText } from '#reading/draft-json.ts'

/** 見本のフォルダー。 */
export type SampleName = '152081-ojiya' | '012262-sunagawa' | '052124-daisen' | '412058-imari' | '202037-ueda'

/** 見本の計画案（取り込む前の、印刷されたとおりの値）。 */
export const sampleDraft = (name: SampleName): PlanDraft => {
  const path = fileURLToPath(new URL(`../../samples/${name}/draft.json`, import.meta.url))
  const parsed = parseDraftText(readFileSync(path, 'utf8'), name)
  if (!parsed.ok) throw new Error(problemInWords(parsed.problem))
  return parsed.value
}

/** 試験のための、見本の版。倉庫を通さず、案の値のまま。 */
export const sampleEdition = (name: SampleName): Edition => {
  const { format: _, source, municipality, plan, ...content } = sampleDraft(name)
  return {
    id: '00000000-0000-4000-8000-000000000001',
    municipality: { code: name.slice(0, 6), name: municipality.name },
    ...plan,
    rules: proposeRules({ plan, ...content }).rules,
    sources: [{ sha256: source.sha256, file: source.file, bytes: 1, adoptedAt: '2026-11-21T00:00:00.000Z' }],
    content,
  }
}
