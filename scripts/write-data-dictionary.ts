// データ辞書の頁を書き直す。機械可読なデータの表・列・符号（src/reports/data）を変えたら `node scripts/write-data-dictionary.ts`。
import { writeFileSync } from 'node:fs'
import { dictionaryPage } from '#reports/data/dictionary-page.ts'

writeFileSync(new URL('../docs/data-dictionary.md', import.meta.url), dictionaryPage())
console.log('docs/data-dictionary.md')
