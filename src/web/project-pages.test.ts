import { describe, expect, test } from 'vitest'
import { anIndicator, aProject } from '#domain/findings/builders.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import { sampleEdition } from '#operations/a-sample-edition.ts'
import { projectsView } from '#operations/view-projects.ts'
import type { ProjectsAsked } from '#operations/view-projects-order.ts'
import { projectView } from '#operations/view-projects-sheet.ts'
import { summaryView } from '#operations/view-summary.ts'
import { aNode, anEdition } from './an-edition.ts'
import { withUnit } from './components/figure-words.ts'
import { folded } from './components/summary-rows.ts'
import { frameFor } from './frame.ts'
import { summaryPage } from './pages/summary.tsx'
import { projectPage, projectsPage } from './pages-of.tsx'

const ja = frameFor('ja', '/')
const en = frameFor('en', '/en')
const sunagawa = sampleEdition('012262-sunagawa')
const imari = sampleEdition('412058-imari')

const text = (html: string): string =>
  html
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim()

const cells = (row: string): readonly string[] =>
  [...row.matchAll(/<td class="n[^"]*"[^>]*>(.*?)<\/td>/gs)].map(([, inner = '']) => text(inner))

describe('集計表', () => {
  const html = summaryPage(ja, summaryView(sunagawa))

  test('どの升目も、図書に印刷されたとおりの値', () => {
    const printed = (figures: readonly Figure[], year: number | null) => {
      const figure = figures.find((each) => each.year === year && (year === null || each.scope === undefined))
      return figure === undefined || /^[―－-]?$/.test(figure.raw) ? '―' : withUnit(figure)
    }
    for (const { id, name, targets, actuals } of sunagawa.content.indicators) {
      const rows = new RegExp(`id="i-${id}".*?<tr class="result">.*?</tr>`, 's').exec(html)?.[0] ?? ''
      const [aim = '', result = ''] = rows.split('<tr class="result">')
      const columns = [2021, 2022, 2023, 2024, 2025, null]
      expect(cells(aim), name).toEqual(columns.map((year) => printed(targets, year)))
      const shown = cells(result).map((each) => each.replace(/ \d+\.\d%$/, ''))
      expect(shown, name).toEqual(columns.map((year) => printed(actuals, year)))
    }
  })

  test('実績の数字は計算へ、段の名は図書のその場所へつながる', () => {
    const [sha] = sunagawa.sources.map(({ sha256 }) => sha256)
    expect(html).toMatch(
      /<td class="n now"><a href="\/012262\/plans\/[^"]+\/indicators\/i-c29a100652#y2021">36\.6％<\/a>/,
    )
    expect(html).toContain(`/012262/sources/${sha}?line=22`)
    expect(html).toMatch(
      /<th scope="row" class="line" lang="ja"><a href="[^"]+" title="実績値の出典（\d+行目）">実績値<\/a>/,
    )
  })

  test('小計は印刷された小計と照らして言う', () => {
    expect(text(html)).toContain(
      '小計 基本目標1 安定した雇用を創出し、地域人材の活躍の場をつくる 事業数 9、KPI数 8 印刷された小計と一致',
    )
    expect(text(html)).toContain('合計 事業数 48、KPI数 46 印刷された小計と一致')
    const [first, ...others] = sunagawa.content.subtotals
    const wrong = {
      ...sunagawa,
      content: { ...sunagawa.content, subtotals: first ? [{ ...first, projects: 10 }, ...others] : [] },
    }
    const differing = summaryPage(ja, summaryView(wrong))
    expect(differing).toMatch(/<span class="differs"><svg.*?<\/svg>印刷は 事業数 10、KPI数 8<\/span>/)
  })

  test('毎年の目標があっても、その年度が「―」と印刷されていれば「―」', () => {
    const row = /id="i-i-c0b972f2b6".*?<\/tr>/s.exec(html)?.[0] ?? ''
    expect(cells(row)).toEqual(['―', '1件', '1件', '1件', '1件', '―'])
  })

  test('毎年の目標は、計画の始まる前の年度の欄には出さない', () => {
    const shown = summaryPage(ja, summaryView(imari))
    const row = /<tr class="aim">(?:(?!<tr).)*?>本市の観光客数<.*?<\/tr>/s.exec(shown)?.[0] ?? ''
    // H29・H30・R1 は計画の前、R2～R6 が計画期間。
    const each = '1,616,000人/年'
    expect(cells(row).slice(0, 8)).toEqual(['―', '―', '―', each, each, each, each, each])
  })

  test('所見は、どれも一字も欠けずに載る', () => {
    const joined = html.replace(/<details><summary>|<span class="more".*?<\/span><\/summary>/gs, '')
    for (const { name, remarks } of sunagawa.content.indicators)
      if (remarks) expect(joined.includes(remarks), name).toBe(true)
  })

  test('長い所見は初めの一文で畳み、合わせると元の字になる', () => {
    const long = `目標を下回った。${'感染症で中止となった。'.repeat(20)}`
    const [head, rest] = folded(long)
    expect(head + rest).toBe(long)
    expect(rest).not.toBe('')
    expect(folded('短い所見。')).toEqual(['短い所見。', ''])
    const emoji = '𠮷野家'.repeat(40)
    expect(folded(emoji).join('')).toBe(emoji)
    const plan = anEdition({ indicators: [anIndicator({ goals: { 2021: '1件', 2022: '2件' }, remarks: long })] })
    const shown = summaryPage(ja, summaryView(plan))
    expect(shown).toContain(`<details><summary>${head}<span`)
    expect(shown).toContain(`</summary>${rest}</details>`)
  })

  test('多い行は頁に分け、前後の頁に何が載るかを言い、絞り込みを保つ', () => {
    const nodes = ['1', '2', '3'].map((number) => aNode({ id: `g${number}`, number }))
    const indicators = nodes.flatMap(({ id }) =>
      Array.from({ length: 60 }, () =>
        anIndicator({ node: id, goals: { 2021: '1件', 2022: '2件' }, departments: ['商工課'] }),
      ),
    )
    const shown = summaryPage(ja, summaryView(anEdition({ nodes, indicators }), { department: '商工課', page: 2 }))
    const steps = /<nav class="page-steps".*?<\/nav>/s.exec(shown)?.[0] ?? ''
    expect(text(steps)).toBe('前の頁 基本目標1 3頁のうち2頁 基本目標2 次の頁 基本目標3')
    const hrefs = [...steps.matchAll(/href="[^"?]+\?([^"]+)"/g)].map(([, query]) => query?.replaceAll('&amp;', '&'))
    const department = encodeURIComponent('商工課')
    expect(hrefs).toEqual([`department=${department}&page=1`, `department=${department}&page=3`])
    expect(shown).toContain(`<a href="/152081/departments/${department}">商工課</a>`)
  })

  test('年度ごとの目標のない計画では、どこを見ればよいかを言う', () => {
    expect(text(summaryPage(ja, summaryView(anEdition())))).toContain('「進捗状況一覧表」で見られます')
  })

  test('英語の頁でも、図書のことばは日本語のまま、しるべのことばは英語', () => {
    const words = text(summaryPage(en, summaryView(sunagawa)))
    expect(words).toContain('9 projects, 8 KPIs agrees with the printed subtotal')
    expect(words).toContain('砂川高校からの市内企業就職率')
  })
})

describe('事業の一覧', () => {
  const page = (asked: ProjectsAsked, frame = ja) => projectsPage(frame, projectsView(imari, asked))

  test('印の表は、種類の下に値の並ぶ二段の見出し', () => {
    const html = page({ part: 'matrix' })
    expect(html).toMatch(/<th scope="colgroup" colspan="4" class="group">基本目標<\/th>/)
    expect(html).toMatch(
      /<th scope="colgroup" colspan="5" class="group"><span lang="ja">シティプロモーションの視点<\/span>/,
    )
    const row = /<tr>(?:(?!<tr>).)*?カブトガニ保護促進事業.*?<\/tr>/s.exec(html)?.[0] ?? ''
    const marks = [...row.matchAll(/<td class="tick">(.*?)<\/td>/gs)].map(([, inner]) => inner !== '')
    // 61	カブトガニ保護促進事業				●			●	●	●	●		15
    expect(marks).toEqual([false, false, false, true, false, false, true, true, true, true, false, false])
    expect(row).toContain('/412058/tags/SDGs/15')
  })

  test('● には読み上げのことばがある', () => {
    expect(page({ part: 'matrix' })).toContain(
      '<span aria-hidden="true">●</span><span class="unseen" lang="ja">該当</span>',
    )
  })

  test('見出しを選ぶと、絞り込みを保ったまま並べかわり、もう一度で逆に、その次で印刷された順に戻る', () => {
    const link = (html: string, words: string) =>
      new RegExp(`<th[^>]*>(?:<[^>]+>)*<a href="([^"]+)"[^>]*>${words}`).exec(html)?.[1]?.replaceAll('&amp;', '&')
    expect(link(page({ part: 'sheet', goal: '1' }), '期間')).toMatch(/projects\?part=sheet&goal=1&sort=period$/)
    const up = page({ part: 'sheet', sort: 'period' })
    expect(up).toMatch(/aria-sort="ascending"><a[^>]*>期間<span class="sorted">.*?▲/)
    expect(link(up, '期間')).toMatch(/sort=period&dir=desc$/)
    expect(link(page({ part: 'sheet', sort: 'period', dir: 'desc' }), '期間')).toMatch(/projects\?part=sheet$/)
  })

  test('市の課は課の頁へつながり、市の外の団体はただの字', () => {
    const html = page({ part: 'list' })
    expect(html).toContain(
      `href="/412058/departments/${encodeURIComponent('農業振興課')}">農業振興課</a>、有田町、JA伊万里`,
    )
  })

  test('いくつもの番号で載る事業は、番号ごとにその行へつながる', () => {
    expect(page({ part: 'list' })).toMatch(/>1<\/a>・<a href="[^"]+">19<\/a><\/td><th scope="row" class="name">/)
  })

  test('印刷されたままの重点施策一覧は、目標を帯で言う', () => {
    const words = text(page({ part: 'list', rows: 'printed' }))
    const goals = imari.content.nodes.map(({ title }) => words.lastIndexOf(title))
    expect(goals.every((at) => at > 0)).toBe(true)
    expect(goals.toSorted((a, b) => a - b)).toEqual(goals)
  })

  test('合うものがなければ、どうすればよいかを言う', () => {
    expect(text(page({ q: 'ないことば' }))).toContain('条件を減らすか')
    expect(text(projectsPage(ja, projectsView(anEdition())))).toContain('事業の一覧がありません')
  })
})

describe('個票の頁', () => {
  const sheetHtml = (number: string, frame = ja) => {
    const id = imari.content.projects.find((each) => each.shownIn === 'sheet' && each.number === number)?.id ?? ''
    const view = projectView(imari, id)
    if (!view) throw new Error(`no sheet ${number}`)
    return projectPage(frame, view)
  }

  test('どの個票も、印刷された字を一つも落とさない', () => {
    for (const project of imari.content.projects.filter(({ shownIn }) => shownIn === 'sheet')) {
      const view = projectView(imari, project.id)
      const shown = text(view ? projectPage(ja, view) : '')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
      const words = [
        project.name,
        project.subName ?? '',
        project.content ?? '',
        ...project.implementers,
        ...Object.values(project.tags).flat(),
        ...project.years.flatMap(({ items }) => items),
      ]
      for (const word of words) expect(shown, project.name).toContain(word.replace(/\s+/g, ' ').trim())
    }
  })

  test('升目の空いた年度は、そう言う', () => {
    expect(text(sheetHtml('36'))).toMatch(/令和3年度（2021） この年度の升目は空です/)
  })

  test('名の違いを、どの行がそう書いているかとともに言い、どの行へもつなぐ', () => {
    const html = sheetHtml('8')
    expect(text(html)).toContain('事業名が所によって違います： 「企業立地助奨事業」（ 取組事業一覧 No. 91 ）')
    const others = imari.content.projects.filter(
      ({ shownIn, number, listNumber }) => listNumber === '91' && !(shownIn === 'sheet' && number === '8'),
    )
    expect(others).toHaveLength(2)
    for (const { id } of others) expect(html.includes(`/projects/${id}"`), id).toBe(true)
    expect(text(html)).toContain('個票 No. 8 いま見ている行')
  })

  test('英語の頁では、図書のことばに日本語の印を付ける', () => {
    expect(sheetHtml('1', en)).toContain('<span lang="ja">新規就農者支援事業</span>')
  })
})

test('図書に書かれた字は、どの頁でもただの字', () => {
  const evil = `<script>alert('1')</script>"&`
  const full = anEdition(
    {
      nodes: [aNode({ id: 'g1', title: evil, level: evil }), aNode({ id: 'g2', title: '二' })],
      indicators: [
        anIndicator({
          id: 'i',
          node: 'g1',
          name: evil,
          class: evil,
          goals: { 2021: evil, 2022: evil },
          remarks: evil,
          departments: [evil],
        }),
      ],
      projects: [
        aProject(evil, {
          id: 'p',
          subName: evil,
          nodes: ['g1'],
          tags: { [evil]: [evil], 視点: ['1'] },
          implementers: [evil],
          content: evil,
          years: [{ year: 2021, items: [evil] }],
          indicators: ['i'],
          sameAs: ['q'],
          number: evil,
          listNumber: evil,
        }),
        aProject(`${evil}別`, { id: 'q', nodes: ['g2'], shownIn: 'list', number: evil }),
      ],
    },
    { title: evil, municipality: { code: '152081', name: evil } },
  )
  const sheet = projectView(full, 'p')
  const pages = [
    summaryPage(ja, summaryView(full)),
    ...(['all', 'sheet', 'list'] as const).map((part) =>
      projectsPage(ja, projectsView(full, { part, q: evil, goal: evil })),
    ),
    ...(['all', 'sheet', 'list'] as const).map((part) => projectsPage(en, projectsView(full, { part }))),
    sheet ? projectPage(ja, sheet) : '',
  ]
  for (const html of pages) {
    expect(html).toContain('&lt;script&gt;')
    expect(html).not.toContain('<script')
    expect(html).not.toContain('"&"')
  }
})
