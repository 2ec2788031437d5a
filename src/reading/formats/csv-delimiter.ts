import { linesOf } from './text.ts'

export type Delimiter = ',' | '\t' | ';'

const candidates = [',', '\t', ';'] as const

/**
 * この文章は CSV・TSV か。区切りの字、または CSV でなければ null。
 * .csv・.tsv と名乗るものは最も多くの行に現れる区切り、.txt・.md は文章、
 * 引用符の中の字は数えない。名乗らないものは、どの行にもコンマが同じ数だけ（二つ以上）あるときだけ CSV とみなす。
 */
export const delimiterOf = (file: string, text: string): Delimiter | null => {
  const extension = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase()
  const sample = text.slice(0, 200_000).replace(/"[^"]*"/g, '""')
  const lines = linesOf(sample).filter((line) => line.trim() !== '')
  if (extension === 'tsv') return '\t'
  if (extension === 'csv') return mostUsed(lines)
  if (extension === 'txt' || extension === 'md') return null
  return uniform(lines) ? ',' : null
}

const mostUsed = (lines: readonly string[]): Delimiter => {
  const used = candidates.map((delimiter) => lines.filter((line) => countOf(line, delimiter) > 0).length)
  return candidates[used.indexOf(Math.max(...used))] ?? ','
}

const uniform = (lines: readonly string[]): boolean => {
  const counts = new Set(lines.map((line) => countOf(line, ',')))
  return lines.length >= 3 && counts.size === 1 && Math.max(...counts) >= 2
}

const countOf = (line: string, delimiter: string): number => line.split(delimiter).length - 1
