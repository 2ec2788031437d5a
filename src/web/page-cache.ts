/** 覚えておく頁。データの版数が同じあいだだけ使う。 */
type Kept = { readonly version: string; readonly html: string }

export type PageCache = {
  readonly get: (key: string, version: string) => string | undefined
  readonly keep: (key: string, version: string, html: string) => void
  readonly size: () => number
}

/**
 * 頁の覚え。番地とことばを鍵に、版数が変われば捨てる。
 * 字数の上限を超えたら、長く使われていないものから忘れる。
 */
export const pageCache = (limit: number): PageCache => {
  const pages = new Map<string, Kept>()
  let total = 0

  const forget = (key: string): void => {
    total -= pages.get(key)?.html.length ?? 0
    pages.delete(key)
  }

  return {
    get: (key, version) => {
      const kept = pages.get(key)
      if (!kept) return undefined
      forget(key)
      if (kept.version !== version) return undefined
      pages.set(key, kept)
      total += kept.html.length
      return kept.html
    },
    keep: (key, version, html) => {
      forget(key)
      if (html.length > limit / 4) return
      pages.set(key, { version, html })
      total += html.length
      for (const oldest of pages.keys()) {
        if (total <= limit) break
        forget(oldest)
      }
    },
    size: () => total,
  }
}
