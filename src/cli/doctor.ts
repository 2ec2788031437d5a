import { say } from '#domain/language/say.ts'
import { type Examined, examine } from '#operations/examine.ts'
import type { Arguments } from './arguments.ts'
import { type Exit, type Terminal, words } from './terminal.ts'

/** この機械で動くかを調べる。一つでもだめなら 1。 */
export const doctorCommand = async (args: Arguments, terminal: Terminal): Promise<Exit> => {
  const results = await examine(args.data)
  const lines = results.map((each) => ({ good: each.good, ...inWords(each, terminal) }))
  if (args.json) terminal.print(JSON.stringify(lines, null, 2))
  else
    for (const { good, what, detail } of lines)
      terminal.print(words(terminal, good ? 'doctor-good' : 'doctor-bad', { what, detail }))
  return results.every(({ good }) => good) ? 0 : 1
}

const inWords = ({ what, detail }: Examined, { language }: Terminal) => ({
  what: say(what, language),
  detail: typeof detail === 'string' ? detail : say(detail, language),
})
