import { parseArgs } from 'node:util'
import type { Language } from '#domain/language/message.ts'
import { done, type Problem, type Result, refused } from '#domain/problem.ts'

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
  /** 画面を開く番地（serve）。 */
  readonly host: string | null
  /** いちばん新しいもの（undo）。 */
  readonly last: boolean
  /** 帳票を作る引数（report）。書かれた順の値。 */
  readonly report: Readonly<Record<ReportOption, readonly string[]>>
  /** 監査記録を絞る引数（audit list）。書かれた順の値。 */
  readonly audit: Readonly<Record<AuditOption, readonly string[]>>
  /** 市の利用者のメール。その人の役で頼む。 */
  readonly as: string | null
  /** 照会の引数（round）。 */
  readonly round: { readonly number: string | null; readonly reason: string | null; readonly despite: boolean }
}

/** 帳票を作る引数。値の読み方は report-choices.ts。 */
const reportOptions = [
  'plan',
  'named',
  'format',
  'output',
  'pdf-standard',
  'font',
  'year',
  'years',
  'goal',
  'department',
  'formula',
  'rounding',
  'places',
  'rows',
  'pair',
  'year-style',
  'with',
  'without',
  'stage',
  'document-number',
  'as-of',
  'paper',
] as const

export type ReportOption = (typeof reportOptions)[number]

/** 監査記録を絞る引数（audit list）。 */
const auditOptions = ['act', 'by', 'about', 'from', 'to', 'limit'] as const

export type AuditOption = (typeof auditOptions)[number]

type Option = { readonly type: 'string' | 'boolean'; readonly short?: string }

const options: Readonly<Record<string, Option>> = {
  ...Object.fromEntries([...reportOptions, ...auditOptions].map((name) => [name, { type: 'string' as const }])),
  output: { type: 'string', short: 'o' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  data: { type: 'string' },
  municipality: { type: 'string' },
  port: { type: 'string' },
  host: { type: 'string' },
  as: { type: 'string' },
  round: { type: 'string' },
  reason: { type: 'string' },
  despite: { type: 'boolean' },
  last: { type: 'boolean' },
}

/** ことばだけは、ほかの引数が誤っていても知りたい（誤りをそのことばで言うため）。 */
export const languageOf = (argv: readonly string[]): Language => {
  const at = argv.indexOf('--lang')
  return argv.includes('--lang=en') || (at >= 0 && argv[at + 1] === 'en') ? 'en' : 'ja'
}

/**
 * 引数を読む。断る符号: `unknown-option`・`option-without-value`・`option-with-value`・`wrong-language`・`wrong-port`。
 *
 * @example parseArguments(['check', '--json', '一覧表.txt']) // → { command: 'check', files: ['一覧表.txt'], json: true, … }
 */
export const parseArguments = (argv: readonly string[]): Result<Arguments> => {
  const { tokens, positionals } = parseArgs({
    args: [...argv],
    options,
    allowPositionals: true,
    strict: false, // 誤りは投げさせず、どの引数がどう誤りかを目録のことばで言う
    tokens: true,
  })
  const given = tokens.filter((token) => token.kind === 'option')
  const problem = given.map(wrongWith).find((found) => found !== undefined)
  if (problem) return { ok: false, problem }
  const text = (name: string): string | null => given.findLast((option) => option.name === name)?.value ?? null
  const texts = (name: string): readonly string[] =>
    given.flatMap((option) => (option.name === name && option.value !== undefined ? [option.value] : []))
  const said = (name: string): boolean => given.some((option) => option.name === name)

  const language = text('lang') ?? 'ja'
  if (language !== 'ja' && language !== 'en') return refused('wrong-language', { given: language })
  const port = portNumber(text('port'))
  if (port === undefined) return refused('wrong-port', { given: text('port') ?? '' })
  const [command = '', ...files] = positionals
  return done({
    command,
    files,
    language,
    json: said('json'),
    help: said('help'),
    version: said('version'),
    data: text('data'),
    municipality: text('municipality'),
    port,
    host: text('host'),
    last: said('last'),
    as: text('as'),
    round: { number: text('round'), reason: text('reason'), despite: said('despite') },
    report: Object.fromEntries(reportOptions.map((name) => [name, texts(name)])) as Arguments['report'],
    audit: Object.fromEntries(auditOptions.map((name) => [name, texts(name)])) as Arguments['audit'],
  })
}

type GivenOption = {
  readonly name: string
  readonly rawName: string
  readonly value: string | undefined
  readonly inlineValue: boolean | undefined
}

const wrongWith = ({ name, rawName, value, inlineValue }: GivenOption): Problem | undefined => {
  const option = Object.hasOwn(options, name) ? options[name] : undefined
  if (!option) return refused('unknown-option', { option: rawName }).problem
  if (option.type === 'boolean')
    return value === undefined ? undefined : refused('option-with-value', { option: rawName }).problem
  // 「--data --json」のように次の引数を値に取ったものは、値の書き忘れ。
  const forgotten = value === undefined || value === '' || (!inlineValue && value.startsWith('-'))
  return forgotten ? refused('option-without-value', { option: rawName }).problem : undefined
}

const portNumber = (text: string | null): number | null | undefined => {
  if (text === null) return null
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  return port <= 65_535 ? port : undefined
}
