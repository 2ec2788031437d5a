import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aReport, aSection, aTable } from '../../a-report.ts'
import type { Cell, Report, RowGroup, Table } from '../../report.ts'
import { htmlWriter, styleSource } from './html.ts'
import { tableParts } from './table-parts.ts'

const options = { pdfStandard: 'plain', font: 'noto-sans', madeAt: '2026-11-25T00:00:00.000Z' } as const

const written = async (report: Report): Promise<string> =>
  new TextDecoder().decode(await htmlWriter.write(report, options))

const withTable = (table: Table, rest: Partial<Report> = {}): Report =>
  aReport({ sections: [aSection({ key: 'table', blocks: [{ kind: 'table', table }] })], ...rest })

const oneCell = (cell: Cell): Table => ({
  ...aTable(0),
  columns: [{ key: 'only', width: 4, align: 'end' }],
  header: [],
  groups: [{ kind: 'entry', rows: [{ cells: [cell] }] }],
})

describe('印刷のできる HTML', () => {
  test('同じ帳票からは、作った時刻が違っても、同じバイト列になる', async () => {
    const later = await htmlWriter.write(aReport(), { ...options, madeAt: '2031-04-01T09:00:00.000Z' })
    expect(Buffer.from(later).equals(Buffer.from(await htmlWriter.write(aReport(), options)))).toBe(true)
  })

  test('外のものは何も読まず、台本も、升目ごとの様式も持たない', async () => {
    const html = await written(aReport())
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="ja">/)
    expect(html).not.toMatch(/<script|<link|<img| style=|\bsrc=|@import|url\(/)
    expect(html.match(/<style>/g)).toHaveLength(1)
  })

  test('CSP に書く様式の印は、その頁の様式のもの', async () => {
    const html = await written(aReport({ documentNumber: '資料 "1" </style>' }))
    const style = html.slice(html.indexOf('<style>') + 7, html.indexOf('</style>'))
    expect(styleSource(html)).toBe(`'sha256-${createHash('sha256').update(style).digest('base64')}'`)
    expect(html.match(/<\/style>/g)).toHaveLength(1)
    expect(style).toContain('content: "資料 \\22 1\\22  \\3c /style\\3e "')
  })

  test('資料番号と市の名は、どの頁の余白にも', async () => {
    const html = await written(aReport())
    expect(html).toContain('@top-right { content: "資料１"')
    expect(html).toContain('@bottom-center { content: counter(page) " / " counter(pages)')
    expect(html).toContain('@page a3l { size: A3 landscape; }')
  })

  test('どの字も、書かれたとおりに読める字になる', () => {
    const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }
    return fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        const html = await written(withTable(oneCell({ text })))
        const cell = /<td class="e">([\s\S]*?)<\/td>/.exec(html)?.[1] ?? 'none'
        expect(cell.replaceAll('<br>', '\n').replace(/&(\w+);/g, (_, name: string) => entities[name] ?? '?')).toBe(text)
      }),
    )
  })

  test('章は、題の段に合う見出しと、紙の名を持つ', async () => {
    const html = await written(aReport())
    expect(html).toMatch(/<section id="table" class="a3l print\d+">\n<header>\n<h1>進捗状況一覧表<\/h1>/)
    expect(html).toContain('<section id="cover" class="a4p front">')
    expect(html).toContain('<p class="as-of">令和6年3月末現在</p>\n<p class="unit">（単位：千円）</p>')
    expect(html).toContain('<h2 class="unseen">個票 1-1</h2>')
    expect(html).toContain('<li class="outline2"><a href="#sheet-1">個票 1-1</a></li>')
  })

  test('取り止めれば、そこで投げる', async () => {
    const signal = AbortSignal.abort(new Error('取り止め'))
    await expect(htmlWriter.write(aReport(), { ...options, signal })).rejects.toThrow('取り止め')
  })

  test('進みを章ごとに言う', async () => {
    const seen: string[] = []
    await htmlWriter.write(aReport(), { ...options, progress: (done, of) => seen.push(`${done}/${of}`) })
    expect(seen).toEqual(['1/6', '2/6', '3/6', '4/6', '5/6', '6/6'])
  })
})

describe('HTML の表', () => {
  test('見出しは列の見出し、帯は行のまとまりの見出し、行の名は行の見出し', async () => {
    const html = await written(withTable(aTable(1)))
    expect(html).toContain('<th scope="colgroup" colspan="2">実績</th>')
    expect(html).toContain('<th scope="col">R4年度</th><th scope="col">R5年度</th>')
    expect(html).toContain('<th scope="rowgroup" colspan="11">基本目標1　しごとをつくり、安心して働けるまち</th>')
    expect(html).toContain('<th scope="rowgroup" rowspan="2" class="c">1</th>')
  })

  test('二行め、三行めの数も、その列の寄せかたになる', async () => {
    const html = await written(withTable(aTable(1)))
    expect(html).toContain('<td class="c">達成率</td><td class="e quiet">―</td><td class="e quiet">95.5％</td>')
  })

  test('注の印は上付きで、章の終わりの注へ行ける', async () => {
    const html = await written(aReport())
    expect(html).toContain('1,241件<sup><a href="#table-note-1">※1</a></sup>')
    expect(html).toContain('<li id="table-note-1"><span class="mark">※1</span> 暫定値。')
    expect(await written(withTable(aTable(1)))).toContain('<sup>※1</sup>')
  })

  test('縦書きの見出しと、改めたところの下線', async () => {
    const html = await written(withTable(aTable(1)))
    expect(html).toContain('class="vertical"><span>評価（Ａ～Ｃ）</span></th>')
    expect(html).toContain('開店の<u>相談</u>が増えている。')
  })

  test('広がった升目がまとまりを越えるとき、升目は失われない', async () => {
    const groups: readonly RowGroup[] = [
      { kind: 'entry', rows: [{ cells: [{ text: '目標', rows: 3 }] }] },
      { kind: 'entry', rows: [{ cells: [] }] },
      { kind: 'entry', rows: [{ cells: [] }, { cells: [{ text: '次' }] }] },
    ]
    const [part] = tableParts({ ...oneCell({ text: '' }), groups })
    expect(part?.groups.map(({ rows }) => rows.length)).toEqual([4])
  })
})

describe('帯ごとに表を分ける', () => {
  const bandsOf = (table: Table) =>
    tableParts(table).map(({ bands, groups }) => [
      ...bands.map(({ rows }) => rows[0]?.cells[0]?.text.slice(0, 5)),
      groups.flatMap(({ rows }) => rows).length,
    ])

  test('行の多い帯は、見出しとともに頁ごとに繰り返す', () => {
    expect(bandsOf(aTable(12))).toEqual([
      ['基本目標1', '施策1－１', 25],
      ['基本目標2', '施策2－１', 26],
    ])
  })

  test('行の少ない帯では、見出しばかりにならないよう、分けない', () => {
    expect(bandsOf(aTable(2))).toEqual([[15]])
  })

  test('行のない帯も失われない', () => {
    const rows = (count: number): RowGroup => ({
      kind: 'entry',
      rows: Array.from({ length: count }, () => ({ cells: [{ text: '行' }] })),
    })
    const band = (level: 1 | 2, text: string): RowGroup => ({ kind: 'band', level, rows: [{ cells: [{ text }] }] })
    const groups = [
      band(1, '帯一'),
      rows(60),
      band(1, '帯二'),
      band(2, '帯三'),
      band(1, '帯四'),
      rows(60),
      band(1, '帯五'),
    ]
    const parts = tableParts({ ...aTable(0), groups })
    const texts = parts.flatMap((part) =>
      [...part.bands, ...part.groups].flatMap(({ kind, rows: all }) =>
        kind === 'band' ? [all[0]?.cells[0]?.text] : [],
      ),
    )
    for (const text of ['帯一', '帯二', '帯三', '帯四', '帯五']) expect(texts).toContain(text)
    expect(parts.flatMap((part) => part.groups.filter(({ kind }) => kind === 'entry'))).toHaveLength(2)
  })

  test('どこで分けても、行はどれも一度ずつ、順のとおり', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.record({ kind: fc.constant('band' as const), level: fc.constantFrom(1 as const, 2 as const) }),
            fc.record({ kind: fc.constant('entry' as const), count: fc.integer({ min: 1, max: 40 }) }),
          ),
          { maxLength: 30 },
        ),
        (made) => {
          const groups = made.map((each, index): RowGroup => {
            const rows = Array.from({ length: each.kind === 'band' ? 1 : each.count }, (_, row) => ({
              cells: [{ text: `${index}-${row}` }],
            }))
            return each.kind === 'band' ? { kind: 'band', level: each.level, rows } : { kind: 'entry', rows }
          })
          const entries = (all: readonly RowGroup[]) =>
            all.flatMap(({ kind, rows }) => (kind === 'entry' ? rows.map(({ cells }) => cells[0]?.text) : []))
          const parts = tableParts({ ...aTable(0), groups })
          expect(parts.flatMap((part) => entries(part.groups))).toEqual(entries(groups))
          const bands = new Set(parts.flatMap((part) => [...part.bands, ...part.groups]))
          for (const group of groups) if (group.kind === 'band') expect([...bands]).toContainEqual(group)
        },
      ),
    ))
})
