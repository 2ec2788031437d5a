import { createHash } from 'node:crypto'
import type { Report } from '../../report.ts'
import type { WriteOptions, Writer } from '../writer.ts'
import { escaped } from './markup.ts'
import { sectionHtml } from './section.ts'
import { styleOf } from './style.ts'

/**
 * 印刷のできる HTML 一枚。外の様式も書体も台本も読まず、画面で読めて、そのまま紙に刷れる。
 * 同じ帳票からは、同じバイト列になる（公表の記録がこれに頼る）。
 */
export const htmlWriter: Writer = {
  format: 'html',
  mediaType: 'text/html; charset=UTF-8',
  extension: 'html',
  write: async (report, options) => new TextEncoder().encode(await documentHtml(report, options)),
}

const documentHtml = async (report: Report, { font, signal, progress }: WriteOptions): Promise<string> => {
  const sections: string[] = []
  for (const section of report.sections) {
    signal?.throwIfAborted()
    sections.push(sectionHtml(section, report))
    progress?.(sections.length, report.sections.length)
    // 長い計画書のあいだも、ほかの人の頁に答えられるように。
    if (sections.length % 20 === 0) await new Promise(setImmediate)
  }
  return [
    '<!DOCTYPE html>',
    '<html lang="ja">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta name="author" content="${escaped(report.municipality)}">`,
    `<title>${escaped([report.title, report.municipality].join(' - '))}</title>`,
    `<style>${styleOf(report, font)}</style>`,
    '</head>',
    '<body>',
    `<main aria-label="${escaped(report.title)}">`,
    ...sections,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

/**
 * その HTML の様式だけを許す、CSP の `style-src` の値。様式は一つだけで、升目ごとの様式はない。
 * `styleSource(html)` → `'sha256-…'`
 */
export const styleSource = (html: string): string => {
  const style = /<style>([^<]*)<\/style>/.exec(html)?.[1]
  return style === undefined ? "'none'" : `'sha256-${createHash('sha256').update(style).digest('base64')}'`
}
