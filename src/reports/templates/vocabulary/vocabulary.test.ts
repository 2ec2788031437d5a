import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sampleEdition } from '#operations/a-sample-edition.ts'
import { ordinaryChoices } from '../../choices.ts'
import { formats } from './formats.ts'
import { loops } from './loops.ts'
import { editDistance } from './nearest.ts'
import type { Frames, Scope } from './scope.ts'
import { templateData } from './template-data.ts'
import { plainStyle, printed } from './value.ts'
import { fieldNamed, fields, formatNamed, loopNamed, nearestNames } from './vocabulary.ts'
import { type VocabularyTable, vocabularyTables } from './vocabulary-tables.ts'
import { whichYear, yearNow } from './which-year.ts'

const markdown = ({ headings, rows }: VocabularyTable): string =>
  [headings, headings.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')

test('手引きの表は、語彙と同じ', () => {
  const guide = readFileSync(new URL('../../../../docs/tasks/make-your-own-form.md', import.meta.url), 'utf8')
  for (const table of vocabularyTables()) {
    const section = guide.split(`\n## ${table.title}\n`)[1]?.split('\n## ')[0] ?? ''
    const lines = section.split('\n').filter((line) => line.startsWith('|'))
    expect(lines.join('\n')).toBe(markdown(table))
  }
})

describe('名', () => {
  test.each([
    ['fields', fields],
    ['loops', loops],
    ['formats', formats],
  ] as const)('%s の名は、別の言い方も合わせて一つずつ', (_, all) => {
    const names = all.flatMap(({ name, aliases }) => [name, ...aliases])
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  test('全角・半角・大文字・中点を問わずに引ける', () => {
    expect(fieldNamed('ＫＰＩ数')?.name).toBe('KPI数')
    expect(fieldNamed('期限数値目標')?.name).toBe('期限・数値目標')
    expect(fieldNamed('Baseline')?.name).toBe('基準値')
    expect(loopNamed('kpi')?.name).toBe('指標')
    expect(formatNamed('%')?.name).toBe('%')
    expect(formatNamed('―')?.name).toBe('横線')
    expect(fieldNamed('指標')).toBeUndefined()
  })

  test('書き違いに近い名を、近い順に', () => {
    expect(nearestNames('field', '達成立')[0]).toBe('達成率')
    expect(nearestNames('field', '担当')).toContain('担当課')
    expect(nearestNames('loop', '取組')).toEqual(['取組項目'])
    expect(nearestNames('field', 'ぱぴぷぺぽ')).toEqual([])
    expect(nearestNames('field', 'あ'.repeat(10_000))).toEqual([])
  })

  test('直す字の数は、向きを問わず、三角不等式を満たす', () => {
    const word = fc.string({ maxLength: 8 })
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a))
        expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c))
      }),
    )
  })
})

describe('年度の添え書き', () => {
  test.each([
    ['令和5年度', { kind: 'fixed', year: 2023 }],
    ['R5', { kind: 'fixed', year: 2023 }],
    ['2023', { kind: 'fixed', year: 2023 }],
    ['前年度', { kind: 'from-report', by: -1 }],
    ['3年目', { kind: 'nth', index: 2 }],
    ['令和5年', undefined],
    ['令和5年4月', undefined],
    ['0年目', undefined],
    ['来年', undefined],
  ])('%s', (written, expected) => expect(whichYear(written)).toEqual(expected))

  test('年度の繰り返しの中ではその年度、外では資料の年度', () => {
    const data = templateData(sampleEdition('152081-ojiya'), ordinaryChoices)
    expect(yearNow(null, {}, data)).toBe(2023)
    expect(yearNow(null, { year: 2021 }, data)).toBe(2021)
    expect(yearNow('前年度', { year: 2021 }, data)).toBe(2022)
    expect(yearNow('1年目', {}, data)).toBe(2020)
    expect(yearNow('9年目', {}, data)).toBeUndefined()
  })
})

const cities = ['152081-ojiya', '012262-sunagawa', '052124-daisen', '412058-imari', '202037-ueda'] as const

describe.each(cities)('%s', (city) => {
  const data = templateData(sampleEdition(city), ordinaryChoices)

  test('どの名も、どの繰り返しの中でも、投げずに値か値なしになる', () => {
    const visit = (frames: Frames, depth: number): void => {
      for (const field of fields) {
        const argument = { none: null, year: '前年度', grade: 'A', tag: null, heading: null, goal: '1' }[field.argument]
        expect(typeof printed(field.read(frames, data, argument), plainStyle('era')).text).toBe('string')
      }
      if (depth === 0) return
      for (const loop of loops) {
        const inside = new Set(Object.keys(frames) as Scope[])
        if (inside.has(loop.scope) || (loop.within.length > 0 && !loop.within.some((scope) => inside.has(scope))))
          continue
        for (const each of loop.frames(frames, data).slice(0, 2)) visit(each, depth - 1)
      }
    }
    visit({}, 2)
  })

  test('基本目標ごとに並べても、指標も事業も一つも落ちない', () => {
    const goals = loopNamed('基本目標')
    const inGoals = (name: string) =>
      goals?.frames({}, data).flatMap((frames) => loopNamed(name)?.frames(frames, data) ?? []) ?? []
    const measures = inGoals('施策').flatMap((frames) => loopNamed('指標')?.frames(frames, data) ?? [])
    const ids = (frames: readonly Frames[]) => new Set(frames.map(({ indicator }) => indicator?.id))
    expect(ids(inGoals('指標'))).toEqual(new Set(data.indicators.map(({ id }) => id)))
    expect(ids([...inGoals('数値目標'), ...measures])).toEqual(new Set(data.indicators.map(({ id }) => id)))
    const projects = new Set(inGoals('事業').map(({ project }) => project?.project.id))
    expect(projects).toEqual(new Set(data.projects().map(({ project }) => project.id)))
  })
})

describe('書き方', () => {
  const style = (...names: string[]) =>
    names.reduce((now, name) => formatNamed(name)?.apply(now) ?? now, plainStyle('era'))

  test.each([
    ['1625', '人', [], '1,625人'],
    ['1625', '人', ['カンマなし'], '1625人'],
    ['1625', '人', ['単位なし'], '1,625'],
    ['80.45', '％', ['小数1'], '80.5％'],
    ['-28000', '円', [], '△28,000円'],
    ['45', '', ['%'], '45％'],
    ['45', '件', ['%'], '45件'],
  ])('%s%s %j → %s', (value, unit, names, text) => {
    expect(printed({ kind: 'amount', value, unit }, style(...names)).text).toBe(text)
  })

  test('値がなければ「―」、書き方によって空白。0 にはならない', () => {
    expect(printed({ kind: 'none' }, style()).text).toBe('―')
    expect(printed({ kind: 'none' }, style('空白')).text).toBe('')
    expect(printed({ kind: 'none' }, style('単位なし', '小数1'))).toEqual({ text: '―' })
  })

  test('年度の書き方', () => {
    const year = { kind: 'year', year: 2023 } as const
    expect(['和暦', '西暦', '併記', '略記'].map((name) => printed(year, style(name)).text)).toEqual([
      '令和5年度',
      '2023年度',
      '令和5年度（2023年度）',
      'R5',
    ])
  })

  test('「約」「以上」は単位なしでも残り、いくつもの数はそのまま', () => {
    const base = { year: 2023, raw: '', status: 'given', text: null, place: { line: 1 } } as const
    const figure = { ...base, value: '1625', unit: '千人', qualifier: 'about' } as const
    expect(printed({ kind: 'figure', figure }, style('単位なし')).text).toBe('約1,625')
    const parts = [
      { ...base, value: '4', unit: '校', qualifier: null },
      { ...base, value: '13', unit: '回', qualifier: null },
    ]
    const compound = { ...base, value: null, unit: null, qualifier: null, parts }
    expect(printed({ kind: 'figure', figure: compound }, style('単位なし'))).toEqual({ text: '4校・13回' })
  })
})
