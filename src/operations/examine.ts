import { constants, existsSync, statSync } from 'node:fs'
import { access } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Message, Params } from '#domain/language/message.ts'
import { openStore, type Store } from '#store/store.ts'
import { samplesHere } from './load-samples.ts'
import { dataFolder, holdsData } from './project-folder.ts'
import { storeLocation } from './store-location.ts'

/** 調べたこと一つ。`what` は何を、`detail` は見えたことか、困りごとと直しかた。 */
export type Examined = { readonly good: boolean; readonly what: Message; readonly detail: Message | string }

/** この機械でしるべが動くかを調べる。データがなければ作らずにそう言う。 */
export const examine = async (data: string | null): Promise<readonly Examined[]> => [
  nodeVersion(),
  await samples(),
  ...(await database(data)),
]

const message = (code: string, params: Params = {}): Message => ({ code, params })

const nodeVersion = (): Examined => {
  const { version } = process
  const good = Number(process.versions.node.split('.')[0]) >= 24
  return { good, what: message('doctor-node'), detail: good ? version : message('doctor-node-old', { version }) }
}

const samples = async (): Promise<Examined> => {
  const count = (await samplesHere()).length
  return {
    good: count > 0,
    what: message('doctor-samples'),
    detail: count > 0 ? message('doctor-samples-detail', { count }) : message('doctor-samples-none'),
  }
}

const database = async (data: string | null): Promise<readonly Examined[]> => {
  const location = storeLocation(data)
  if ('dataDirectory' in location) {
    const folder = await dataFolderState(dataFolder(data))
    if (!folder.good || !folder.exists) return [folder]
  }
  const opened = await openStore(location)
  if (!opened.ok) return [{ good: false, what: message('doctor-database'), detail: opened.problem }]
  try {
    return await insideStore(opened.value)
  } finally {
    await opened.value.close()
  }
}

const isWritable = (path: string): Promise<boolean> =>
  access(path, constants.W_OK).then(
    () => isFolder(path),
    () => false,
  )

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

const dataFolderState = async (folder: string): Promise<Examined & { readonly exists: boolean }> => {
  const writable = await isWritable(nearest(resolve(folder)))
  return {
    exists: holdsData(folder),
    good: writable,
    what: message('doctor-folder'),
    detail: message(writable ? 'doctor-folder-absent' : 'doctor-folder-unwritable', { folder }),
  }
}

/** そのフォルダー、なければ（作るときの）いちばん近い上のフォルダー。 */
const nearest = (folder: string): string =>
  existsSync(folder) || dirname(folder) === folder ? folder : nearest(dirname(folder))

const insideStore = async (store: Store): Promise<readonly Examined[]> => {
  const known = await store.municipalities()
  const opened: Examined = {
    good: true,
    what: message('doctor-database'),
    detail: message('doctor-database-detail', {
      engine: store.where,
      count: known.filter(({ plans }) => plans > 0).length,
    }),
  }
  const chains: Examined[] = []
  for (const { code, name } of known) {
    const verified = await store.verifyAudit(code)
    chains.push({
      good: verified.ok,
      what: message('doctor-audit'),
      detail: verified.ok
        ? message('audit-intact', { municipality: name, count: verified.value.entries })
        : verified.problem,
    })
  }
  return [opened, ...chains]
}
