/**
 * 折り返された行を一続きに戻す。和文は空白を入れずにつなぎ、欧文どうしの間だけ空白を入れる。
 * `joinWrapped(['受け入れ体制を充実し', 'ていく。'])` → '受け入れ体制を充実していく。'
 */
export const joinWrapped = (lines: readonly string[]): string =>
  lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .reduce((joined, line) => joined + (betweenLatinWords(joined, line) ? ' ' : '') + line, '')

const betweenLatinWords = (before: string, after: string): boolean =>
  /[A-Za-z0-9,.;:)]$/.test(before) && /^[A-Za-z0-9(]/.test(after)

/**
 * 一字ずつ空けた見出しを詰める。語の間の空白（「数値目標 KPI」）はそのままにする。
 * `closeLetterSpacing('目 次')` → '目次'、`closeLetterSpacing('ア ク シ ョ ン')` → 'アクション'
 */
export const closeLetterSpacing = (text: string): string =>
  text.replace(
    /(?<![^\s])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー](?:[ \u3000]{1,4}[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー](?![^\s])){1,40}/gu,
    (spaced) => spaced.replace(/[ \u3000]/g, ''),
  )
