import PizZip from 'pizzip'

/** 部品を書きかえながら、日時のない包みに詰め直す。`parts` の並びは元のまま。 */
export const repacked = (packed: Uint8Array, rewrite: (name: string, file: PizZip.ZipObject) => Part): Uint8Array => {
  const again = new PizZip()
  for (const [name, file] of Object.entries(new PizZip(packed).files)) {
    if (!file.dir) again.file(name, rewrite(name, file), { date: packingDate, createFolders: false })
  }
  return again.generate({ type: 'uint8array', compression: 'DEFLATE' })
}

export type Part = string | Uint8Array

/** zip に書ける最も古い日。zip は機械の時刻帯の日時を書くので、その時刻帯の 1980 年 1 月 1 日にする。 */
const packingDate = new Date(1980, 0, 1)

/**
 * 作るたびに変わる部品どうしのつながりの名（rId と乱数）を、現れた順の番号にする。
 * 関係の表（.rels）にある名だけを置きかえる。
 */
export const settledNames = (packed: Uint8Array): ((xml: string) => string) => {
  const names = new Map<string, string>()
  for (const [part, file] of Object.entries(new PizZip(packed).files))
    if (part.endsWith('.rels'))
      for (const [, name = ''] of file.asText().matchAll(/ Id="(rId[\w-]{21})"/g))
        names.set(name, `rIdPart${names.size + 1}`)
  return (xml) => xml.replace(/(?<= (?:r:id|Id)=")rId[\w-]{21}(?=")/g, (name) => names.get(name) ?? name)
}

/** しおりと図の番号。docx の部品は、過程の中で作ったすべての文書を通して数えるので、文書の中で数え直す。 */
export const renumbered = (document: string): string => {
  const bookmark = numbering()
  const drawing = numbering()
  return document
    .replace(/(<w:bookmark(?:Start|End) [^>]*w:id=")(\d+)/g, (_, before, id) => `${before}${bookmark(id)}`)
    .replace(
      /( w:(?:name|anchor)="|<w:instrText[^>]*>PAGEREF )_Toc(\d+)/g,
      (_, before, id) => `${before}_Toc${bookmark(id)}`,
    )
    .replace(/(<wp:docPr id=")(\d+)/g, (_, before, id) => `${before}${drawing(id)}`)
}

/** 現れた順の番号（1 から）。 */
const numbering = (): ((id: string) => number) => {
  const numbers = new Map<string, number>()
  return (id) => {
    const number = numbers.get(id) ?? numbers.size + 1
    numbers.set(id, number)
    return number
  }
}
