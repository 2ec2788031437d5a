import { createWriteStream } from 'node:fs'
import { type IncomingMessage, request } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { done, type Result, refused } from '#domain/problem.ts'
import { type ControlTicket, foundTicket } from './control-file.ts'
import type { BackupScope } from './spool-backup.ts'

/** フォルダーを開いているしるべに控えを頼み、`file` に受ける。答えなければ `backup-server-silent`。 */
export const askRunning = async (
  directory: string,
  scope: BackupScope,
  by: string,
  file: string,
): Promise<Result<null>> => {
  const ticket = await foundTicket(directory)
  if (!ticket) return refused('backup-server-silent', { directory, reason: 'control.json' })
  try {
    const answer = await asked(ticket, controlPath(scope, by))
    if (answer.statusCode === 404 && scope.kind === 'municipality')
      return refused('backup-no-city', { code: scope.code })
    if (answer.statusCode !== 200)
      return refused('backup-server-silent', { directory, reason: `HTTP ${answer.statusCode}` })
    await pipeline(answer, createWriteStream(file, { mode: 0o600, flags: 'wx' }))
    return done(null)
  } catch (error) {
    return refused('backup-server-silent', {
      directory,
      reason: error instanceof Error ? error.message : String(error),
    })
  }
}

export const controlPath = (scope: BackupScope, by: string): string =>
  scope.kind === 'whole' ? '/backup' : `/export?${new URLSearchParams({ municipality: scope.code, by })}`

const asked = ({ port, token }: ControlTicket, path: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    // 大きな市では、流れはじめるまでに時間がかかる。待つ時間は限らない。
    const headers = { Authorization: `Bearer ${token}` }
    request({ host: '127.0.0.1', port, path, method: 'POST', headers }, resolve).once('error', reject).end()
  })
