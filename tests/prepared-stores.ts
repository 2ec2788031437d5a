import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { problemInWords } from '#domain/problem.ts'
import { openStore } from '#store/store.ts'

// 空の置き場を作る（PGlite の initdb と、すべての移行）のは数秒かかり、試験のファイルの数だけ繰り返される。
// そこで一度だけ作り、写して使う。置き場を作ることそのものの試験は、写さずに作る。
const variable = 'SHIRUBE_TEST_PREPARED'

/** 試験の走りごとに、空の置き場を一つ用意する（vitest の globalSetup）。 */
export default async function prepare(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'shirube-prepared-'))
  const store = await openStore({ dataDirectory: join(folder, 'empty') })
  if (!store.ok) throw new Error(problemInWords(store.problem))
  await store.value.close()
  process.env[variable] = folder
  return () => rmSync(folder, { recursive: true, force: true })
}

/** 用意した空の置き場を、このフォルダーに写す。用意がなければ何もしない（開くときに作られる）。 */
export const copyEmptyStore = (into: string): void => {
  const folder = process.env[variable]
  if (folder) cpSync(join(folder, 'empty'), into, { recursive: true })
}

/**
 * 名を付けて用意した置き場を、このフォルダーに写す。まだなければ `make` が作り、閉じたものを、あとの試験のために取っておく。
 *
 * @example await copyPreparedStore('samples', folder, (where) => loadSamplesInto(where))
 */
export const copyPreparedStore = async (
  name: string,
  into: string,
  make: (where: string) => Promise<void>,
): Promise<void> => {
  const folder = process.env[variable]
  if (!folder) return make(into)
  const kept = join(folder, name)
  if (!existsSync(kept)) {
    const making = mkdtempSync(join(folder, 'making-'))
    copyEmptyStore(making)
    await make(making)
    // ほかの試験が先に作り終えていれば（名は替えられない）、そちらを使う。
    try {
      renameSync(making, kept)
    } catch (error) {
      if (!existsSync(kept)) throw error
      rmSync(making, { recursive: true, force: true })
    }
  }
  cpSync(kept, into, { recursive: true })
}
