import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { findingsIn } from '#domain/findings/findings-in.ts'
import type { Indicator, PlanDraft, Project } from '#domain/plan/draft.ts'
import { problemInWords, type Result } from '#domain/problem.ts'
import { parseDraftText } from './draft-json.ts'
import { openFile } from './open-document.ts'
import { readPlan } from './read-plan.ts'

const folder = fileURLToPath(new URL('../../samples/', import.meta.url))
const seedFolder = fileURLToPath(new URL('../../../shared/seeds/', import.meta.url))
const seedsAreHere = existsSync(seedFolder)

type Sample = {
  readonly municipality: string
  readonly document: string
  readonly title: string
  readonly expected: { readonly form: string } & Readonly<Record<string, number | string>>
}

const given = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(problemInWords(result.problem))
  return result.value
}

const sampleIn = (name: string): Sample => JSON.parse(readFileSync(join(folder, name, 'sample.json'), 'utf8'))
const pathOf = (name: string): string => join(folder, name, sampleIn(name).document)
const read = async (path: string): Promise<PlanDraft> => given(readPlan(given(await openFile(path))))
const readSample = (name: string): Promise<PlanDraft> => read(pathOf(name))

/** 見本の名と、もとの図書の名の頭。 */
const cities = [
  ['152081-ojiya', '000'],
  ['012262-sunagawa', '001'],
  ['052124-daisen', '002'],
  ['412058-imari', '003'],
  ['202037-ueda', '004'],
] as const

/** sample.json の `expected` の数えかた。 */
const counts: Readonly<Record<string, (draft: PlanDraft) => number | string>> = {
  form: ({ plan }) => plan.form,
  nodes: ({ nodes }) => nodes.length,
  fields: ({ nodes }) => nodes.filter(({ level }) => level === '施策分野').length,
  measures: ({ nodes }) => nodes.filter(({ level }) => level === '施策').length,
  packages: ({ nodes }) => nodes.filter(({ level }) => level === '戦略パッケージ').length,
  indicators: ({ indicators }) => indicators.length,
  overallIndicators: (draft) => draft.indicators.filter((each) => topOf(draft, each) === '全体目標').length,
  individualIndicators: (draft) => draft.indicators.filter((each) => topOf(draft, each) === '個別目標').length,
  breakdowns: ({ indicators }) => indicators.filter(({ breakdownOf }) => breakdownOf !== null).length,
  repeats: ({ indicators }) => indicators.filter(({ repeatOf }) => repeatOf !== null).length,
  rateCells: ({ indicators }) => indicators.reduce((sum, { rates }) => sum + rates.length, 0),
  numericalTargets: ({ indicators }) => indicators.filter((each) => each.class === '数値目標').length,
  kpis: ({ indicators }) => indicators.filter((each) => each.class === 'KPI').length,
  countedKpis: ({ indicators }) => indicators.filter((each) => each.class === 'KPI' && each.counted !== false).length,
  certain: ({ indicators }) => indicators.filter(({ certainty }) => certainty?.level === 'certain').length,
  likely: ({ indicators }) => indicators.filter(({ certainty }) => certainty?.level === 'likely').length,
  doubtful: ({ indicators }) => indicators.filter(({ certainty }) => certainty?.level === 'doubtful').length,
  projects: ({ projects }) => projects.length,
  matrixRows: ({ projects }) => projects.filter(({ shownIn }) => shownIn === 'matrix').length,
  listRows: ({ projects }) => projects.filter(({ shownIn }) => shownIn === 'list').length,
  sheets: ({ projects }) => projects.filter(({ shownIn }) => shownIn === 'sheet').length,
  subtotals: ({ subtotals }) => subtotals.length,
  gradeRows: ({ grades }) => grades.filter(({ total }) => !total).length,
  gradeTotals: ({ grades }) => grades.filter(({ total }) => total).length,
  revisionRules: ({ revisionRules }) => revisionRules.length,
  revisionItems: ({ revisionItems }) => revisionItems.length,
  priorityGoals: ({ priorityGoals }) => priorityGoals.length,
  goalItems: ({ priorityGoals }) => priorityGoals.reduce((sum, { items }) => sum + items.length, 0),
  instructions: ({ instructions }) => instructions.length,
  legends: ({ legends = [] }) => legends.length,
}

const topOf = ({ nodes }: PlanDraft, { node }: Indicator): string | undefined => {
  let at = nodes.find(({ id }) => id === node)
  while (at?.parent) at = nodes.find(({ id }) => id === at?.parent)
  return at?.title
}

describe.each(cities)('見本 %s', (name) => {
  test('様式が分かり、入っているはずのものが入っている', async () => {
    const draft = await readSample(name)
    const { expected } = sampleIn(name)
    expect(Object.fromEntries(Object.keys(expected).map((key) => [key, counts[key]?.(draft)]))).toEqual(expected)
  })

  test('draft.json は今の読み手の読みと同じ（違えば node scripts/write-samples.ts）', async () => {
    const written = JSON.parse(readFileSync(join(folder, name, 'draft.json'), 'utf8'))
    expect(JSON.parse(JSON.stringify(await readSample(name)))).toEqual(written)
  })

  test('draft.json は計画案として受け取れ、読み直しても変わらない', async () => {
    const text = readFileSync(join(folder, name, 'draft.json'), 'utf8')
    const draft = given(parseDraftText(text))
    expect(JSON.parse(JSON.stringify(draft))).toEqual(JSON.parse(text))
    expect(findingsIn(draft)).toEqual(findingsIn(await readSample(name)))
  })

  test('フォルダーは団体コードで始まり、sample.json の団体と同じ', () => {
    expect(name.slice(0, 6)).toBe(sampleIn(name).municipality)
  })
})

test('置いてある見本は五つの市と、どの様式でもない表（any-tables）だけ', () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(folders.map((entry) => entry.name).toSorted()).toEqual(
    [...cities.map(([name]) => name), 'any-tables'].toSorted(),
  )
})

const indicatorIn = ({ indicators }: PlanDraft, name: string): Indicator => {
  const found = indicators.find((each) => each.name.startsWith(name))
  if (!found) throw new Error(`no indicator 「${name}」`)
  return found
}

const rawIn = (figures: Indicator['actuals'], year: number | null): string | undefined =>
  figures.find((figure) => figure.year === year)?.raw

describe('大仙市に添えた指標の表（見本）', () => {
  const table = join(folder, '052124-daisen', '総合戦略進捗状況一覧表（見本）.csv')

  test('数値目標 8 と KPI 55 が、改訂概要と同じ四つの目標と十四のパッケージの下に読める', async () => {
    const [plan, overview] = [await read(table), await readSample('052124-daisen')]
    expect(plan.plan).toMatchObject({ form: 'progress-table', firstYear: 2020, lastYear: 2024 })
    const classes = Map.groupBy(plan.indicators, (each) => each.class)
    expect([classes.get('数値目標')?.length, classes.get('KPI')?.length, classes.size]).toEqual([8, 55, 2])
    const titles = (draft: PlanDraft, level: string) =>
      draft.nodes.filter((node) => node.level === level).map(({ title }) => title.replaceAll(' ', ''))
    expect(titles(plan, '基本目標')).toEqual(titles(overview, '基本目標'))
    expect(titles(plan, '戦略パッケージ')).toEqual(
      titles(overview, '戦略パッケージ').filter((title) => titles(plan, '戦略パッケージ').includes(title)),
    )
  })

  test('どの指標の名も、見本であることを断っている', async () => {
    expect((await read(table)).indicators.every(({ name }) => name.endsWith('（見本）'))).toBe(true)
  })
})

describe('名を挙げた事実', () => {
  test.each([
    ['新規創業件数(H27～累計)', '26件', '45件', 2023, '47件', '104.4'],
    ['(内訳)空き店舗開業支援', '8件', '15件', 2023, '14件', '93.3'],
    ['新規雇用・就業者数', '327人', '675人', 2022, '1,009人', '149.5'],
    ['観光入込者数(単年度)', '112万人', '120万人', 2020, '45万人', '37.5'],
    ['錦鯉の輸出額/年', '695百万円', '800百万円', 2020, '643百万円', '80.4'],
    ['スマート農業による', '-', '10件', 2023, '24件', '240.0'],
    ['空き家バンク登録件数', '23件', '50件', 2023, '72件', '144.0'],
    ['ふるさと納税者数/年', '11,106人', '15,000人', 2023, '16,485人', '109.9'],
    ['都市公園面積', '604千㎡', '639千㎡', 2021, '639千㎡', '100.0'],
    ['高齢者対応型投雪口整備', '367か所', '500か所', 2023, '469', '93.8'],
  ])('小千谷市 %s: 基準 %s、目標 %s', async (name, baseline, target, year, actual, rate) => {
    const each = indicatorIn(await readSample('152081-ojiya'), name)
    expect(each.baseline?.raw).toBe(baseline)
    expect(rawIn(each.targets, 2024)).toBe(target)
    expect(rawIn(each.actuals, year)).toBe(actual)
    expect(each.rates.find((printed) => printed.year === year)?.printed).toBe(rate)
  })

  test('小千谷市の備考は、事実だけを短く言う', async () => {
    const draft = await readSample('152081-ojiya')
    expect(indicatorIn(draft, '移住ポータルサイト').remarks).toBe('H27.8.25開設')
    expect(indicatorIn(draft, '留学生との交流事業').remarks).toBe('全14校')
    expect(indicatorIn(draft, '就労情報希望者数').remarks).toBe('就労アプリはR4年度で運用終了')
  })

  test.each([
    ['就業者数', '7,740人（平成27年）', '6,300', '―'],
    ['新規就農者数', '3人（第1期6年間）', '1', '2'],
    ['創業支援事業に基づく', '2件（令和元年）', '4', '5'],
    ['お試し暮らしの利用組数', '7組（令和元年）', '11', '2'],
    ['出生数', '74人（令和元年）', '108', '72'],
    ['英語検定合格率', '－（令和元年）', '50.0', '75.0'],
    ['人口増減率', '△7.04％（平成27年～令和２年）', '△5.13％', '△7.77％'],
    ['国保特定健診受診率', '54.7％（令和元年）', '60.0', '暫定値43.1'],
    ['乗合タクシーの利用者数', '8,431人（令和元年）', '8,431', '8,583'],
    ['自主防災組織数', '13団体（令和元年）', '15', '13'],
  ])('砂川市 %s: 基準 %s、R7 の目標 %s、R3 の実績 %s', async (name, baseline, target, actual) => {
    const each = indicatorIn(await readSample('012262-sunagawa'), name)
    expect(each.baseline?.raw).toBe(baseline)
    expect(rawIn(each.targets, 2025)).toBe(target)
    expect(rawIn(each.actuals, 2021)).toBe(actual)
  })

  test('砂川市の所見には、裏付けになる数が残っている', async () => {
    const draft = await readSample('012262-sunagawa')
    expect(indicatorIn(draft, '創業支援事業に基づく').remarks).toContain('創業3件、事業承継2件')
    expect(indicatorIn(draft, '英語検定合格率').remarks).toContain('受検114名、合格86名（75.4%）')
    expect(draft.subtotals.map(({ projects, indicators }) => [projects, indicators])).toEqual([
      [9, 8],
      [7, 9],
      [16, 15],
      [16, 14],
      [48, 46],
    ])
  })

  test('大仙市の評価の数と、見直し基準ごとの数', async () => {
    const { grades, revisionRules, revisionItems } = await readSample('052124-daisen')
    expect(grades.at(-1)?.counts).toEqual({ A: 18, B: 21, C: 15, D: 1 })
    expect(grades.find(({ class: kind }) => kind === 'KPI')?.counts).toEqual({ A: 8, B: 9, C: 3, D: null })
    expect(revisionRules.map(({ grade, count }) => [grade, count])).toEqual([
      ['A', 14],
      ['B', 2],
      ['C', null],
      ['D', null],
    ])
    expect(revisionItems.filter(({ package: name }) => name === '(4)商業の振興と魅力向上')).toHaveLength(1)
  })

  const sheetOf = ({ projects }: PlanDraft, number: string): Project => {
    const found = projects.find((each) => each.shownIn === 'sheet' && each.number === number)
    if (!found) throw new Error(`no sheet No. ${number}`)
    return found
  }

  test('伊万里市の個票: 名、年ごとの予定、指標', async () => {
    const draft = await readSample('412058-imari')
    const walk = sheetOf(draft, '15')
    expect([walk.name, walk.subName]).toEqual(['保健体育総務事業', 'ウォーキング大会開催事業'])
    expect(walk.years.find(({ year }) => year === 2020)?.items.join(' ')).toContain('662人')
    expect(sheetOf(draft, '10').period).toEqual({ from: 2021, to: 2023 })
    expect(rawIn(indicatorIn(draft, '寄附金額').actuals, 2020)).toBe('20.3億円')
    expect(indicatorIn(draft, '本市の観光客数').targets[0]?.raw).toBe('1,616,000人/年')
    expect(indicatorIn(draft, '設備投資件数').targets[0]?.raw).toBe('60件')
  })

  test('伊万里市の一覧と個票の年の食い違いが残っている', async () => {
    const draft = await readSample('412058-imari')
    const contents = draft.projects.filter(({ number }) => number === '18').map(({ content }) => content ?? '')
    expect(contents.map((content) => /SAGA\d{4}/.exec(content)?.[0])).toEqual(['SAGA2023', 'SAGA2024'])
    expect(contents.map((content) => /令和\d年度/.exec(content)?.[0])).toEqual(['令和5年度', '令和6年度'])
  })

  test('上田市の重点目標: 期限・数値目標と進捗の数', async () => {
    const { priorityGoals } = await readSample('202037-ueda')
    const [strategy, , settlement] = priorityGoals
    expect(strategy?.items[0]?.targets).toContain('推進交付金新規事業 2')
    expect(settlement?.items[1]?.progress).toEqual(['物件登録：32件、利用者登録：51件、成約：13件'])
    expect(settlement?.items[3]?.progress.join()).toContain('139品目（H28.9）から175品目（H29.9）')
    expect(priorityGoals.every(({ items }) => items.every(({ grade }) => grade === null))).toBe(true)
  })
})

const seedPath = (start: string): string =>
  join(seedFolder, readdirSync(seedFolder).find((file) => file.startsWith(start)) ?? start)

const unspaced = (text: string): string => text.replaceAll(/\s+/g, '')

/** 升目・段落・箇条に分けたもの。日本語の文には空きがないので、空きでも分ける。 */
const piecesOf = (text: string): string[] =>
  text
    .split(/<[^>]*>|[\s・◆○①-⑳【】]+/u)
    .map(unspaced)
    .filter((piece) => piece !== '')

/** 折り返した行をつないだ文章。空の行と表の升目では、つながない。 */
const unwrapped = (text: string): string => text.replaceAll(/(?<=[^\s\t])\n(?=[^\s\t])/gu, '')

/** 名と題。これは事実なので、長くても写してよい。 */
const namesIn = (draft: PlanDraft): string[] =>
  [
    draft.plan.title,
    ...draft.nodes.map(({ title }) => title),
    ...draft.indicators.flatMap(({ name, measured, targets }) => [name, measured, ...targets.map(({ raw }) => raw)]),
    ...draft.projects.flatMap(({ name, subName, implementers }) => [name, subName, ...implementers]),
    ...draft.projects.flatMap(({ tags }) => Object.values(tags).flat()),
    ...draft.priorityGoals.flatMap(({ title, items }) => [title, ...items.map((item) => item.title)]),
    ...draft.revisionItems.map((item) => item.package),
  ]
    .flatMap((name) => (name ? [name, ...piecesOf(name)] : []))
    .map((name) => unquoted(unspaced(name)))
    .filter((name) => name.length >= 4)
    .toSorted((a, b) => b.length - a.length)

const unquoted = (text: string): string => text.replaceAll(/[「」『』]/g, '')

/** 名とかっこ書き（「(22頭分、2,677千円)」）を除いた残りの長さ。 */
const lengthBesideNames = (piece: string, names: readonly string[]): number =>
  names.reduce((rest, name) => rest.replaceAll(name, ''), unquoted(piece)).replaceAll(/[（(][^（()）]*[）)]/g, '')
    .length

/** 施策の下の「事業等：」は事業の名を並べたもの、「基本目標…」「1. …」と目次の「…（まちづくり）」は題。 */
const namesOnly =
  /^\s*事業等：.*$|■?基本目標[^\t\n]*|(?<=^|\t|\s)[1-4]\.[ ]?[^\t\n]*?つくる|.*（(?:しごとづくり|まちづくり)）.*/gmu

const windows = (piece: string, length: number): string[] =>
  Array.from({ length: Math.max(0, piece.length - length + 1) }, (_, at) => piece.slice(at, at + length))

/** 二十字以上の、句点で終わる同じ文。 */
const sharedSentences = (seed: string, sample: string): string[] =>
  [seed, unwrapped(seed)]
    .flatMap((text) => [...text.matchAll(/[^。\t\n<>]+。/gu)].map(([sentence]) => unspaced(sentence)))
    .filter((sentence) => sentence.length >= 20 && unspaced(sample).includes(sentence))

/** 文のある段落から、名を含まずに二十五字続けて同じところ。 */
const sharedRuns = (seed: string, sample: string, names: readonly string[]): string[] => {
  const flat = unspaced(sample)
  const prose = [seed, unwrapped(seed)].flatMap(piecesOf).filter((piece) => piece.includes('。'))
  const runs = prose.flatMap((piece) => windows(piece, 25)).filter((run) => flat.includes(run))
  return runs.filter((run) => lengthBesideNames(run, names) === unquoted(run).length)
}

/** 名でない、三十字以上の同じ句（句点のないものも）。 */
const sharedPhrases = (seed: string, sample: string, names: readonly string[]): string[] => {
  const flat = unspaced(sample)
  const phrases = piecesOf(seed.replaceAll(namesOnly, '')).filter((piece) => piece.length >= 30 && flat.includes(piece))
  return phrases.filter((piece) => lengthBesideNames(piece, names) >= 17)
}

const seedsTitle = seedsAreHere ? '' : '（図書が ../shared/seeds にないので確かめない）'

describe.skipIf(!seedsAreHere)(`図書の文を写していない${seedsTitle}`, () => {
  test.each(cities)('%s: 文も、長い句も、もとの図書と同じものがない', async (name, start) => {
    const seed = readFileSync(seedPath(start), 'utf8')
    const sample = readFileSync(pathOf(name), 'utf8')
    const names = namesIn(await readSample(name))
    expect(sharedSentences(seed, sample)).toEqual([])
    expect(sharedRuns(seed, sample, names)).toEqual([])
    expect(sharedPhrases(seed, sample, names)).toEqual([])
  })

  test.each(cities)('%s: もとの図書を写せば、この試験に掛かる', async (name, start) => {
    const seed = readFileSync(seedPath(start), 'utf8')
    const names = namesIn(await readSample(name))
    expect(sharedSentences(seed, seed).length).toBeGreaterThan(5)
    expect(sharedRuns(seed, seed, names).length).toBeGreaterThan(20)
    expect(sharedPhrases(seed, seed, names).length).toBeGreaterThan(4)
  })

  test.each(cities)('%s: もとの図書と同じ種類の食い違いが、同じ数だけ見つかる', async (name, start) => {
    const codesOf = (draft: PlanDraft) => findingsIn(draft).map(({ level, code }) => `${level} ${code}`)
    expect(codesOf(await readSample(name))).toEqual(codesOf(await read(seedPath(start))))
  })
})
