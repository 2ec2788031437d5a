/** SVG の要素。属性と中身の字は、ここで安全な形にする。 */
export const element = (
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...content: readonly string[]
): string => {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${attribute(value)}"`)
  return content.length === 0
    ? `<${name}${written.join('')}/>`
    : `<${name}${written.join('')}>${content.join('')}</${name}>`
}

/** 要素の中の字。XML に書けない字は除く。 */
export const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 に書けない制御の字を除く
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

const attribute = (value: string | number): string =>
  typeof value === 'number' ? rounded(value) : escaped(value).replaceAll('"', '&quot;')

/** 座標は 0.1 まで。同じ図は、どの機械でも同じ字になる。 */
const rounded = (value: number): string => String(Math.round(value * 10) / 10 || 0)

/** 字の幅のおよそ（全角を 1 とする）。 */
export const roughWidth = (text: string): number =>
  Array.from(text).reduce((width, character) => width + (/[ -~｡-ﾟ]/.test(character) ? 0.56 : 1), 0)
