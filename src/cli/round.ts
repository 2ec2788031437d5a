import { writeFile } from 'node:fs/promises'
import type { BoardLine } from '#domain/collection/board.ts'
import type { CollectionRound } from '#domain/collection/round.ts'
import { municipalityCode } from '#domain/people/municipality.ts'
import type { Person } from '#domain/people/person.ts'
import { done, type Problem, type Result, refused } from '#domain/problem.ts'
import { dayInWords } from '#domain/year/calendar.ts'
import type { App } from '#operations/app.ts'
import { boardView } from '#operations/collection/board.ts'
import { closeRound, reopenRound } from '#operations/collection/close-round.ts'
import { openRound } from '#operations/collection/open-round.ts'
import { roundSheetsZip } from '#operations/collection/response-sheet.ts'
import { remindDepartments } from '#operations/collection/urge.ts'
import { roundsView } from '#operations/collection/view-rounds.ts'
import { withExistingApp } from '#operations/with-app.ts'
import type { Arguments } from './arguments.ts'
import { complainOf, type Exit, type Terminal, words } from './terminal.ts'

/** 頼まれた照会。番号がなければ、いちばん新しい開いているもの（なければ、いちばん新しいもの）。 */
type Asked = {
  readonly app: App
  readonly acting: Person
  readonly code: string
  readonly args: Arguments
  readonly terminal: Terminal
}

/** 端末に言うこと。`json` は --json のとき。 */
type Told = { readonly lines: readonly string[]; readonly json: unknown }

const acts: Readonly<Record<string, (asked: Asked, round: CollectionRound) => Promise<Result<Told>>>> = {
  board,
  open,
  remind,
  close,
  reopen,
  sheets,
}

/** 照会：一覧（list）、進行表（board）、開く・催促する・閉じる・開け直す、課ごとの Excel（sheets）。 */
export const roundCommand = async (args: Arguments, terminal: Terminal, acting: Person): Promise<Exit> => {
  const [what = '', ...rest] = args.files
  if (rest.length > 0 || (what !== 'list' && !Object.hasOwn(acts, what))) {
    terminal.complain(words(terminal, 'round-usage'))
    return 2
  }
  if (args.municipality === null) {
    terminal.complain(words(terminal, 'municipality-missing-argument'))
    return 2
  }
  const checked = municipalityCode(args.municipality)
  if (!checked.ok) return complainOf(terminal, checked.problem)
  const code = checked.value
  const told = await withExistingApp(args.data, (app) => tell({ app, acting, code, args, terminal }, what))
  if (!told.ok) return complainOf(terminal, told.problem)
  if (args.json) terminal.print(JSON.stringify(told.value.json, null, 2))
  else for (const line of told.value.lines) terminal.print(line)
  return 0
}

const tell = async (asked: Asked, what: string): Promise<Result<Told>> => {
  const { app, acting, code, args } = asked
  const rounds = await roundsView(app, acting, code)
  if (!rounds.ok) return rounds
  const { lines } = rounds.value
  if (what === 'list') return done({ lines: lines.map((line) => listed(asked, line)), json: lines })
  const all = lines.map(({ round }) => round)
  const wanted = args.round.number
  const round =
    wanted === null
      ? (all.find(({ status }) => status === 'open') ?? all[0])
      : all.find(({ number }) => String(number) === wanted)
  if (!round) return refused('round-unknown', { number: wanted ?? '' })
  return acts[what]?.(asked, round) ?? refused('round-usage')
}

type Line = { readonly round: CollectionRound; readonly departments: number; readonly submitted: number }

const listed = ({ terminal }: Asked, { round, departments, submitted }: Line): string =>
  words(terminal, 'round-line', {
    number: round.number,
    title: round.title,
    status: words(terminal, `round-status-${round.status}`),
    due: dayInWords(round.deadlines.enter, terminal.language, true),
    submitted,
    departments,
  })

async function board({ app, acting, code, terminal }: Asked, { id }: CollectionRound): Promise<Result<Told>> {
  const view = await boardView(app, acting, code, id)
  if (!view.ok) return view
  const { lines, totals, round } = view.value
  const head = words(terminal, 'round-board', {
    title: round.title,
    departments: totals.departments,
    unsubmitted: totals.unsubmitted,
    overdue: totals.overdue,
    answered: totals.answered,
    asked: totals.asked,
  })
  return done({ lines: [head, ...lines.map((line) => boardLine(terminal, line))], json: view.value })
}

const boardLine = (terminal: Terminal, { unit, state, due, left, answered, asked, contacts }: BoardLine): string =>
  [
    unit.name,
    words(terminal, `entry.state-${state}`),
    `${answered}/${asked}`,
    due === null
      ? '―'
      : words(terminal, 'round-due', { day: dayInWords(due.day, terminal.language), left: left ?? '―' }),
    contacts.map(({ name, phone }) => [name, phone ?? ''].join(' ').trim()).join('、'),
  ].join('\t')

/** 済んだことを一行で。`json` は、進んだあとの照会。 */
const said = ({ terminal }: Asked, code: string, round: CollectionRound, more: object = {}): Result<Told> =>
  done({
    lines: [words(terminal, code, { title: round.title, ...more })],
    json: { round, ...more },
  })

const then = (result: Result<CollectionRound>, work: (round: CollectionRound) => Result<Told>): Result<Told> =>
  result.ok ? work(result.value) : withHint(result.problem)

/** 承知のうえで進むには --despite が要ることを、断りに添える。 */
const withHint = (problem: Problem): Result<Told> =>
  problem.kind === 'rounds.incomplete' || problem.kind === 'rounds.unaccepted'
    ? { ok: false, problem: { ...problem, also: [{ code: 'round-despite-hint', params: {} }] } }
    : { ok: false, problem }

async function open(asked: Asked, { id }: CollectionRound): Promise<Result<Told>> {
  const { app, acting, code, args } = asked
  const opened = await openRound(app, acting, code, id, { despiteOwnerless: args.round.despite })
  return then(opened, (round) => said(asked, 'round-opened', round))
}

async function remind(asked: Asked, round: CollectionRound): Promise<Result<Told>> {
  const { app, acting, code, args } = asked
  const note = args.round.reason ?? ''
  const urged = await remindDepartments(app, acting, code, round.id, { whom: 'unsubmitted', note })
  return urged.ok ? said(asked, 'round-reminded', round, { count: urged.value.done }) : urged
}

async function close(asked: Asked, { id }: CollectionRound): Promise<Result<Told>> {
  const { app, acting, code, args } = asked
  const closed = await closeRound(app, acting, code, id, { despiteUnaccepted: args.round.despite })
  return then(closed, (round) => said(asked, 'round-closed', round))
}

async function reopen(asked: Asked, { id }: CollectionRound): Promise<Result<Told>> {
  const { app, acting, code, args } = asked
  const reopened = await reopenRound(app, acting, code, id, { reason: args.round.reason ?? '' })
  return then(reopened, (round) => said(asked, 'round-reopened', round))
}

async function sheets(asked: Asked, round: CollectionRound): Promise<Result<Told>> {
  const { app, acting, code, args } = asked
  const output = args.report.output.at(-1)
  if (output === undefined) return refused('round-sheets-output')
  const zip = await roundSheetsZip(app, acting, code, round.id)
  if (!zip.ok) return zip
  await writeFile(output, zip.value.bytes)
  return said(asked, 'round-sheets-written', round, { file: output })
}
