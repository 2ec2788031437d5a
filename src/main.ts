// 二つの扉（端末と画面）の入口。どちらも同じ operations を使う。
import { type Command, runCommand } from './cli/run.ts'
import { stopSignal } from './web/stop-signal.ts'

const serve: Command = async ({ data, port, host }, { language, print, complain }) => {
  const stop = stopSignal() // 画面を読み込むあいだに来た合図も受ける
  const { serveCommand } = await import('./web/serve-command.ts')
  return serveCommand({ data, port, host, language, print, complain, stop })
}

process.exitCode = await runCommand(process.argv.slice(2), serve)
