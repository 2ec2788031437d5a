import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PlanDraft } from '#domain/plan/draft.ts'
import type { Line, SourceDocument } from '../document.ts'
import { textPage } from '../formats/text.ts'
import { indicatorTable } from './indicator-table/indicator-table.ts'
import { priorityGoals } from './priority-goals/priority-goals.ts'
import { progressTable } from './progress-table/progress-table.ts'
import type { Recognizer } from './recognizer.ts'
import { revisionOverview } from './revision-overview/revision-overview.ts'

// 三つの様式と指標の表の読み手が、でたらめな表と壊れた図書で投げないこと、案の形がいつも整っていることを見る。
// 回数は限ってある。長く回すときは FUZZ_RUNS=20000 のように渡す。
const runs = Number(process.env.FUZZ_RUNS ?? 200)

const ownForms: readonly Recognizer[] = [progressTable, revisionOverview, priorityGoals]
const recognizers: readonly Recognizer[] = [...ownForms, indicatorTable]

const documentOf = (text: string): SourceDocument => ({
  source: { file: 'でたらめ.txt', sha256: '0'.repeat(64) },
  format: 'text',
  encoding: 'utf-8',
  pages: [textPage(text)],
  remarks: [],
})

const words = [
  'KPI',
  '重要業績評価指標 (KPI)',
  '指標名（単位）',
  '基準値(H30)',
  '目標値 (R6)',
  'R2',
  'R3',
  '3年度',
  '実績値',
  '達成率',
  '目標',
  '区分',
  '担当課',
  '備考',
  '事業費(千円)',
  'シート No.',
  '基本目標',
  '施策',
  '合計',
  '現状値',
  '45件',
  '4校・13回',
  '-',
  '0',
  '75.6%',
  '4.17ha',
  '(内訳)窓口',
  '会員数(再掲)',
  '基本目標① しごと',
  '施策：広報',
  'i 人材',
  '■全体目標',
  '《基本方針》 方針です。',
  '目次',
  '広報\tP. 3',
  'A評価',
  'B評価',
  '1 4',
  '評価',
  '見直し基準',
  '修正指標数',
  '戦略パッケージ',
  '主な変更内容',
  '(1)移住',
  '○追加○「○○市」',
  '重点目標',
  '重点目標\t連携',
  '①甲',
  '①乙',
  '②丙 ・丁',
  '・続き',
  '◎',
  '担当部局名\t企画部',
  '【令和5年度重点目標】',
  '市長指示事項',
  '<p>・一つ。・二つ。</p>',
  '具体的な重点取組項目\t期限・数値目標等',
  '商工課 農林課',
  '',
]

const cell = fc.oneof(
  fc.constantFrom(...words),
  fc.constantFrom(...words),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
)
const line = fc.array(cell, { maxLength: 9 }).map((cells) => cells.join('\t').replace(/[\r\n]/g, ' '))
const table = fc.array(line, { maxLength: 25 }).map((lines) => lines.join('\n'))

/** 案の中の参照がすべて解け、id が重ならず、気づきに文がある。 */
const isSound = (draft: PlanDraft): void => {
  const nodes = new Set(draft.nodes.map(({ id }) => id))
  const indicators = new Set(draft.indicators.map(({ id }) => id))
  expect(nodes.size).toBe(draft.nodes.length)
  expect(indicators.size).toBe(draft.indicators.length)
  const references = [
    ...draft.nodes.map(({ parent }) => parent),
    ...draft.indicators.map(({ node }) => node),
    ...draft.grades.map(({ node }) => node),
    ...draft.revisionItems.map(({ node }) => node),
  ]
  expect(references.filter((id) => id !== null && !nodes.has(id))).toEqual([])
  const rows = draft.indicators.flatMap(({ breakdownOf, repeatOf }) => [breakdownOf, repeatOf])
  expect(rows.filter((id) => id !== null && !indicators.has(id))).toEqual([])
  expect(draft.instructions.length).toBe(draft.instructionPlaces.length)
  expect(draft.notes.every(({ message }) => message.length > 5)).toBe(true)
}

/** 値の所在が指す字は、書かれた字と同じ。 */
const pointsAtItself = (draft: PlanDraft, lines: readonly Line[]): void => {
  const figures = draft.indicators.flatMap(({ baseline, targets, actuals }) => [
    ...(baseline ? [baseline] : []),
    ...targets,
    ...actuals,
  ])
  for (const { raw, place } of figures) {
    if (!('line' in place) || raw === '') continue
    const start = (place.column ?? 1) - 1
    expect(lines[place.line - 1]?.text.slice(start, start + (place.length ?? 0))).toBe(raw)
  }
}

const readsSafely = (text: string): void => {
  const document = documentOf(text)
  for (const recognizer of recognizers) {
    const { score } = recognizer.recognise(document)
    expect(score >= 0 && score <= 1).toBe(true)
    const draft = recognizer.read(document)
    isSound(draft)
    pointsAtItself(draft, document.pages[0]?.lines ?? [])
  }
}

test('見出し語のまじったでたらめな表', () => {
  fc.assert(fc.property(table, readsSafely), { numRuns: runs })
})

const seeds = ['000_208c1c995094f331.txt', '002_cdcd9202c187853e.txt', '004_39f46dc005a058f6.txt'].map(
  (name) => new URL(`../../../../shared/seeds/${name}`, import.meta.url),
)
const present = seeds.every((seed) => existsSync(seed))

describe.skipIf(!present)('壊した図書（図書が ../shared/seeds にあるときだけ）', () => {
  const texts = present ? seeds.map((seed) => readFileSync(seed, 'utf8')) : []

  test('行を抜き、入れ替え、切り詰めても投げない', () => {
    const damage = fc.record({
      which: fc.nat(2),
      dropped: fc.array(fc.nat(600), { maxLength: 30 }),
      swapped: fc.array(fc.tuple(fc.nat(600), fc.nat(600)), { maxLength: 10 }),
      cut: fc.array(fc.tuple(fc.nat(600), fc.nat(60)), { maxLength: 10 }),
    })
    const damaged = ({
      which,
      dropped,
      swapped,
      cut,
    }: {
      which: number
      dropped: number[]
      swapped: [number, number][]
      cut: [number, number][]
    }) => {
      const lines = (texts[which] ?? '').split('\n')
      for (const [a, b] of swapped)
        [lines[a % lines.length], lines[b % lines.length]] = [
          lines[b % lines.length] ?? '',
          lines[a % lines.length] ?? '',
        ]
      for (const [at, length] of cut) lines[at % lines.length] = (lines[at % lines.length] ?? '').slice(0, length)
      return lines.filter((_, at) => !dropped.includes(at)).join('\n')
    }
    fc.assert(fc.property(damage.map(damaged), readsSafely), { numRuns: Math.ceil(runs / 10) })
  }, 60_000)

  test('それぞれの図書は、自分の様式の読み手だけが名乗る', () => {
    const scores = texts.map((text) => ownForms.map(({ recognise }) => recognise(documentOf(text)).score))
    for (const [own, row] of scores.entries())
      for (const [each, score] of row.entries()) expect(score > 0.5).toBe(own === each)
  })

  test('同じ図書からは同じ案（id も）ができる', () => {
    for (const text of texts)
      for (const { read } of recognizers) expect(read(documentOf(text))).toEqual(read(documentOf(text)))
  })

  test('行が増えても、ほかの行の id は変わらない', () => {
    const lines = (texts[0] ?? '').split('\n')
    const at = lines.findIndex((text) => text.includes('実績値\t'))
    const more = [
      ...lines.slice(0, at),
      '新しい指標\t実績値\t1件\t2件\t1件\t1件\t1件\t1件\t-\t\t商工振興課\t\t',
      ...lines.slice(at),
    ].join('\n')
    const before = progressTable.read(documentOf(lines.join('\n'))).indicators.map(({ id }) => id)
    const after = new Set(progressTable.read(documentOf(more)).indicators.map(({ id }) => id))
    expect(before.filter((id) => !after.has(id))).toEqual([])
  })
})
