import { problemInWords } from '#domain/problem.ts'
import { momentInWords } from '#domain/year/moment.ts'
import { type Restored, restoreFrom } from '#operations/backup/restore-from.ts'
import type { Arguments } from './arguments.ts'
import { complainOf, type Exit, type Terminal, words } from './terminal.ts'

/** 控えから戻す。記録の鎖が初めから合っていない市があれば、戻したうえで 1 で終わる。 */
export const restoreCommand = async (args: Arguments, terminal: Terminal): Promise<Exit> => {
  const [file] = args.files
  if (file === undefined || args.files.length > 1) {
    terminal.complain(words(terminal, 'restore-usage'))
    return 2
  }
  const restored = await restoreFrom(file, args.data)
  if (!restored.ok) return complainOf(terminal, restored.problem)
  if (args.json) terminal.print(JSON.stringify(asJson(restored.value), null, 2))
  else for (const line of said(restored.value, terminal)) terminal.print(line)
  return restored.value.cities.every(({ chain }) => chain.ok) ? 0 : 1
}

const said = ({ header, rows, where, cities }: Restored, terminal: Terminal): readonly string[] => [
  words(terminal, 'restore-done', { where, madeAt: momentInWords(header.madeAt), rows, cities: cities.length }),
  ...cities.map(({ code, name, chain }) =>
    chain.ok
      ? words(terminal, 'restore-chain', { code, name, ...chain.value })
      : words(terminal, 'restore-chain-broken', {
          code,
          name,
          problem: problemInWords(chain.problem, terminal.language),
        }),
  ),
  ...cities.flatMap(({ name, unlinked }) =>
    unlinked > 0 ? [words(terminal, 'restore-unlinked', { name, count: unlinked })] : [],
  ),
  ...(header.kind === 'whole' ? [words(terminal, 'restore-login-again')] : []),
]

const asJson = ({ header, rows, where, counts, cities }: Restored) => ({
  where,
  kind: header.kind,
  madeAt: header.madeAt,
  rows,
  tables: counts,
  municipalities: cities.map(({ code, name, chain, unlinked }) => ({
    code,
    name,
    auditEntries: chain.ok ? chain.value.entries : null,
    auditHash: chain.ok ? chain.value.hash : null,
    unlinked,
  })),
})
