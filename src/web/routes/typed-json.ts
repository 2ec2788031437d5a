import type { Typed } from '#domain/revision/typed-entry.ts'

/** 頁に見せていた字（隠れた欄の JSON）。読めなければ、何も見せていなかったとみる（どの欄も、直したところになる）。 */
export const typedJson = (text: string): Typed => {
  try {
    const read: unknown = JSON.parse(text)
    if (read === null || typeof read !== 'object') return {}
    return Object.fromEntries(Object.entries(read).map(([name, value]) => [name, String(value)]))
  } catch {
    return {}
  }
}
