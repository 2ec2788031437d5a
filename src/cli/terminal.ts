import type { Language, Params } from '#domain/language/message.ts'
import { say } from '#domain/language/say.ts'
import { type Problem, problemInWords } from '#domain/problem.ts'

/** 端末への出口。標準出力には答えだけ、困りごとは標準エラーに。 */
export type Terminal = {
  readonly language: Language
  readonly print: (line?: string) => void
  readonly complain: (line: string) => void
}

/** 0 済んだ、1 気づきがある・断った、2 使い方の誤り。 */
export type Exit = 0 | 1 | 2

export const words = (terminal: Terminal, code: string, params: Params = {}): string =>
  say({ code, params }, terminal.language)

export const complainOf = (terminal: Terminal, problem: Problem): Exit => {
  terminal.complain(problemInWords(problem, terminal.language))
  return 1
}

// 「| head」のように読み手が先に閉じるのは、誤りではない。
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

export const processTerminal = (language: Language): Terminal => ({
  language,
  print: (line = '') => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
})
