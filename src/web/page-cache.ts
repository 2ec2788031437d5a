/** 覚えておく頁。データの版数が同じあいだだけ使う。 */
type Kept<Body> = { readonly version: string; readonly body: Body }

export type PageCache<Body> = {
  readonly get: (key: string, version: string) => Body | undefined
  readonly keep: (key: string, version: string, body: Body) => void
  readonly size: () => number
}

/**
 * 頁の覚え。番地とことばを鍵に、版数が変われば捨てる。
 * 大きさの上限を超えたら、長く使われていないものから忘れる。
 */
export const pageCache = <Body extends { readonly length: number }>(limit: number): PageCache<Body> => {
  const pages = new Map<string, Kept<Body>>()
  let total = 0

  const forget = (key: string): void => {
    total -= pages.get(key)?.body.length ?? 0
    pages.delete(key)
  }

  return {
    get: (key, version) => {
      const kept = pages.get(key)
      if (!kept) return undefined
      forget(key)
      if (kept.version !== version) return undefined
      pages.set(key, kept)
      total += kept.body.length
      return kept.body
    },
    keep: (key, version, body) => {
      forget(key)
      if (body.length > limit / 4) return
      pages.set(key, { version, body })
      total += body.length
      for (const oldest of pages.keys()) {
        if (total <= limit) break
        forget(oldest)
      }
    },
    size: () => total,
  }
}
