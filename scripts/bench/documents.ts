import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../bundle.ts'

/** 計る図書。`label` は表に出す名。 */
export type BenchDocument = {
  readonly label: string
  readonly kind: '見本' | '原本'
  readonly municipality: string
  readonly path: string
}

/** 見本（samples/）と、となりに原本があればそれも。原本は公開された図書の文字起こしで、この package には入っていない。 */
export const benchDocuments = (): readonly BenchDocument[] => [...samples(), ...originals()]

const sampleFolder = join(root, 'samples')

const samples = (): BenchDocument[] =>
  foldersIn(sampleFolder).map((folder) => {
    const { municipality, document } = JSON.parse(readFileSync(join(sampleFolder, folder, 'sample.json'), 'utf8'))
    const path = join(sampleFolder, folder, document)
    return { label: cityOf(municipality), kind: '見本', municipality, path }
  })

const foldersIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'sample.json')))
    .toSorted()

const originalFolder = join(root, '..', 'shared', 'seeds')

/** 原本の名の頭と、その市。 */
const originalsBy = { '000': '152081', '001': '012262', '002': '052124', '003': '412058', '004': '202037' } as const

const originals = (): BenchDocument[] => {
  const names = existsSync(originalFolder) ? readdirSync(originalFolder) : []
  return Object.entries(originalsBy).flatMap(([prefix, municipality]) => {
    const name = names.find((each) => each.startsWith(`${prefix}_`))
    if (name === undefined) return []
    return [{ label: cityOf(municipality), kind: '原本', municipality, path: join(originalFolder, name) }]
  })
}

const cities: Readonly<Record<string, string>> = {
  '152081': '小千谷市 進捗状況一覧表',
  '012262': '砂川市 集計表',
  '052124': '大仙市 改訂概要',
  '412058': '伊万里市 アクションプラン',
  '202037': '上田市 重点目標一覧表',
}

/** 表に出す名。知らない市の見本なら団体コード。 */
export const cityOf = (municipality: string): string => cities[municipality] ?? municipality
