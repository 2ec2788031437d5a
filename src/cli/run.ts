import type { Person } from '#domain/people/person.ts'
import { type Problem, refused } from '#domain/problem.ts'
import { atTerminal } from '#operations/people/at-terminal.ts'
import { programVersion } from '#operations/program-version.ts'
import { type Arguments, languageOf, parseArguments } from './arguments.ts'
import { gateOfCommand } from './gates.ts'
import { complainOf, type Exit, processTerminal, type Terminal, words } from './terminal.ts'

export type Command = (args: Arguments, terminal: Terminal, acting: Person) => Promise<Exit>

// 命令は呼ばれたものだけを読み込む。read がデータベースを読み込まないように。
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  read: async () => (await import('./read.ts')).readCommand,
  check: async () => (await import('./check.ts')).checkCommand,
  import: async () => (await import('./import.ts')).importCommand,
  undo: async () => (await import('./undo.ts')).undoCommand,
  report: async () => (await import('./report.ts')).reportCommand,
  round: async () => (await import('./round.ts')).roundCommand,
  audit: async () => (await import('./audit.ts')).auditCommand,
  backup: async () => (await import('./backup.ts')).backupCommand,
  export: async () => (await import('./backup.ts')).exportCommand,
  restore: async () => (await import('./restore.ts')).restoreCommand,
  doctor: async () => (await import('./doctor.ts')).doctorCommand,
}

/** ファイルを取らない命令。`serve フォルダー` を黙って別の置き場で開かないように断る。 */
const takesNoFiles = ['serve', 'doctor', 'backup', 'export']

/** 端末からの一回の呼び出し。`serve` は画面の扉なので、入口（main.ts）から受け取る。 */
export const runCommand = async (argv: readonly string[], serve: Command): Promise<Exit> => {
  const terminal = processTerminal(languageOf(argv))
  const parsed = parseArguments(argv)
  if (!parsed.ok) return misused(parsed.problem, terminal)
  const args = parsed.value
  if (args.version) {
    terminal.print(programVersion())
    return 0
  }
  if (args.help || args.command === 'help') {
    terminal.print(words(terminal, 'usage'))
    return 0
  }
  const command = args.command === 'serve' ? serve : await commandNamed(args.command)
  if (command && takesNoFiles.includes(args.command) && args.files.length > 0)
    return misused(
      refused('no-file-expected', { command: args.command, given: args.files.join(' ') }).problem,
      terminal,
    )
  if (command) return runAs(command, args, terminal).catch((error: unknown) => unexpected(error, terminal))
  const code = args.command === '' ? 'no-command' : 'unknown-command'
  return misused(refused(code, { command: args.command }).problem, terminal)
}

/** `--as` で名のった利用者の役で（名のらなければ、この機械の端末の前の人として）動かす。 */
const runAs = async (command: Command, args: Arguments, terminal: Terminal): Promise<Exit> => {
  const gate = gateOfCommand(args.command, args.files)
  if (args.as === null || gate === 'open' || gate === undefined) return command(args, terminal, atTerminal())
  if (gate === 'machine') return complainOf(terminal, refused('as-machine', { command: args.command }).problem)
  if (args.municipality === null) return complainOf(terminal, refused('municipality-missing-argument').problem)
  const { actingAs } = await import('#operations/people/acting-as.ts')
  const acting = await actingAs(args.as, args.municipality, gate, args.data)
  return acting.ok ? command(args, terminal, acting.value) : complainOf(terminal, acting.problem)
}

/** 使い方の誤り。何が誤りかを言い、使い方を見せる。 */
const misused = (problem: Problem, terminal: Terminal): Exit => {
  complainOf(terminal, problem)
  terminal.complain(words(terminal, 'usage'))
  return 2
}

const commandNamed = async (name: string): Promise<Command | undefined> =>
  Object.hasOwn(commands, name) ? commands[name]?.() : undefined

/** だれも受けなかった誤り。ここで一度だけ受け、直す人に渡せるように、そのまま見せる。 */
const unexpected = (error: unknown, terminal: Terminal): Exit => {
  terminal.complain(words(terminal, 'unexpected'))
  terminal.complain(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return 1
}
