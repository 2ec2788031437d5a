// 二つの扉（端末と画面）の入口。どちらも同じ operations を使う。
import { type Command, runCommand } from './cli/run.ts'

const serve: Command = async ({ data, port }, { language, print, complain }) => {
  const { serveCommand } = await import('./web/serve-command.ts')
  return serveCommand({ data, port, language, print, complain })
}

process.exitCode = await runCommand(process.argv.slice(2), serve)
