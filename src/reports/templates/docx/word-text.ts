/** Word の文書に置ける字。改行は LF に、XML に置けない字と対にならないサロゲートは U+FFFD にする。 */
export const storedWordText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}|[\uFFFE\uFFFF]/gu, '\uFFFD')
