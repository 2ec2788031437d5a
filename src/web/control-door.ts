import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Person } from '#domain/people/person.ts'
import type { App } from '#operations/app.ts'
import { isToken, leaveTicket, newToken, removeTicket } from '#operations/backup/control-file.ts'
import { exportCity } from '#operations/backup/export-city.ts'
import { type SpooledBackup, spoolBackup } from '#operations/backup/spool-backup.ts'

export type ControlDoor = { close(): Promise<void> }

/**
 * 動いているしるべの裏口。同じ機械の `shirube backup` と `shirube export` だけが、札（`control-file.ts`）を持って頼む。
 * 画面の番地とは別の、この機械からだけ見える番号で待つ。
 */
export const openControlDoor = async (app: App, directory: string): Promise<ControlDoor> => {
  const token = newToken()
  const server = createServer((request, response) => {
    answer(app, token, request, response).catch((error: unknown) => {
      console.error(error)
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('control door: no port')
  await leaveTicket(directory, { port: address.port, token })
  return {
    close: async () => {
      await removeTicket(directory)
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

const answer = async (app: App, token: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const given = request.headers.authorization?.replace(/^Bearer /, '') ?? ''
  if (request.method !== 'POST' || !isToken(given, token)) {
    response.writeHead(403).end()
    return
  }
  const spooled = await spooledFor(app, new URL(request.url ?? '/', 'http://127.0.0.1'))
  if (!spooled) {
    response.writeHead(404).end()
    return
  }
  response.writeHead(200, { 'Content-Type': 'application/octet-stream', 'Content-Length': spooled.bytes })
  await pipeline(Readable.fromWeb(spooled.stream() as never), response)
}

const spooledFor = async (app: App, { pathname, searchParams }: URL): Promise<SpooledBackup | undefined> => {
  if (pathname === '/backup') return spoolBackup(app.store, { kind: 'whole' }, app.now())
  if (pathname !== '/export') return undefined
  const person: Person = { kind: 'terminal', id: null, name: searchParams.get('by') ?? '', grants: [] }
  const exported = await exportCity(app, person, searchParams.get('municipality') ?? '')
  return exported.ok ? exported.value : undefined
}
