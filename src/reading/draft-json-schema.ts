import { z } from 'zod'
import { draftSchema } from './draft-schema.ts'

/**
 * 公開する JSON Schema（draft 2020-12）。`schema/shirube-draft-1.schema.json` の中身そのもの。
 * 書き直しは `node scripts/write-schema.ts`。試験が、ファイルがこれと同じことを確かめる。
 */
export const draftJsonSchema = (): string => {
  const schema = z.toJSONSchema(draftSchema, { io: 'input', target: 'draft-2020-12' })
  return `${JSON.stringify({ $id: 'urn:shirube:shirube-draft:1', ...schema }, null, 2)}\n`
}
