/** 文章を、字のある行ごとに。一升に一つの値とするため（L1-07）。`linesOf('一つめ\n\n二つめ')` → 一つめ, 二つめ */
export const linesOf = (text: string): readonly string[] =>
  text.split(/[\r\n\u2028\u2029]+/).filter((line) => line.trim() !== '')
