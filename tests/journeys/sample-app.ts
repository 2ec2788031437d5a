import { existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { problemInWords } from '#domain/problem.ts'
import { adoptDocument } from '#operations/adopt-document.ts'
import { type App, openApp } from '#operations/app.ts'

const seedFolder = fileURLToPath(new URL('../../../shared/seeds/', import.meta.url))

/** 五つの図書の置き場と、その市。図書が手元にない機械では、ない。 */
const seeds = [
  ['000', '152081'],
  ['001', '012262'],
  ['002', '052124'],
  ['003', '412058'],
  ['004', '202037'],
] as const

export const seedsAreHere = existsSync(seedFolder)

/** 見本の入ったしるべ。使い終わったら `close` する（データのフォルダーも消える）。 */
export const sampleApp = async (): Promise<App> => {
  const folder = mkdtempSync(join(tmpdir(), 'shirube-journey-'))
  const opened = await openApp({ dataDirectory: folder })
  if (!opened.ok) throw new Error(problemInWords(opened.problem))
  const app = opened.value
  for (const [prefix, code] of seeds) {
    const file = readdirSync(seedFolder).find((name) => name.startsWith(prefix))
    if (!file) throw new Error(`the document ${prefix} is not in ${seedFolder}`)
    const act = { by: '画面の試験', at: app.now(), newId: app.newId }
    const adopted = await adoptDocument(app.store, join(seedFolder, file), code, act)
    if (!adopted.ok) throw new Error(`${file}: ${problemInWords(adopted.problem)}`)
  }
  return {
    ...app,
    close: async () => {
      await app.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
