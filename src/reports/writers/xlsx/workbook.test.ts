import { describe, expect, test } from 'vitest'
import { openDocument } from '#reading/open-document.ts'
import { aReport, aSection } from '../../a-report.ts'
import type { Report } from '../../report.ts'
import { options, parts, written } from './a-workbook.ts'
import { xlsxWriter } from './xlsx.ts'

const read = async (report: Report) => {
  const opened = await openDocument('帳票.xlsx', await written(report))
  if (!opened.ok) throw new Error(opened.problem.code)
  return opened.value.pages
}

describe('ブック', () => {
  test('章の一つ一つがシートになり、注・表紙・目次・図の値もそろう', async () => {
    const pages = await read(aReport())
    expect(pages.map(({ name }) => name)).toEqual(['表紙', '目次', '概要', '一覧表', '個票 1-1', '図', '図の値'])
    const textOf = (at: number) => pages[at]?.lines.map(({ text }) => text.trim()).join('\n')
    expect(textOf(0)).toContain('進捗状況報告書（令和５年度）')
    expect(textOf(1)).toContain('進捗状況一覧表\n個票 1-1\n推移')
    expect(textOf(3)).toContain('※1　暫定値。確定の後に改める。')
    expect(textOf(6)).toContain('実績\t1,120\t1,135\t\t1,181\t1,241')
  })

  test('式のないブックなので、開いただけで計算し直さない（閉じるときに保存するかと聞かれない）', async () => {
    const { workbook, files } = await parts(aReport())
    expect(workbook).not.toContain('calcPr')
    expect(files.get('docProps/app.xml')).toContain('<Application>Shirube</Application>')
  })

  test('列の広さは、どの画面の倍率でもちょうど半角一字 6pt になる「標準」で数える', async () => {
    const { styles, sheet } = await parts(aReport({ sections: [aSection({ blocks: [] })] }))
    const [normal] = /<font>.*?<\/font>/.exec(styles) ?? []
    expect(normal).toContain('<sz val="12"/>')
    const widths = [...sheet.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width))
    // A3 横の刷れる幅（400mm）は 1133.9pt。
    expect(Math.abs(widths.reduce((sum, each) => sum + each, 0) * 6 - 1133.9)).toBeLessThan(2)
  })

  test('目次から章のシートへ飛べる', async () => {
    const { sheets } = await parts(aReport())
    expect(sheets[1]).toContain('<hyperlink ref="A5" location="&apos;一覧表&apos;!A1"/>')
  })

  test('図は、図の値のシートを指す Excel の図になり、値のない年は空く', async () => {
    const { files } = await parts(aReport())
    const pages = await read(aReport())
    const data = pages.find(({ name }) => name === '図の値')
    const at = data?.lines.findIndex(({ cells }) => cells[1]?.text === 'R1') ?? -1
    expect(data?.lines[at + 1]?.cells.map(({ value }) => value)).toEqual([
      undefined,
      '1120',
      '1135',
      undefined,
      '1181',
      '1241',
    ])
    const chart = files.get('xl/charts/chart1.xml') ?? ''
    expect(chart).toContain(`<c:f>'図の値'!$B$${at + 1}:$F$${at + 1}</c:f>`)
    expect(chart).toContain(`<c:f>'図の値'!$B$${at + 2}:$F$${at + 2}</c:f>`)
    expect(chart).toContain('<c:dispBlanksAs val="gap"/>')
    expect(files.get('xl/drawings/drawing6.xml')).toContain('令和元年度の1,120件から')
  })

  test('使えない字や長すぎる名、同じ名のシートも、別々の名になる', async () => {
    const names = [
      '個票 1/2',
      '個票 1/2',
      '基本目標１　しごとをつくり、安心して働けるまちをつくるための施策の一覧',
      "'",
      'History',
      '履歴',
    ]
    const sections = names.map((name, at) => aSection({ key: `s${at}`, name, blocks: [] }))
    const pages = await read(aReport({ sections }))
    expect(pages.map(({ name }) => name)).toEqual([
      '個票 1／2',
      '個票 1／2(2)',
      '基本目標１　しごとをつくり、安心して働けるまちをつくるための施',
      '’',
      'History(2)',
      '履歴(2)',
    ])
  })

  test('同じ帳票からは、同じバイト列ができる', async () => {
    expect(Buffer.from(await written(aReport())).equals(Buffer.from(await written(aReport())))).toBe(true)
  })

  test('章ごとに進みを知らせ、取り止めたらそのわけで投げる', async () => {
    const seen: string[] = []
    const stop = new AbortController()
    const reason = new Error('取り止め')
    const progress = (done: number, of: number) => {
      seen.push(`${done}/${of}`)
      if (done === 2) stop.abort(reason)
    }
    await expect(xlsxWriter.write(aReport(), { ...options, signal: stop.signal, progress })).rejects.toBe(reason)
    expect(seen).toEqual(['1/6', '2/6'])
  })
})
