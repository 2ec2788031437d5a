import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catalogues } from '#domain/language/say.ts'
import type { Indicator, PlanDraft, Project } from '#domain/plan/draft.ts'
import { openDocument } from '../../open-document.ts'
import { aDocument, aSheet, draftOf, front, row, sheetHeader, yearHeader } from './a-document.ts'
import { actionPlan } from './action-plan.ts'

const shown = (draft: PlanDraft, part: Project['shownIn']): readonly Project[] =>
  draft.projects.filter(({ shownIn }) => shownIn === part)
const sheet = (draft: PlanDraft, number: string): Project => {
  const found = shown(draft, 'sheet').find((project) => project.number === number)
  if (!found) throw new Error(`no sheet No. ${number}`)
  return found
}
const indicatorsOf = (draft: PlanDraft, project: Project): readonly Indicator[] =>
  draft.indicators.filter(({ id }) => project.indicators.includes(id))
const codes = (draft: PlanDraft): readonly string[] => draft.notes.map(({ code }) => code)
const goalsOf = (draft: PlanDraft, { nodes }: Project) =>
  draft.nodes.flatMap(({ id, number }) => (nodes.includes(id) ? [number] : []))

describe('取組事業一覧', () => {
  test('二段の見出しの範囲で印を組に当て、SDGs は番号をすべて読む', () => {
    const [market, festival, school] = shown(draftOf(...front), 'matrix')
    expect(market).toMatchObject({
      listNumber: '4',
      number: null,
      tags: { 新たな視点: ['2'], SDGs: ['14'] },
      priority: true,
    })
    expect(festival).toMatchObject({ tags: { SDGs: ['8'] }, priority: true })
    expect(school).toMatchObject({ tags: { 新たな視点: ['1'], SDGs: ['4', '15'] }, priority: false })
    const draft = draftOf(...front)
    expect(shown(draft, 'matrix').map((project) => goalsOf(draft, project))).toEqual([['1'], ['1', '2'], ['2']])
  })

  test('「この表の見方」の例は数えない', () => {
    expect(shown(draftOf(...front), 'matrix').map(({ listNumber }) => listNumber)).toEqual(['4', '5', '9'])
  })

  test('番号の抜けを一度だけ言う', () => {
    const notes = draftOf(...front).notes.filter(({ code }) => code === 'matrix-numbers-missing')
    expect(notes.map(({ params }) => params)).toEqual([{ ranges: '6～8' }])
  })

  test('見出しの空の升目が落ちて列がずれていても、番号が 1 に戻るところで組を分け、気づきを書く', () => {
    const draft = draftOf(
      '基本目標 1：海と山の仕事で「にぎわうまち」をつくる',
      '基本目標 2：みんなで「育つまち」をつくる',
      '## 取組事業一覧',
      row('No.', '事務事業名', '基本目標', '新たな視点', '関連するSDGs', '重点施策'),
      row('', '', '1', '2', '1', '2', '', ''),
      row('4', '磯の市開催事業', '', '●', '', '●', '14', '●'),
    )
    const [market] = shown(draft, 'matrix')
    expect(market).toMatchObject({ tags: { 新たな視点: ['2'], SDGs: ['14'] }, priority: true })
    expect(market && goalsOf(draft, market)).toEqual(['2'])
    expect(codes(draft)).toContain('matrix-header-shifted')
  })

  test('印の列でないところの字は、読んだことにせず知らせる', () => {
    const draft = draftOf(...front.slice(0, -9), row('10', '山の道事業', '△', '', '', '', '', '', '', ''))
    expect(codes(draft)).toContain('matrix-cell-strange')
    expect(shown(draft, 'matrix').at(-1)).toMatchObject({ name: '山の道事業', nodes: [] })
  })
})

describe('重点施策一覧と個票の番号', () => {
  const draft = draftOf(
    ...front,
    '■基本目標1:海と山の仕事で「にぎわうまち」をつくる',
    ...aSheet({ number: '1' }),
    ...aSheet({ name: '港まつり事業' }),
    '■基本目標2:みんなで「育つまち」をつくる',
    ...aSheet({ name: '港まつり事業', goal: '2. みんなで「育つまち」をつくる' }),
  )

  test('一覧は見出しの基本目標に属し、事業主体を分ける', () => {
    expect(
      shown(draft, 'list').map((project) => [project.number, project.listNumber, goalsOf(draft, project)]),
    ).toEqual([
      ['1', '4', ['1']],
      ['2', '5', ['1']],
      ['3', '5', ['2']],
    ])
    expect(shown(draft, 'list')[0]?.implementers).toEqual(['水産課', '磯の市実行委員会 ほか'])
  })

  test('「No.」のない個票は、名と基本目標で一覧の番号を決め、推し量ったと言う', () => {
    expect(shown(draft, 'sheet').map(({ number }) => number)).toEqual(['1', '2', '3'])
    const note = draft.notes.find(({ code }) => code === 'sheet-numbers-inferred')
    expect(note?.about).toEqual([sheet(draft, '2').id, sheet(draft, '3').id])
  })

  test('同じ事業の行は、三つの部分でたがいに結ばれる', () => {
    expect(sheet(draft, '2').sameAs).toHaveLength(4)
    expect(sheet(draft, '1').sameAs).toEqual(
      draft.projects
        .filter(({ name, shownIn }) => name === '磯の市開催事業' && shownIn !== 'sheet')
        .map(({ id }) => id),
    )
  })

  test('順を入れ替え、枚数を減らしても、名から番号が決まる', () => {
    const shuffled = draftOf(...front, ...aSheet({ name: '港まつり開催事業' }), ...aSheet())
    expect(shown(shuffled, 'sheet').map(({ number, name }) => [number, name])).toEqual([
      ['2', '港まつり開催事業'],
      ['1', '磯の市開催事業'],
    ])
  })

  test('一覧にない名の個票は、並びから番号を付けて知らせるか、番号なしにする', () => {
    const order = draftOf(...front, ...aSheet({ number: '1' }), ...aSheet({ name: '灯台の公開' }))
    expect(sheet(order, '2').name).toBe('灯台の公開')
    expect(codes(order)).toContain('sheet-number-by-order')
    const none = draftOf(
      ...front,
      ...aSheet({ number: '2' }),
      ...aSheet({ number: '3' }),
      ...aSheet({ name: '灯台の公開' }),
      ...aSheet({ number: '4' }),
    )
    expect(shown(none, 'sheet').find(({ name }) => name === '灯台の公開')?.number).toBeNull()
    expect(codes(none)).toContain('sheet-number-unknown')
  })

  test('書いてある番号の一覧の名と似ていなければ知らせる', () => {
    expect(codes(draftOf(...front, ...aSheet({ number: '2', name: '灯台の公開' })))).toContain(
      'sheet-number-other-name',
    )
  })
})

describe('個票', () => {
  test('上の部分を語で読む', () => {
    const draft = draftOf(
      ...front,
      ...aSheet({
        number: '1',
        content: row(
          '<p>朝市を開く。</p> <p>夕市も開く。</p>',
          '',
          '1. 愛着 4. 関係人口',
          '',
          '8 働きがい 14 海の豊かさ',
          '',
          '',
        ),
      }),
    )
    expect(sheet(draft, '1')).toMatchObject({
      name: '磯の市開催事業',
      subName: null,
      implementers: ['緑浜市 (水産課)'],
      period: { from: 2020, to: 2024 },
      content: '朝市を開く。\n夕市も開く。',
      tags: { 総合計画の関連施策: ['3. 水産の振興'], シティプロモーションの視点: ['1', '4'], SDGs: ['8', '14'] },
    })
  })

  test('成果目標の名と値を分け、「—」は指標にしない', () => {
    const draft = draftOf(...front, ...aSheet({ number: '1' }))
    const [outcome] = indicatorsOf(draft, sheet(draft, '1'))
    expect(outcome).toMatchObject({
      class: '成果目標',
      name: '来訪者数',
      unit: '人/年',
      targets: [{ value: '5000', raw: '5,000人/年', scope: 'each-year' }],
    })
    expect(draft.indicators.filter(({ class: kind }) => kind.includes('KPI'))).toEqual([])
  })

  test('指標の札が左端の列にあっても、字面で読んで知らせる', () => {
    const draft = draftOf(
      ...front,
      ...aSheet({ number: '1', second: row('重要業績評価指標(KPI)', '', '', '', '', '朝市の店 12店(累計)', '') }),
    )
    expect(draft.indicators.find(({ name }) => name === '朝市の店')).toMatchObject({
      class: '重要業績評価指標(KPI)',
      unit: '店',
    })
    expect(codes(draft)).toContain('sheet-cell-displaced')
  })

  test('札が一つの升目に二つ並ぶときは順に当てて知らせる', () => {
    const sheets = aSheet({ number: '1' }).map((line) =>
      line.replace(
        '成果目標\t来訪者数 5,000人/年',
        '成果目標  重要業績評価指標(KPI)\t来訪者数 5,000人/年  朝市の店 12店(累計)',
      ),
    )
    const draft = draftOf(...front, ...sheets.filter((line) => !line.endsWith('—')))
    expect(draft.indicators.map(({ class: kind, name }) => [kind, name]).slice(0, 2)).toEqual([
      ['成果目標', '来訪者数'],
      ['重要業績評価指標(KPI)', '朝市の店'],
    ])
    expect(codes(draft)).toContain('sheet-labels-in-one-cell')
  })

  test('事業名の上段と下段', () => {
    const draft = draftOf(
      ...front,
      ...aSheet({
        number: '1',
        name: '水産総務事業',
        second: row('', '3-1漁港の整備', '磯の市開催事業', '', '', '重要業績評価指標(KPI)', '—'),
      }),
    )
    expect(sheet(draft, '1')).toMatchObject({ name: '水産総務事業', subName: '磯の市開催事業' })
    expect(sheet(draft, '1').tags.総合計画の関連施策).toEqual(['3. 水産の振興', '3-1漁港の整備'])
  })

  test('年の見出しのない個票も一枚と数え、知らせる', () => {
    const draft = draftOf(...front, ...aSheet({ number: '1' }).slice(0, 7))
    expect(sheet(draft, '1').years).toEqual([])
    expect(codes(draft)).toContain('sheet-years-missing')
  })

  test('再び印刷された指標は初めの所在を指し、単位が違えば指さない', () => {
    const draft = draftOf(
      ...front,
      ...aSheet({ number: '1' }),
      ...aSheet({ number: '2', name: '港まつり事業' }),
      ...aSheet({ number: '3', name: '港まつり事業', outcome: '来訪者数 5,000人/人' }),
    )
    const visitors = draft.indicators.filter(({ name }) => name === '来訪者数')
    expect(visitors.map(({ repeatOf }) => repeatOf)).toEqual([null, visitors[0]?.id, null])
    const settings = draft.indicators.filter(({ class: kind }) => kind === '設定指標')
    // 港まつり事業の二枚は同じ事業、磯の市の「開催」は別の事業。
    expect(settings.map(({ repeatOf }) => repeatOf)).toEqual([null, null, settings[1]?.id])
  })
})

const oneSheet = (...years: readonly string[]): PlanDraft => draftOf(...front, ...aSheet({ number: '1', years }))
const settings = (...years: readonly string[]): readonly Indicator[] =>
  oneSheet(...years).indicators.filter(({ class: kind }) => kind === '設定指標')
const short = ({ name, targets, actuals }: Indicator) => ({
  name,
  targets: targets.map(({ raw, year }) => (year === null ? raw : `${year} ${raw}`)),
  actuals: actuals.map(({ raw, year }) => `${year} ${raw}`),
})
const blankYears = ['', '', '', '', '', '']

describe('設定指標と実績', () => {
  test('二つの升目に分かれた札と値', () => {
    expect(
      settings(
        row('', '準備', '開店', '開店', '開店', '開店', '設定指標', '実績'),
        row(...blankYears, '出店数 30店', 'R2: 12店'),
      ).map(short),
    ).toEqual([{ name: '出店数', targets: ['30店'], actuals: ['2020 12店'] }])
  })

  test('名と値が二行に分かれた升目', () => {
    expect(
      settings(
        row('', '準備', '開店', '開店', '開店', '開店', '設定指標', '実績'),
        row(...blankYears, '出店数', '出店数'),
        row(...blankYears, '30店', '12店'),
        row(...blankYears, '来場者数', '来場者数'),
        row(...blankYears, '900人 (年間)', '0人 (年間)'),
      ).map(short),
    ).toEqual([
      { name: '出店数', targets: ['30店'], actuals: ['2020 12店'] },
      { name: '来場者数', targets: ['900人 (年間)'], actuals: ['2020 0人 (年間)'] },
    ])
  })

  test('一つの升目に札も値も並んだもの', () => {
    expect(settings(row('', '', '', '', '', '', '設定指標 実績 ・出店数30店 R2:12店')).map(short)).toEqual([
      { name: '出店数', targets: ['30店'], actuals: ['2020 12店'] },
    ])
    expect(
      settings(row('', '', '', '', '', '', '設定指標      実績 年間出店数      年間出店数 30店      12店')).map(short),
    ).toEqual([{ name: '年間出店数', targets: ['30店'], actuals: ['2020 12店'] }])
  })

  test('内側の表と、その写し', () => {
    const table =
      '<table border="1"> <tr> <th>設定指標</th> <th>実績</th> </tr> <tr> <td>出店数: 30店 来場者: 900人</td> <td>出店数: 12店 来場者: 0人</td> </tr> </table>'
    const draft = oneSheet(
      row('', 'a', 'b', 'c', 'd', 'e', table, '設定指標', '実績'),
      row('設定指標', '実績', '', ''),
      row('出店数: 30店 来場者: 900人', '出店数: 12店 来場者: 0人'),
    )
    expect(draft.indicators.filter(({ class: kind }) => kind === '設定指標').map(short)).toEqual([
      { name: '出店数', targets: ['30店'], actuals: ['2020 12店'] },
      { name: '来場者', targets: ['900人'], actuals: ['2020 0人'] },
    ])
    expect(codes(draft)).not.toContain('sheet-cell-unread')
  })

  test('年の項目の同じ名の数量は、図書の日付より前なら実績、あとなら予定', () => {
    expect(
      settings(
        row(
          '',
          '・出店数 12店',
          '・出店数 20店',
          '・出店数 25店',
          '・出店数 28店',
          '・出店数 30店',
          '設定指標 出店数 30店',
        ),
      ).map(short),
    ).toEqual([
      { name: '出店数', targets: ['30店', '2021 20店', '2022 25店', '2023 28店', '2024 30店'], actuals: ['2020 12店'] },
    ])
  })

  test('累計の目標は期間の合計で、一年分の予定はその年度の目標として続ける', () => {
    const [stalls] = settings(row('', '・出店数 12店', '・出店数 20店', '', '', '', '設定指標 出店数 60店(累計)'))
    expect(stalls).toMatchObject({
      accumulation: { kind: 'period-total' },
      targets: [
        { raw: '60店(累計)', scope: 'period', year: null },
        { raw: '20店', year: 2021 },
      ],
    })
  })

  test('実績の欄と年の項目が食い違えば知らせる', () => {
    expect(codes(oneSheet(row('', '・出店数 15店', '', '', '', '', '設定指標 出店数 30店 実績 R2: 12店')))).toContain(
      'kpi-actual-differs',
    )
  })

  test('札が年の列へ詰められた個票は、残りの年を空にして知らせる', () => {
    const draft = oneSheet(
      row('', '開店', '設定指標', '実績', '', '', ''),
      row(...blankYears, '出店数 30店', '出店数 12店'),
    )
    expect(sheet(draft, '1').years.map(({ items }) => items)).toEqual([['開店'], [], [], [], []])
    expect(draft.notes.find(({ code }) => code === 'sheet-year-cells-fewer')?.params).toMatchObject({
      years: '2021・2022・2023・2024',
    })
    expect(draft.indicators.filter(({ class: kind }) => kind === '設定指標').map(short)).toEqual([
      { name: '出店数', targets: ['30店'], actuals: ['2020 12店'] },
    ])
  })

  test('値が年の列へ動いた個票は、丸数字の並びから名を当て、確かでないと言う', () => {
    const draft = oneSheet(
      row('', '市', '市', '市', '市', '市', '設定指標', '実績'),
      row('', '①朝市の開催 3回', '①朝市の開催 4回 ②夕市の開催 2回', '① 20回 ② 10回', '① 3回 ② 0回', '', ''),
    )
    const found = draft.indicators.filter(({ class: kind }) => kind === '設定指標')
    expect(found.map(({ name, targets }) => [name, targets[0]?.raw])).toEqual([
      ['朝市の開催', '20回'],
      ['夕市の開催', '10回'],
    ])
    expect(found.map(({ actuals }) => actuals[0]?.raw)).toEqual(['3回', '0回'])
    expect(found.every(({ certainty }) => certainty?.level === 'doubtful')).toBe(true)
    expect(codes(draft)).toContain('sheet-kpi-moved')
  })

  test('まだ始まっていない事業の実績の欄の数量は、目標と読んで知らせる', () => {
    const years = [row('', '', '・相談 5人', '', '', '', '設定指標', '実績'), row(...blankYears, '相談者数', '5人/年')]
    const draft = draftOf(...front, ...aSheet({ number: '1', period: 'R3 ~ R5', years }))
    expect(draft.indicators.find(({ name }) => name === '相談者数')).toMatchObject({
      targets: [{ value: '5' }],
      actuals: [],
    })
    expect(codes(draft)).toContain('kpi-target-in-actual-column')
  })

  test('目標の欄に数量が二つあり、先のものが実績と同じなら基準値', () => {
    const [share] = settings(
      row('', '', '', '', '', '', '設定指標', '実績'),
      row(...blankYears, '不満な人の割合 60.5% 50%未満 [H29調査]', '不満な人の割合 60.5% [H29調査]'),
    )
    expect(share).toMatchObject({
      baseline: { value: '60.5', year: 2017 },
      targets: [{ value: '50', qualifier: 'below' }],
      certainty: { level: 'doubtful' },
    })
  })

  test('札の下が空なら知らせる', () => {
    expect(codes(oneSheet(row('', 'a', 'b', 'c', 'd', 'e', '設定指標', '実績')))).toContain('kpi-heading-empty')
  })

  test('年より升目が一つ多く、終わりの二つが同じなら一つを捨てて知らせる', () => {
    const draft = oneSheet(row('', 'a', 'b', 'c', 'd', 'e', 'e', '設定指標 出店数 30店'))
    expect(sheet(draft, '1').years.map(({ items }) => items.join())).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(codes(draft)).toContain('sheet-year-cell-twice')
  })

  test('数量が一つの項目に二つ、別の項目になければ、順に組み直して知らせる', () => {
    const draft = oneSheet(row('', '①朝市 3回 20店 ②出店', '', '', '', '', '設定指標 ①朝市 5回 ②出店 30店'))
    expect(draft.indicators.find(({ name }) => name === '出店')?.actuals).toMatchObject([{ value: '20', year: 2020 }])
    expect(codes(draft)).toContain('sheet-figures-shifted')
  })

  test('ことばの目標と実績は、数にせずことばで持つ', () => {
    const [tablets] = settings(
      row('', '', '', '', '', '', '設定指標', '実績'),
      row(...blankYears, '端末の使用回数 (左記のとおり)', '整備完了'),
    )
    expect(tablets).toMatchObject({
      name: '端末の使用回数',
      targets: [{ status: 'text', value: null }],
      actuals: [{ status: 'text', raw: '整備完了' }],
    })
  })
})

test('左に詰められた年は、同じ事業のほかの個票と照らしてそろえ直す', () => {
  const whole = row('', '準備', '募集', '開店', '開店と相談', '開店と記念祭', '設定指標 出店数 30店')
  const moved = row('', '準備 募集', '開店', '開店と相談', '開店と記念祭', '設定指標 出店数 30店', '')
  const draft = draftOf(
    ...front,
    ...aSheet({ number: '2', name: '港まつり事業', years: [whole] }),
    ...aSheet({ number: '3', name: '港まつり事業', years: [moved] }),
  )
  expect(sheet(draft, '3').years.map(({ items }) => items.join())).toEqual([
    '準備 募集',
    '',
    '開店',
    '開店と相談',
    '開店と記念祭',
  ])
  expect(codes(draft)).toContain('sheet-years-realigned')
})

test('所在は、その字のあるところを指す', () => {
  const lines = [...front, ...aSheet({ number: '1' })]
  const text = lines.join('\n').split('\n')
  const draft = draftOf(...lines)
  for (const { targets, actuals } of draft.indicators)
    for (const { raw, place } of [...targets, ...actuals]) {
      if (!('line' in place)) throw new Error('a text place has a line')
      expect(text[place.line - 1]?.slice((place.column ?? 1) - 1, (place.column ?? 1) - 1 + (place.length ?? 0))).toBe(
        raw,
      )
    }
})

test('この様式でない図書は似ていないと答え、空の案になる', () => {
  const other = aDocument(
    '# 進捗状況一覧表',
    row('指標名', '目標値', 'R2', 'R3'),
    row('新規創業件数', '45件', '10件', '12件'),
  )
  expect(actionPlan.recognise(other).score).toBe(0)
  expect(actionPlan.read(other).projects).toEqual([])
})

test('どんな字面でも投げず、気づきの文はすべて目録にある', () => {
  const known = new Set(catalogues.flatMap((catalogue) => Object.keys(catalogue)))
  const pieces = [
    ...front,
    ...aSheet({ number: '1' }),
    sheetHeader,
    yearHeader,
    '設定指標\t実績',
    '①\t②',
    '<table><tr><td>',
    '基本目標',
    '\t\t\t',
    '●',
    'No. 99999',
    '(',
    '12件',
    '～',
  ]
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string(), fc.string({ unit: 'binary' })), { maxLength: 60 }),
      (lines) => {
        const draft = draftOf(...lines)
        expect(codes(draft).filter((code) => !known.has(code))).toEqual([])
        expect(new Set([...draft.projects, ...draft.indicators].map(({ id }) => id)).size).toBe(
          draft.projects.length + draft.indicators.length,
        )
      },
    ),
    { numRuns: 150 },
  )
})

const seed = new URL('../../../../../shared/seeds/003_68357b5589b58e5f.txt', import.meta.url)
const seedPresent = existsSync(seed)

describe.skipIf(!seedPresent)(
  `伊万里市の図書（${seedPresent ? '' : '手もとに無いため省く: ../shared/seeds'}）`,
  async () => {
    const opened = seedPresent ? await openDocument('imari.txt', readFileSync(seed)) : undefined
    const draft = opened?.ok ? actionPlan.read(opened.value) : draftOf()
    const setting = (number: string, name: string): Indicator | undefined =>
      draft.indicators.find(
        (indicator) => indicator.sheetNo === number && indicator.class === '設定指標' && indicator.name === name,
      )
    const values = (figures: Indicator['targets'] | undefined) =>
      figures?.map(({ year, value, unit }) => [year, value, unit])

    test('54 行・65 行・65 枚。基本目標は四つ', () => {
      expect([
        shown(draft, 'matrix').length,
        shown(draft, 'list').length,
        shown(draft, 'sheet').length,
        draft.nodes.length,
      ]).toEqual([54, 65, 65, 4])
      expect(shown(draft, 'matrix').map(({ listNumber }) => Number(listNumber))).toEqual(
        [...Array(17).keys()].map((at) => at + 1).concat([...Array(37).keys()].map((at) => at + 55)),
      )
      expect(shown(draft, 'sheet').map(({ number }) => Number(number))).toEqual(
        [...Array(65).keys()].map((at) => at + 1),
      )
      expect(draft).toMatchObject({
        municipality: { name: '伊万里市', code: null },
        plan: { firstYear: 2020, lastYear: 2024 },
      })
    })

    test('印の組は二つの表で列の数が違っても合う', () => {
      const marked = (number: string) => shown(draft, 'matrix').find(({ listNumber }) => listNumber === number)
      expect(marked('15')).toMatchObject({
        tags: { 新たな視点: ['1'], シティプロモーションの視点: ['3'], SDGs: ['4'] },
        priority: true,
      })
      expect(marked('91')).toMatchObject({
        tags: { 新たな視点: ['2'], シティプロモーションの視点: ['5'], SDGs: ['8'] },
        priority: true,
      })
      expect(marked('61')).toMatchObject({
        tags: { シティプロモーションの視点: ['1', '2', '3', '4'], SDGs: ['15'] },
        priority: false,
      })
    })

    test('五つの年がそろう個票は 56 枚、年の見出しは 65 枚とも五つ', () => {
      const sheets = shown(draft, 'sheet')
      expect(sheets.every(({ years }) => years.map(({ year }) => year).join() === '2020,2021,2022,2023,2024')).toBe(
        true,
      )
      expect(sheets.filter(({ years }) => years.every(({ items }) => items.length > 0)).length).toBe(56)
    })

    test('企業訪問件数 40→150→…→180', () => {
      expect(values(setting('8', '企業訪問件数')?.actuals)).toEqual([[2020, '40', '件']])
      expect(values(setting('8', '企業訪問件数')?.targets)).toEqual([
        [null, '180', '件'],
        [2021, '150', '件'],
        [2022, '160', '件'],
        [2023, '170', '件'],
        [2024, '180', '件'],
      ])
      expect(sheet(draft, '8').years[0]?.items).toEqual(['企業訪問件数40件', '企業誘致件数5件'])
    })

    test('寄附金額 20.3億円、目標 98億円', () => {
      expect(values(setting('12', '寄附金額')?.actuals)).toEqual([[2020, '20.3', '億円']])
      expect(setting('33', '寄附金額')).toMatchObject({
        targets: [{ value: '98', unit: '億円' }, {}, {}, {}, {}],
        repeatOf: setting('12', '寄附金額')?.id,
      })
    })

    test('印刷の単位の違いはそのまま持ち、再掲にしない', () => {
      const income = draft.indicators.filter(({ name }) => name === '1人当たりの市民所得')
      expect([...new Set(income.filter(({ repeatOf }) => repeatOf === null).map(({ unit }) => unit))]).toEqual([
        '千円/年',
        '円/年',
      ])
      const visitors = draft.indicators.filter(({ name, repeatOf }) => name === '本市の観光客数' && repeatOf === null)
      expect(visitors.map(({ unit }) => unit)).toEqual(['人/年', '人/人'])
    })

    test('傷んだ個票（動いた値・入れ替わった札・内側の表）も読み、気づきを書く', () => {
      expect(values(setting('11', '国内企業へのポートセールス')?.actuals)).toEqual([[2020, '42', '社']])
      expect(
        draft.indicators.find(({ sheetNo, class: kind }) => sheetNo === '22' && kind.includes('KPI'))?.targets[0]
          ?.value,
      ).toBe('25')
      expect(values(setting('40', '研修会開催回数/年')?.actuals)).toEqual([[2020, '0', '回']])
      expect(
        setting('43', '短期入所・夜間養護等利用者数')?.targets[0]?.parts?.map(({ label, value }) => [label, value]),
      ).toEqual([
        ['短期入所', '4'],
        ['夜間養護等', '4'],
      ])
      for (const code of [
        'sheet-kpi-moved',
        'sheet-cell-displaced',
        'sheet-years-realigned',
        'sheet-year-cell-twice',
        'sheet-images-lost',
        'matrix-numbers-missing',
      ])
        expect(codes(draft)).toContain(code)
    })

    test('シティプロモーション推進事業は一覧にも個票にも四度出て、たがいに結ばれる', () => {
      const rows = draft.projects.filter(({ listNumber }) => listNumber === '125')
      expect(rows.map(({ shownIn, number }) => `${shownIn}${number}`)).toEqual([
        'list13',
        'list35',
        'list52',
        'list65',
        'sheet13',
        'sheet35',
        'sheet52',
        'sheet65',
      ])
      expect(rows.every(({ sameAs }) => sameAs?.length === 7)).toBe(true)
    })
  },
)
