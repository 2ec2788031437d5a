import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { PlanDraft } from '#domain/plan/draft.ts'
import { openDocument } from '../../open-document.ts'
import { gradeIn } from './marks.ts'
import { priorityGoals } from './priority-goals.ts'

const draftIn = async (file: string, text: string): Promise<PlanDraft> => {
  const result = await openDocument(file, new TextEncoder().encode(text))
  if (!result.ok) throw new Error(result.problem.code)
  return priorityGoals.read(result.value)
}

const draftOf = (...lines: readonly string[]): Promise<PlanDraft> => draftIn('重点目標.txt', lines.join('\n'))

const head = ['重点目標一覧表（中間報告調書）', '担当部局名\t企画部', '【令和5年度重点目標】']
const goal = (title: string, number: string) => [
  `重点目標\t${title}`,
  `${number}\t具体的な重点取組項目（箇条書き）`,
  `${number}\t期限・数値目標等`,
  `${number}\t進捗状況・進捗度`,
]

const items = (draft: PlanDraft) =>
  draft.priorityGoals.flatMap((each) =>
    each.items.map(({ mark, title, targets, progress }) => [mark, title, targets, progress]),
  )

describe('番号で項目と進捗を結び付ける', () => {
  test('二段組みの進捗を、升目ごとの番号で項目へ', async () => {
    const draft = await draftOf(
      ...head,
      ...goal('連携の推進', '1'),
      '①移住の促進\t①相談会 3回 ・冊子の作成',
      '②空き家の活用\t②登録 5件',
      '①相談会を2回実施。 ・冊子は校正中\t②登録 4件',
    )
    expect(items(draft)).toEqual([
      ['①', '移住の促進', ['相談会 3回', '冊子の作成'], ['相談会を2回実施。', '冊子は校正中']],
      ['②', '空き家の活用', ['登録 5件'], ['登録 4件']],
    ])
    expect(draft.priorityGoals[0]).toMatchObject({ department: '企画部', year: 2023, number: '1', title: '連携の推進' })
    expect(draft.plan).toMatchObject({ title: '令和5年度重点目標', kind: '重点目標', firstYear: 2023, lastYear: 2023 })
  })

  test('同じ升目の重なりは一度だけ取り込んで知らせ、違えば両方を取り込んで知らせる', async () => {
    const draft = await draftOf(...head, ...goal('目標', '1'), '①甲\t①三回', '②乙\t②四回', '①済\t①済', '②半ば\t②まだ')
    expect(items(draft).map(([, , , progress]) => progress)).toEqual([['済'], ['半ば', 'まだ']])
    expect(draft.notes.find(({ code }) => code === 'cells-repeated')?.places).toHaveLength(2)
    expect(draft.notes.find(({ code }) => code === 'cells-repeated-differ')?.params).toEqual({ mark: '②' })
  })

  test('番号のない行は、同じ列の上の項目の続き', async () => {
    const draft = await draftOf(
      ...head,
      ...goal('目標', '1'),
      '①文化・スポーツ ・講座\t①三回',
      '・公演\t・五回',
      '①済\t',
    )
    expect(draft.priorityGoals[0]?.items[0]).toMatchObject({
      title: '文化・スポーツ',
      details: ['講座', '公演'],
      targets: ['三回', '五回'],
      progress: ['済'],
    })
  })

  test('項目のない番号の進捗は捨てずに、知らせる', async () => {
    const draft = await draftOf(...head, ...goal('目標', '1'), '①甲\t①三回', '①済\t④手つかず')
    expect(items(draft)[1]).toEqual(['④', '', [], ['手つかず']])
    expect(draft.notes.map(({ code }) => code)).toContain('progress-without-item')
  })

  test('進捗の語がない項目の progress は空、印がなければ grade は null', async () => {
    const draft = await draftOf(...head, ...goal('目標', '1'), '①甲\t①三回', '②乙\t②四回', '①済\t')
    expect(items(draft)[1]?.[3]).toEqual([])
    expect(draft.priorityGoals[0]?.items.map(({ grade }) => grade)).toEqual([null, null])
  })
})

test('見出しが横に並ぶ表（CSV）は、列の役で読む', async () => {
  const draft = await draftIn(
    '重点目標.csv',
    [
      '重点目標一覧表,,,,',
      '担当部局名,福祉部,,,',
      '令和6年度重点目標,,,,',
      '重点目標,子育て支援の充実,,,',
      '1,具体的な重点取組項目,評価,進捗状況,期限・数値目標等',
      ',①相談窓口,◎,窓口を開設,6月開設',
      ',,,利用 30件,',
      ',②一時預かり,△,調整中,2か所',
    ].join('\n'),
  )
  expect(
    draft.priorityGoals[0]?.items.map(({ mark, title, targets, progress, grade }) => ({
      mark,
      title,
      targets,
      progress,
      grade,
    })),
  ).toEqual([
    { mark: '①', title: '相談窓口', targets: ['6月開設'], progress: ['窓口を開設', '利用 30件'], grade: '◎' },
    { mark: '②', title: '一時預かり', targets: ['2か所'], progress: ['調整中'], grade: '△' },
  ])
})

describe('表の頭に見出しが一度だけの表', () => {
  const csv = (...lines: readonly string[]) =>
    draftIn(
      '重点目標.csv',
      [
        '重点目標一覧表（期末報告調書）,,,,,',
        '上田市,,,,,',
        '担当部局名：福祉部,,,,,',
        '【令和6年度重点目標】,,,,,',
        '具体的な重点取組項目,期限・数値目標等,進捗状況・進捗度（中間）,評価（中間）,達成状況（期末）,評価（期末）',
        ...lines,
      ].join('\n'),
    )
  const graded = (draft: PlanDraft) =>
    draft.priorityGoals.flatMap((each) => each.items.map(({ mark, progress, grade }) => [mark, progress, grade]))

  test('見出しは下の重点目標のどれにも効く。「―」は空欄', async () => {
    const draft = await csv('重点目標1,甲,,,,', '①相談,3回,2回,○,,', '重点目標2,乙,,,,', '①登録,―,―,―,,')
    expect(items(draft)).toEqual([
      ['①', '相談', ['3回'], ['2回']],
      ['①', '登録', [], []],
    ])
    expect(graded(draft).map(([, , grade]) => grade)).toEqual(['○', null])
    expect(draft.priorityGoals.map(({ number, title }) => [number, title])).toEqual([
      ['1', '甲'],
      ['2', '乙'],
    ])
  })

  test('期末の欄に書き込まれていれば、達成状況も取り、評価は期末のもの。中間と違えば知らせる', async () => {
    const draft = await csv('重点目標1,甲,,,,', '①相談,3回,2回,△,3回を達成,◎', '②登録,5件,4件,○,5件,○')
    expect(graded(draft)).toEqual([
      ['①', ['2回', '3回を達成'], '◎'],
      ['②', ['4件', '5件'], '○'],
    ])
    expect(draft.notes.filter(({ code }) => code === 'item-graded-twice').map(({ params }) => params)).toEqual([
      { mark: '①', before: '△', after: '◎' },
    ])
  })

  test('評価の欄の字は、記号でなくても書かれたとおり', async () => {
    const draft = await csv('重点目標1,甲,,,,', '①相談,3回,2回,順調,,', '②登録,3回,2回,A,,')
    expect(graded(draft).map(([, , grade]) => grade)).toEqual(['順調', 'A'])
  })

  test('注の行は、項目にも指示にもせずに知らせる', async () => {
    const draft = await csv(
      '重点目標1,甲,,,,',
      '①相談,3回,2回,○,,',
      '※ 評価は9月末現在,,,,,',
      '市長指示事項,,,,,',
      '・進めること。,,,,,',
      '（注）別紙のとおり,,,,,',
    )
    expect(items(draft)).toHaveLength(1)
    expect(draft.instructions).toEqual(['進めること。'])
    expect(draft.notes.filter(({ code }) => code === 'table-footnote').map(({ params }) => params.text)).toEqual([
      '※ 評価は9月末現在',
      '（注）別紙のとおり',
    ])
  })

  test('市長指示事項の右の対応の欄は、指示にせずに知らせる', async () => {
    const draft = await csv(
      '重点目標1,甲,,,,',
      '①相談,3回,2回,○,,',
      '市長指示事項,,,対応状況,,',
      '・連携すること。,,,協議を始めた。,,',
      '・広報を強めること。,,,,,',
    )
    expect(draft.instructions).toEqual(['連携すること。', '広報を強めること。'])
    expect(draft.notes.find(({ code }) => code === 'instruction-response-skipped')?.params).toEqual({
      text: '協議を始めた。',
    })
  })
})

test.each<[string, readonly string[]]>([
  ['※ 評価基準 [◎：上回る（110％以上）] [○：目標どおり]', ['上回る（110％以上）', '目標どおり']],
  ['◎：上回る　○：目標どおり', ['上回る', '目標どおり']],
  ['（◎＝上回る）（○＝目標どおり）', ['上回る', '目標どおり']],
])('評価基準: %s', async (line, meanings) => {
  const draft = await draftOf(...head, ...goal('甲', '1'), '①あ\t①い', line)
  expect(draft.legends).toMatchObject([{ marks: ['◎', '○'], meanings }])
})

test('同じ評価基準を繰り返す図書でも、一度だけ', async () => {
  const line = '※ 評価基準 [◎：上回る] [○：目標どおり]'
  const draft = await draftOf(
    ...head,
    ...goal('甲', '1'),
    '①あ\t①い',
    line,
    '担当部局名\t福祉部',
    ...goal('乙', '1'),
    line,
  )
  expect(draft.legends).toHaveLength(1)
})

test('部局が変われば、その後の目標は新しい部局のもの', async () => {
  const draft = await draftOf(
    ...head,
    ...goal('甲', '1'),
    '①あ\t①い',
    '担当部局名\t福祉部',
    ...goal('乙', '1'),
    '①う\t①え',
  )
  expect(draft.priorityGoals.map(({ department, title }) => [department, title])).toEqual([
    ['企画部', '甲'],
    ['福祉部', '乙'],
  ])
})

test('市長指示事項は「・」ごとに分け、語の中の中黒では分けない', async () => {
  const draft = await draftOf(
    ...head,
    ...goal('甲', '1'),
    '市長指示事項',
    '<p>・文化・スポーツは連携すること。・広報を強めること。</p>',
  )
  expect(draft.instructions).toEqual(['文化・スポーツは連携すること。', '広報を強めること。'])
  expect(draft.instructionPlaces).toEqual([
    { line: 9, column: 5, length: 15 },
    { line: 9, column: 21, length: 9 },
  ])
})

test.each([
  ['◎', '◎'],
  ['評価：△', '△'],
  ['おおむね完了（○）', '○'],
  ['○取組を開始', null],
  ['△3.5％', null],
  ['', null],
])('評価の印: %s → %s', (text, grade) => expect(gradeIn(text)).toBe(grade))

test('年度も部局もなければ、そう知らせる', async () => {
  const draft = await draftOf('重点目標一覧表', '重点目標\t甲', '①あ\t①い')
  expect(draft.notes.map(({ code }) => code)).toEqual(
    expect.arrayContaining([
      'goal-year-unknown',
      'goal-department-unknown',
      'goal-number-assumed',
      'municipality-unknown',
    ]),
  )
})

const seed = new URL('../../../../../shared/seeds/004_39f46dc005a058f6.txt', import.meta.url)

describe.skipIf(!existsSync(seed))('上田市の中間報告調書（図書が ../shared/seeds にあるときだけ）', async () => {
  const text = existsSync(seed) ? readFileSync(seed, 'utf8') : ''
  if (text === '') return
  const draft = await draftOf(text)

  test('5 目標 18 項目 5 指示。どの項目にも目標と進捗がある', () => {
    expect(draft.priorityGoals.map(({ number, items: each }) => [number, each.length])).toEqual([
      ['1', 4],
      ['2', 3],
      ['3', 4],
      ['4', 2],
      ['5', 5],
    ])
    const all = draft.priorityGoals.flatMap((each) => each.items)
    expect(all.every(({ title, targets, progress }) => title !== '' && targets.length > 0 && progress.length > 0)).toBe(
      true,
    )
    expect(all.every(({ grade }) => grade === null)).toBe(true)
    expect(draft.instructions).toHaveLength(5)
    expect(draft.legends?.[0]?.marks).toEqual(['◎', '○', '△', '×'])
    expect(draft.municipality.name).toBe('上田市')
  })

  test('重なった升目は 8 組で、進捗は一度だけ', () => {
    expect(draft.notes.filter(({ code }) => code === 'cells-repeated')).toHaveLength(8)
    for (const { progress } of draft.priorityGoals.flatMap((each) => each.items)) {
      expect(new Set(progress).size).toBe(progress.length)
    }
  })

  test('目標と進捗の文は、所在の指す字と同じ', () => {
    const lines = text.split('\n')
    for (const { targets, progress, targetPlaces = [], progressPlaces = [] } of draft.priorityGoals.flatMap(
      (each) => each.items,
    )) {
      const places = [...targetPlaces, ...progressPlaces]
      for (const [index, words] of [...targets, ...progress].entries()) {
        const place = places[index]
        if (!place || !('line' in place)) throw new Error('line expected')
        const start = (place.column ?? 1) - 1
        expect(lines[place.line - 1]?.slice(start, start + (place.length ?? 0))).toBe(words)
      }
    }
  })
})
