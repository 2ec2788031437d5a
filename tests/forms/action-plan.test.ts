import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Indicator, PlanContent, Project } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import { itemLines } from '#reading/recognize/action-plan/labelled-tables.ts'
import { writtenCell } from '#reports/forms/cells.ts'
import { itemWords } from '#reports/forms/project-sheets/year-table.ts'
import type { ReportName } from '#reports/report-name.ts'
import { differing } from './facts.ts'
import { pdfTextWithoutSpaces, withoutSpaces } from './pdf-text.ts'
import { adoptedSample, adoptedSeed, fileOf, readAgain, reportOf, seedPath } from './round-trip.ts'

// 伊万里市のアクションプラン：取組事業一覧・重点施策一覧・個票。三つのブックは一つの図書の三つの部なので、部ごとに比べる。

type Part = 'matrix' | 'list' | 'sheet'
const parts = [
  ['project-matrix', 'matrix', 54],
  ['priority-projects', 'list', 65],
  ['project-sheets', 'sheet', 65],
] as const satisfies readonly (readonly [ReportName, Part, number])[]

/** 部の事業と指標。図書のほかの部への結びと、どこから読んだか（確かさ・並び・測り方の種類）は比べない。 */
const partOf = (content: PlanContent, part: Part): PlanContent => {
  const projects = content.projects.filter(({ shownIn }) => shownIn === part)
  const own = new Set(projects.map(({ id }) => id))
  return {
    ...content,
    projects: projects.map((project): Project => ({ ...project, indicators: [], sameAs: [] })),
    indicators: content.indicators.filter(({ project }) => own.has(project ?? '')).map(bare),
  }
}

const bare = ({ certainty: _, ...indicator }: Indicator): Indicator => ({
  ...indicator,
  project: null,
  repeatOf: null,
  // 基準値には、欄が年度を言わないので、年度を書き添える。値・単位・年度を比べる。
  baseline: indicator.baseline && withoutKind({ ...indicator.baseline, raw: '' }),
  targets: indicator.targets.map(withoutKind),
  actuals: indicator.actuals.map(withoutKind).toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0)),
})

const withoutKind = ({ periodKind: _, ...figure }: Figure): Figure => figure

const changes = async (before: Edition, printed: Edition, form: ReportName, part: Part) =>
  differing(partOf(before.content, part), partOf(await readAgain(printed, form), part))

/** 図書の値の字。個票の升目に書かれるとおり。 */
const figuresOf = ({ baseline, targets, actuals }: Indicator): readonly string[] =>
  [...(baseline ? [baseline] : []), ...targets, ...actuals].map((figure) => writtenCell(figure).text)

const cases = [
  { name: '見本', here: true, adopt: () => adoptedSample('412058-imari') },
  {
    name: '図書そのもの（../shared/seeds にあるときだけ）',
    here: seedPath('003') !== undefined,
    adopt: () => adoptedSeed('003', '412058'),
  },
]

for (const { name, here, adopt } of cases)
  describe.skipIf(!here)(`伊万里市のアクションプラン・${name}`, () => {
    let edition: Edition
    beforeAll(async () => {
      edition = await adopt()
    })

    test.each(parts)(
      '%s: Excel をもう一度読むと、事業の番号・名・基本目標・印・実施主体・期間・内容・年ごとの項目も、指標の値も、一つ残らず同じ',
      async (form, part, count) => {
        expect(edition.content.projects.filter(({ shownIn }) => shownIn === part)).toHaveLength(count)
        expect(await changes(edition, edition, form, part)).toEqual({})
      },
    )

    test('個票の Excel には、疑いなく読める：読み取りの気づきが一つもない', async () => {
      expect((await readAgain(edition, 'project-sheets')).notes).toEqual([])
    })

    test('個票の PDF では、一枚ごとに、その個票のすべての値・項目・ことばが字として取り出せる', async () => {
      expect(await missingFromPdf(edition, edition)).toEqual([])
    })

    test.each(parts.slice(0, 2))('%s の PDF に、すべての番号・名・内容・実施主体がある', async (form, part) => {
      const text = (await pdfTextWithoutSpaces(await fileOf(reportOf(edition, form), 'pdf'))).join('')
      const words = edition.content.projects
        .filter(({ shownIn }) => shownIn === part)
        .flatMap(({ listNumber, name: title, content, implementers }) => [
          `${part === 'matrix' ? (listNumber ?? '') : ''}${title}`,
          ...(content?.split('\n') ?? []),
          ...implementers,
        ])
      expect(words.map(withoutSpaces).filter((word) => !text.includes(word))).toEqual([])
    })
  })

/** `printed` の個票の PDF の、その個票の頁にない字（同じ字が何度も書かれる個票では、その回数に足りない字）。 */
const missingFromPdf = async (edition: Edition, printed: Edition): Promise<readonly string[]> => {
  const texts = sheetTexts(await pdfTextWithoutSpaces(await fileOf(reportOf(printed, 'project-sheets'), 'pdf')))
  const sheets = edition.content.projects.filter(({ shownIn }) => shownIn === 'sheet')
  if (texts.length !== sheets.length) return [`${texts.length}枚`]
  return sheets.flatMap((sheet, index) =>
    [...Map.groupBy(wordsOf(sheet, edition.content), withoutSpaces)]
      .filter(([word, times]) => (texts[index] ?? '').split(word).length - 1 < times.length)
      .map(([word]) => `${sheet.number}: ${word}`),
  )
}

/** 頁の字を、個票の番号の出る頁から次の番号の頁の前までまとめる（長い個票は次の頁へ続く）。 */
const sheetTexts = (pages: readonly string[]): readonly string[] => {
  const isStart = (page: string) => /個票No\.\d/u.test(page) && !page.slice(0, 120).includes('（続き）')
  const starts = pages.flatMap((page, at) => (isStart(page) ? [at] : []))
  return starts.map((start, index) => pages.slice(start, starts[index + 1]).join(''))
}

const wordsOf = (sheet: Project, { indicators }: PlanContent): readonly string[] => {
  const own = indicators.filter(({ project }) => project === sheet.id)
  return [
    sheet.name,
    ...sheet.implementers,
    ...(sheet.content?.split('\n') ?? []),
    ...sheet.years.flatMap(({ items }) => items),
    ...own.map(({ name }) => name),
    ...own.flatMap(figuresOf),
  ]
}

describe('一字でも変えれば、そこだけが違う', () => {
  let edition: Edition
  beforeAll(async () => {
    edition = await adoptedSample('412058-imari')
  })

  const withProject = (part: Part, at: number, change: Partial<Project>): Edition => {
    const target = edition.content.projects.filter(({ shownIn }) => shownIn === part)[at]
    const projects = edition.content.projects.map((each) => (each === target ? { ...each, ...change } : each))
    return { ...edition, content: { ...edition.content, projects } }
  }

  const withIndicator = (name: string, change: (indicator: Indicator) => Partial<Indicator>): Edition => {
    const target = edition.content.indicators.find((each) => each.name === name)
    const indicators = edition.content.indicators.map((each) => (each === target ? { ...each, ...change(each) } : each))
    return { ...edition, content: { ...edition.content, indicators } }
  }

  test('取組事業一覧の SDGs の 4 を 5 に', async () => {
    expect(
      await changes(
        edition,
        withProject('matrix', 0, { tags: { 新たな視点: ['1'], SDGs: ['5'] } }),
        'project-matrix',
        'matrix',
      ),
    ).toEqual({
      'projects.0.tags.SDGs.0': ['4', '5'],
    })
  })

  test('取組事業一覧の印を一つ落とす', async () => {
    expect(await changes(edition, withProject('matrix', 0, { priority: false }), 'project-matrix', 'matrix')).toEqual({
      'projects.0.priority': [true, false],
    })
  })

  test('重点施策一覧の一覧No. を 66 から 67 に', async () => {
    expect(await changes(edition, withProject('list', 0, { listNumber: '67' }), 'priority-projects', 'list')).toEqual({
      'projects.0.listNumber': ['66', '67'],
    })
  })

  test('個票の期間を一年のばす', async () => {
    const changed = withProject('sheet', 0, { period: { from: 2020, to: 2025 } })
    expect(await changes(edition, changed, 'project-sheets', 'sheet')).toEqual({ 'projects.0.period.to': [2024, 2025] })
  })

  test('成果目標の 241経営体 を 242経営体 に', async () => {
    const changed = withIndicator('認定農業者数', ({ targets }) => ({
      targets: targets.map((target) => ({ ...target, raw: '242経営体', value: '242' })),
    }))
    expect(await changes(edition, changed, 'project-sheets', 'sheet')).toEqual({
      'indicators.0.targets.0.raw': ['241経営体', '242経営体'],
      'indicators.0.targets.0.value': ['241', '242'],
    })
    expect(await missingFromPdf(edition, changed)).toEqual(['1: 241経営体'])
  })

  test('設定指標の値だけが改められて、書かれた字が古いままでも、古い字は出さない', async () => {
    const changed = withIndicator('農業次世代人材投資資金 新規認定数', ({ actuals }) => ({
      actuals: actuals.map((actual) => ({ ...actual, value: '7' })),
    }))
    expect(await changes(edition, changed, 'project-sheets', 'sheet')).toEqual({
      'indicators.2.actuals.0.raw': ['1件', '7件'],
      'indicators.2.actuals.0.value': ['1', '7'],
    })
  })

  test('年ごとの項目の一つを落とす', async () => {
    const [sheet] = edition.content.projects.filter(({ shownIn }) => shownIn === 'sheet')
    const years = (sheet?.years ?? []).map((year, index) =>
      index === 1 ? { ...year, items: year.items.slice(0, 1) } : year,
    )
    expect(await changes(edition, withProject('sheet', 0, { years }), 'project-sheets', 'sheet')).toEqual({
      'projects.0.years.1.items.1': [sheet?.years[1]?.items[1], undefined],
    })
  })
})

test('どんな項目の並びも、個票の升目に書いて読みもどせば、同じ項目になる', () => {
  const word = fc.constantFrom('・', '①', '【実績】', '(補助)', '―', '　', ' ', '3回', '祭り', '\n', '-')
  const item = fc
    .array(word, { minLength: 1, maxLength: 6 })
    .map((words) =>
      words
        .join('')
        .replace(/\s*\n\s*/g, '\n')
        .trim(),
    )
    .filter((text) => text !== '')
  fc.assert(
    fc.property(fc.array(item, { minLength: 1, maxLength: 4 }), (items) => {
      expect(itemLines(items.map(itemWords).join('\n'))).toEqual(items)
    }),
  )
})
