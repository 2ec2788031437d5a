import { createHash } from 'node:crypto'
import type { NewPublication } from '#store/publications.ts'

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** 試験のための公表。 */
export const aPublication = (editionId: string, corrects: string | null = null): NewPublication => {
  const contents = Buffer.from('{"title":"進捗状況一覧表"}')
  const content = Buffer.from('<!doctype html>')
  return {
    editionId,
    title: '令和5年度 進捗状況',
    note: '',
    form: 'progress-table',
    choices: {},
    contents,
    sha256: sha256(contents),
    changes: [],
    corrects,
    files: [
      { fileName: '進捗状況一覧表.html', format: 'html', mediaType: 'text/html', sha256: sha256(content), content },
    ],
  }
}
