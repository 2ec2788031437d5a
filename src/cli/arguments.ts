import { parseArgs } from 'node:util'
import type { Language } from '#domain/language/message.ts'
import { done, type Result, refused } from '#domain/problem.ts'

/** 命令の引数。どの命令も同じ名前で同じものを指す（docs/commands.md）。 */
export type Arguments = {
  readonly command: string
  readonly files: readonly string[]
  readonly language: Language
  readonly json: boolean
  readonly help: boolean
  readonly version: boolean
  readonly data: string | null
  readonly municipality: string | null
  readonly port: number | null
}

const options = {
  lang: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  data: { type: 'string' },
  municipality: { type: 'string' },
  port: { type: 'string' },
} as const

/** ことばだけは、ほかの引数が誤っていても知りたい（誤りをそのことばで言うため）。 */
export const languageOf = (argv: readonly string[]): Language => {
  const at = argv.indexOf('--lang')
  return argv.includes('--lang=en') || (at >= 0 && argv[at + 1] === 'en') ? 'en' : 'ja'
}

/** @example parseArguments(['check', '--json', '一覧表.txt']) // → { command: 'check', files: ['一覧表.txt'], json: true, … } */
export const parseArguments = (argv: readonly string[]): Result<Arguments> => {
  const parsed = attempt(argv)
  if (!parsed) return refused('wrong-option', { given: argv.join(' ') })
  const { values, positionals } = parsed
  if (values.lang !== undefined && values.lang !== 'ja' && values.lang !== 'en')
    return refused('wrong-language', { given: values.lang })
  const port = values.port === undefined ? null : portNumber(values.port)
  if (port === undefined) return refused('wrong-port', { given: values.port ?? '' })
  const [command = '', ...files] = positionals
  return done({
    command,
    files,
    language: values.lang === 'en' ? 'en' : 'ja',
    json: values.json ?? false,
    help: values.help ?? false,
    version: values.version ?? false,
    data: values.data ?? null,
    municipality: values.municipality ?? null,
    port,
  })
}

const attempt = (argv: readonly string[]) => {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true })
  } catch {
    return undefined // parseArgs は知らない引数を投げて知らせる。文はこちらの目録で言う。
  }
}

const portNumber = (text: string): number | undefined => {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  return port <= 65_535 ? port : undefined
}
