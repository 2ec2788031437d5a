import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { done, type Result } from '#domain/problem.ts'
import { adoptDocument } from './adopt-document.ts'
import type { App } from './app.ts'
import { projectFolder } from './project-folder.ts'

/** 見本一つ。`samples/152081-ojiya/sample.json` */
export type Sample = { readonly municipality: string; readonly path: string }

/** 置いてある見本（団体コードの順）。見本のない配布物では空。 */
export const samplesHere = async (folder: string = join(projectFolder(), 'samples')): Promise<readonly Sample[]> => {
  const names = await readdir(folder).catch(() => [])
  const samples = names.filter((name) => /^\d{6}-/.test(name)).toSorted()
  return Promise.all(samples.map((name) => readSample(join(folder, name))))
}

const readSample = async (folder: string): Promise<Sample> => {
  const { municipality, document } = JSON.parse(await readFile(join(folder, 'sample.json'), 'utf8'))
  return { municipality, path: join(folder, document) }
}

/**
 * まだ何も入っていない倉庫に、見本の五市を取り込む。何か入っていれば何もしない。
 * 答えは取り込んだ数。
 */
export const loadSamples = async ({ store, now, newId }: App, samples: readonly Sample[]): Promise<Result<number>> => {
  if ((await store.municipalities()).length > 0) return done(0)
  for (const { municipality, path } of samples) {
    const adopted = await adoptDocument(store, path, municipality, { by: '見本', at: now(), newId })
    if (!adopted.ok) return adopted
  }
  return done(samples.length)
}
