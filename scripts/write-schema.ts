// 計画案の JSON Schema を書き直す。様式（src/reading/draft-schema.ts）を変えたら `node scripts/write-schema.ts`。
import { mkdirSync, writeFileSync } from 'node:fs'
import { draftJsonSchema } from '#reading/draft-json-schema.ts'

const folder = new URL('../schema/', import.meta.url)
mkdirSync(folder, { recursive: true })
writeFileSync(new URL('shirube-draft-1.schema.json', folder), draftJsonSchema())
console.log('schema/shirube-draft-1.schema.json')
