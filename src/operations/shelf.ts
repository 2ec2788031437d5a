import { currentEditions, editionsOfPlan } from '#domain/plan/current-edition.ts'
import type { Edition, EditionHeading, SourceRecord } from '#domain/plan/edition.ts'
import type { SourceDocument } from '#reading/document.ts'
import { openDocument } from '#reading/open-document.ts'
import type { MunicipalityRecord } from '#store/store.ts'
import type { App } from './app.ts'
import { recent } from './recent.ts'

/**
 * 読むための棚。版を値として取り出し、データの版数が同じあいだは手もとのものを使う。
 * 版数は尋ねるたびに倉庫から読むので、古い値を見せることはない。
 */
export type Shelf = {
  readonly municipalities: () => Promise<readonly MunicipalityRecord[]>
  readonly version: (code: string) => Promise<number>
  /** いまの版（旧版を除く）。一覧・検索・担当課の頁は、これだけを見る。 */
  readonly editions: (code: string, version: number) => Promise<readonly Edition[]>
  /** 旧版も合わせた、すべての版の見出し。 */
  readonly headings: (code: string, version: number) => Promise<readonly EditionHeading[]>
  /** その版と同じ計画の版（旧版も）。版の番号の順。 */
  readonly ofSamePlan: (edition: Edition, version: number) => Promise<readonly Edition[]>
  readonly edition: (code: string, id: string, version: number) => Promise<Edition | undefined>
  readonly source: (code: string, sha256: string) => Promise<OpenSource | undefined>
}

/** 開いた出典。原本を預かっていないか、もう開けないときは document が null。 */
export type OpenSource = { readonly record: SourceRecord; readonly document: SourceDocument | null }

type Held<T> = { readonly version: number; readonly value: T }

export const shelfOver = ({ store }: App): Shelf => {
  const editions = recent<Held<Edition | undefined>>(200)
  const headings = recent<Held<readonly EditionHeading[]>>(2000)
  const sources = recent<OpenSource | undefined>(6)

  const edition = async (code: string, id: string, version: number): Promise<Edition | undefined> => {
    const key = `${code}/${id}`
    const held = editions.get(key)
    if (held?.version === version) return held.value
    const value = await store.read(code, (tx) => tx.editions.get(id))
    if (value) editions.set(key, { version, value })
    return value
  }

  const headingsOf = async (code: string, version: number): Promise<readonly EditionHeading[]> => {
    const held = headings.get(code)
    if (held?.version === version) return held.value
    const value = await store.read(code, (tx) => tx.editions.headings())
    headings.set(code, { version, value })
    return value
  }

  const opened = async (code: string, version: number, of: readonly EditionHeading[]): Promise<readonly Edition[]> => {
    const found: Edition[] = []
    for (const { id } of of) {
      const one = await edition(code, id, version)
      if (one) found.push(one)
    }
    return found
  }

  return {
    municipalities: () => store.municipalities(),
    version: (code) => store.dataVersion(code),
    edition,
    headings: headingsOf,
    editions: async (code, version) => opened(code, version, currentEditions(await headingsOf(code, version))),
    ofSamePlan: async (of, version) => {
      const { code } = of.municipality
      return opened(code, version, editionsOfPlan(await headingsOf(code, version), of))
    },
    source: async (code, sha256) => {
      const key = `${code}/${sha256}`
      const known = sources.get(key)
      if (known) return known
      const opened = await openSource(store, code, sha256)
      if (opened) sources.set(key, opened)
      return opened
    },
  }
}

const openSource = async (store: App['store'], code: string, sha256: string): Promise<OpenSource | undefined> => {
  const kept = await store.read(code, (tx) => tx.sources.get(sha256))
  if (!kept) return undefined
  const opened = kept.content && (await openDocument(kept.record.file, kept.content))
  return { record: kept.record, document: opened?.ok ? opened.value : null }
}
