import { describe, expect, test } from 'vitest'
import type { Indicator, Project } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { problemInWords } from '#domain/problem.ts'
import { readFigure } from '#domain/quantity/read-figure.ts'
import { sampleEdition } from '#operations/a-sample-edition.ts'
import { ordinaryChoices, type ReportChoices } from '../../choices.ts'
import type { Section, Table } from '../../report.ts'
import { projectSheets } from './project-sheets.ts'

const imari = sampleEdition('412058-imari')

const sectionsOf = (edition: Edition, choices: Partial<ReportChoices> = {}): readonly Section[] => {
  const report = projectSheets.make(edition, { ...ordinaryChoices, ...choices })
  if (!report.ok) throw new Error(problemInWords(report.problem))
  return report.value.sections
}

const sheet = (number: string, edition = imari, choices: Partial<ReportChoices> = {}): Section => {
  const found = sectionsOf(edition, choices).find(({ name }) => name.startsWith(`No. ${number} `))
  if (!found) throw new Error(`no sheet No. ${number}`)
  return found
}

const tables = ({ blocks }: Section): readonly Table[] =>
  blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))

/** 表の升目の字。行ごと。 */
const texts = (section: Section, caption: string): readonly (readonly string[])[] => {
  const table = tables(section).find((each) => each.caption === caption)
  if (!table) return []
  return [...table.header, ...table.groups.flatMap(({ rows }) => rows)].map(({ cells }) =>
    cells.map(({ text }) => text),
  )
}

const withIndicator = (name: string, change: Partial<Indicator>): Edition => ({
  ...imari,
  content: {
    ...imari.content,
    indicators: imari.content.indicators.map((each) => (each.name === name ? { ...each, ...change } : each)),
  },
})

const withSheets = (change: (project: Project) => Partial<Project>): Edition => ({
  ...imari,
  content: {
    ...imari.content,
    projects: imari.content.projects.map((each) => (each.shownIn === 'sheet' ? { ...each, ...change(each) } : each)),
  },
})

describe('伊万里市の個票', () => {
  test('印刷された 65 枚が、A4縦の章一つずつになり、鍵も番号も重ならない', () => {
    const sections = sectionsOf(imari)
    expect(sections).toHaveLength(65)
    expect(new Set(sections.map(({ key }) => key)).size).toBe(65)
    expect(sections.map(({ name }) => Number(/^No\. (\d+) /.exec(name)?.[1]))).toEqual(
      Array.from({ length: 65 }, (_, index) => index + 1),
    )
    expect(sections.every(({ paper }) => paper.size === 'A4' && paper.orientation === 'portrait')).toBe(true)
  })

  test('同じ事業の個票も、載っている基本目標の節を頭に書く', () => {
    expect([sheet('1'), sheet('19')].map(({ title, lead }) => [title, ...lead])).toEqual([
      ['個票 No. 1　新規就農者支援事業', '基本目標1：産業振興により「活気あふれるまち」をつくる'],
      ['個票 No. 19　新規就農者支援事業', '基本目標2：地域資源を生かし「行きたいまち」をつくる'],
    ])
  })

  test('項目の名は左。SDGs には題を添え、書かれていない印の欄は「―」で置く', () => {
    expect(texts(sheet('12'), '事業の概要')).toEqual([
      ['個票No.', '12', '取組事業一覧No.', '120'],
      ['事務事業名', 'ふるさと応援寄附募集事業'],
      ['基本目標', '1. 産業振興により「活気あふれるまち」をつくる\n2. 地域資源を生かし「行きたいまち」をつくる'],
      ['総合計画の関連施策', '27. 自立した行政運営の確立'],
      ['シティプロモーションの視点', '1、2、3、4'],
      [
        '関連するSDGs',
        '8 働きがいも経済成長も\n12 つくる責任 つかう責任\n14 海の豊かさを守ろう\n15 陸の豊かさも守ろう',
      ],
      ['事業主体', '財政課\n市内事業者'],
      ['事業期間', '令和2年度～令和6年度'],
      ['事業内容', '市出身者などからの寄附と返礼品'],
    ])
    expect(texts(sheet('1'), '事業の概要')).toContainEqual(['関連するSDGs', '―'])
    expect(texts(sheet('46'), '事業の概要')).toContainEqual(['事業名', '産婦保健指導'])
  })

  test('設定指標は、目標の欄と、年度ごとの予定・実績の二段。まだない実績は「―」', () => {
    expect(texts(sheet('12'), '設定指標').slice(0, 3)).toEqual([
      ['設定指標', '目標', '区分', '令和2年度', '令和3年度', '令和4年度', '令和5年度', '令和6年度'],
      ['寄附金額', '98億円', '予定', '―', '20億円', '20億円', '20億円', '20億円'],
      ['実績', '20.3億円', '―', '―', '―', '―'],
    ])
  })

  test('値の前後のことばを落とさず、数は数のまま', () => {
    const cells = tables(sheet('3')).flatMap(({ groups }) =>
      groups.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)),
    )
    expect(cells.find(({ text }) => text === '全体の90%')?.number).toMatchObject({
      value: '90',
      before: '全体の',
      after: '%',
    })
    expect(cells.find(({ text }) => text === '1,616,000人/年')?.number).toMatchObject({
      value: '1616000',
      commas: true,
    })
  })

  test('年度の値でない実績は、注で断る', () => {
    expect(sheet('4').notes.map(({ text }) => text)).toEqual([
      '「市内肥育農家の飼養頭数維持」の令和元年度・令和2年度の実績は、ある時点の値です。',
    ])
    expect(sheet('1').notes).toEqual([])
  })

  test('基準値は、あれば列を立て、年度は見出しに書く。指標ごとに違えば升目に書く', () => {
    expect(texts(sheet('35'), '設定指標').map((row) => row[1])).toEqual(['基準値\n（平成29年度調査）', '60.5%'])
    expect(texts(sheet('1'), '設定指標')[0]).not.toContain('基準値')
    const [, other] = imari.content.indicators.filter(
      ({ sheetNo, class: kind }) => sheetNo === '12' && kind === '設定指標',
    )
    const figure = (year: number, raw: string) => ({ ...readFigure(raw, { year, place: { line: 1 } }) })
    const two = withIndicator('寄附金額', { baseline: figure(2018, '15億円') })
    const differing = {
      ...two,
      content: {
        ...two.content,
        indicators: two.content.indicators.map((each) =>
          each.id === other?.id ? { ...each, baseline: figure(2019, '20社') } : each,
        ),
      },
    }
    const rows = texts(sheet('12', differing), '設定指標')
    expect([rows[0]?.[1], rows[1]?.[1], rows.find(([name]) => name === other?.name)?.[1]]).toEqual([
      '基準値',
      '15億円（平成30年度）',
      '20社（令和元年度）',
    ])
  })

  test('数でない値は左に、数は右に', () => {
    const cells = tables(sheet('47')).flatMap(({ groups }) =>
      groups.flatMap(({ rows }) => rows.flatMap((row) => row.cells)),
    )
    expect(cells.find(({ text }) => text === '整備完了')?.align).toBe('start')
    expect(cells.find(({ text }) => text === '2.11/年')?.align).toBeUndefined()
  })

  test('関連する指標も設定指標もない個票では、表を落とさず「―」の一行', () => {
    expect(texts(sheet('10'), '関連する成果目標・重要業績評価指標（KPI）').at(-1)).toEqual(['―', '―', '―', '―'])
  })

  test('年ごとの項目は一行に一つ。丸数字の項目には「・」を重ねず、項目のない年は「―」', () => {
    expect(texts(sheet('1'), '実績・予定').at(-1)).toEqual(['令和6年度', '①農業次世代人材投資資金 新規認定 2件'])
    expect(texts(sheet('12'), '実績・予定')[1]).toEqual([
      '令和2年度',
      '【実績】\n・寄附金額20.3億円\n・新規事業者23社\n・新返礼品426品',
    ])
    expect(texts(sheet('10'), '実績・予定').at(-1)).toEqual(['令和6年度', '―'])
  })
})

describe('選び', () => {
  test('担当課を選べば、その課を「市（課）」と書いた個票も入る', () => {
    const chosen = sectionsOf(imari, { departments: ['農業振興課'] })
    expect(chosen.map(({ name }) => name)).toEqual(
      ['1', '2', '4', '19', '20'].map((number) => expect.stringMatching(`^No\\. ${number} `)),
    )
  })

  test('基本目標を選べば、その目標に当たる個票だけ', () => {
    const chosen = sectionsOf(imari, { goals: ['4'] })
    expect(chosen.length).toBeGreaterThan(0)
    expect(
      chosen.every((section) => texts(section, '事業の概要').some(([, value]) => /(?:^|\n)4\. /.test(value ?? ''))),
    ).toBe(true)
  })

  test('年度を選べば、設定指標の列も、実績・予定の行も、その年度だけ', () => {
    const section = sheet('12', imari, { years: [2020, 2021] })
    expect(texts(section, '設定指標')[0]).toEqual(['設定指標', '目標', '区分', '令和2年度', '令和3年度'])
    expect(texts(section, '実績・予定').map(([year]) => year)).toEqual(['年度', '令和2年度', '令和3年度'])
  })

  test('西暦でも、和暦と西暦の両方でも書く', () => {
    expect(texts(sheet('1', imari, { yearStyle: 'western' }), '実績・予定')[1]?.[0]).toBe('2020年度')
    expect(texts(sheet('1', imari, { yearStyle: 'both' }), '事業の概要')).toContainEqual([
      '事業期間',
      '令和2年度（2020年度）～令和6年度（2024年度）',
    ])
  })

  const spent = withIndicator('寄附金額', {
    costs: [{ year: 2020, raw: '1,200', value: '1200', unit: '千円', place: { line: 1 } }],
    remarks: '返礼品の見直しによる',
  })

  test('事業費と備考は、あれば載せ、載せないと選べば載せない', () => {
    expect(texts(sheet('12', spent), '事業費').at(-1)).toEqual(['寄附金額', '令和2年度', '1,200千円'])
    expect(texts(sheet('12', spent), '備考').at(-1)).toEqual(['寄附金額', '備考', '返礼品の見直しによる'])
    const bare = sheet('12', spent, { money: false, comments: false })
    expect(tables(bare).map(({ caption }) => caption)).toEqual([
      '事業の概要',
      '関連する成果目標・重要業績評価指標（KPI）',
      '設定指標',
      '実績・予定',
    ])
  })

  test('突合の気づきは、選べば注に載る', () => {
    const noted = sectionsOf(imari, { findings: true }).flatMap(({ notes }) => notes)
    expect(noted.some(({ text }) => text.startsWith('突合：'))).toBe(true)
    expect(
      sectionsOf(imari)
        .flatMap(({ notes }) => notes)
        .some(({ text }) => text.startsWith('突合：')),
    ).toBe(false)
  })
})

describe('変わった個票', () => {
  test('番号のない個票も、名だけで作る', () => {
    const [first] = sectionsOf(withSheets(() => ({ number: null, listNumber: null })))
    expect(first).toMatchObject({ name: '新規就農者支援事業', title: '個票　新規就農者支援事業' })
    expect(first && texts(first, '事業の概要')[0]).toEqual(['個票No.', '―', '取組事業一覧No.', '―'])
  })

  test('項目の中の改行は、字下げして続きと分かるようにする', () => {
    const [first] = sectionsOf(withSheets(() => ({ years: [{ year: 2020, items: ['第一回\n（中止）', '第二回'] }] })))
    expect(first && texts(first, '実績・予定').at(-1)).toEqual(['令和2年度', '・第一回\n　（中止）\n・第二回'])
  })

  test('期間の始まりか終わりだけが書かれている', () => {
    const words = (period: Project['period']) =>
      sectionsOf(withSheets(() => ({ period }))).flatMap((section) => texts(section, '事業の概要'))
    expect(words({ from: 2020, to: null })).toContainEqual(['事業期間', '令和2年度～'])
    expect(words({ from: null, to: 2024 })).toContainEqual(['事業期間', '～令和6年度'])
    expect(words({ from: 2021, to: 2021 })).toContainEqual(['事業期間', '令和3年度'])
    expect(words(null)).toContainEqual(['事業期間', '―'])
  })
})

describe('作れないとき', () => {
  const refusal = (edition: Edition, choices: Partial<ReportChoices> = {}) => {
    const report = projectSheets.make(edition, { ...ordinaryChoices, ...choices })
    return report.ok ? 'made' : problemInWords(report.problem)
  }

  test('事業のない計画、個票のない計画、当てはまる事業のない選び', () => {
    expect(refusal(sampleEdition('152081-ojiya'))).toContain('事業が一つもないので、「個票」は作れません')
    expect(refusal(sampleEdition('012262-sunagawa'))).toContain('個票がないので、「個票」は作れません')
    expect(refusal(imari, { departments: ['なかよし課'] })).toContain('選ばれた基本目標・担当課に当てはまる事業がない')
  })
})
