/**
 * 値の正準な JSON。鍵を並べ替え、undefined を落とす。同じ値なら同じ文字列になるので、
 * 比べるときと指紋（監査の鎖・案の指紋）を作るときに使う。
 * `canonicalJson({ b: 1, a: [undefined, 'x'] })` は `{"a":[null,"x"],"b":1}`
 */
export const canonicalJson = (value: unknown): string => JSON.stringify(value, sortedKeys)

const sortedKeys = (_key: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
    : value
