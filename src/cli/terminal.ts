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

/**
 * 端末。「| head」のように読み手が先に閉じるのは誤りではない。言うのをやめるだけで、仕事は終わりまでし、
 * 終わりの番号も変えない（`serve | head -1` で画面まで閉じることのないように）。
 */
export const processTerminal = (language: Language): Terminal => ({
  language,
  print: lineWriter(process.stdout),
  complain: lineWriter(process.stderr),
})

const lineWriter = (stream: NodeJS.WriteStream) => {
  let open = true
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    open = false
  })
  return (line = ''): void => {
    if (open) stream.write(`${visible(line)}\n`)
  }
}

/**
 * 改行とタブのほかの制御文字を、見える字（␛ など）にする。図書やファイル名に紛れたものに、端末を操らせない。
 * JSON には、制御文字がそのまま出ることはない。
 *
 * @example visible('\u001b[2J一覧表') // → '␛[2J一覧表'
 */
export const visible = (line: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: 制御文字を探している
  line.replace(/[\0-\x08\x0b-\x1f]/g, (control) => String.fromCharCode(0x2400 + control.charCodeAt(0)))
