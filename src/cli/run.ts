import { type Arguments, languageOf, parseArguments } from './arguments.ts'
import { complainOf, type Exit, processTerminal, type Terminal, words } from './terminal.ts'
import { versionNumber } from './version.ts'

export type Command = (args: Arguments, terminal: Terminal) => Promise<Exit>

// 命令は呼ばれたものだけを読み込む。read がデータベースを読み込まないように。
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  read: async () => (await import('./read.ts')).readCommand,
  check: async () => (await import('./check.ts')).checkCommand,
  import: async () => (await import('./import.ts')).importCommand,
  audit: async () => (await import('./audit.ts')).auditCommand,
  doctor: async () => (await import('./doctor.ts')).doctorCommand,
}

/** 端末からの一回の呼び出し。`serve` は画面の扉なので、入口（main.ts）から受け取る。 */
export const runCommand = async (argv: readonly string[], serve: Command): Promise<Exit> => {
  const terminal = processTerminal(languageOf(argv))
  const parsed = parseArguments(argv)
  if (!parsed.ok) {
    complainOf(terminal, parsed.problem)
    terminal.complain(words(terminal, 'usage'))
    return 2
  }
  const args = parsed.value
  if (args.version) {
    terminal.print(versionNumber())
    return 0
  }
  if (args.help || args.command === 'help') {
    terminal.print(words(terminal, 'usage'))
    return 0
  }
  const command = args.command === 'serve' ? serve : await commands[args.command]?.()
  if (command) return command(args, terminal)
  terminal.complain(words(terminal, args.command === '' ? 'no-command' : 'unknown-command', { command: args.command }))
  terminal.complain(words(terminal, 'usage'))
  return 2
}
