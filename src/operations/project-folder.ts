import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** しるべの置かれたフォルダー（package.json のある所）。dist から動いても src から動いても同じ。 */
export const projectFolder = (): string => {
  const here = dirname(fileURLToPath(import.meta.url))
  const up = (folder: string): string =>
    existsSync(join(folder, 'package.json')) || dirname(folder) === folder ? folder : up(dirname(folder))
  return up(here)
}

/** データのフォルダーに、もう倉庫があるか（`store/engine/pglite.ts` が作る `database`）。 */
export const holdsData = (folder: string): boolean => existsSync(join(folder, 'database'))

/** データの置き場。`--data` がなければ、しるべのとなりの data。 */
export const dataFolder = (given: string | null): string => given ?? join(projectFolder(), 'data')
