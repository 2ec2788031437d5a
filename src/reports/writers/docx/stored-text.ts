/** Word に置ける字。改行は LF に、XML に置けない字と対にならないサロゲートは U+FFFD にする。 */
export const storedText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}|[\uFFFE\uFFFF]/gu, '\uFFFD')

/** XML の中の字。属性の中にも置ける。 */
export const escaped = (text: string): string =>
  storedText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
