import { plainText } from '../language/plain-text.ts'

/**
 * 探すための字面。図書の字とも、人の打つ字とも、同じ語なら同じ字面になるように畳む：全角と半角、片仮名と平仮名、
 * 小さい仮名、長音の有無、大文字と小文字、旧字・異体字。空白と中点は除く。`fold('ｻｰﾊﾞｰ 更新')` → `'さば更新'`
 */
export const fold = (text: string): string => {
  let folded = ''
  for (const { letters } of clustersOf(text)) folded += letters
  return folded
}

/** もとの字のひとまとまり（`from` から `to` の手前まで）と、畳んだ字。 */
export type Cluster = { readonly from: number; readonly to: number; readonly letters: string }

/**
 * 畳む前の字を、分けてはならないまとまり（サロゲート、濁点の付いた半角カナ、異体字選択つきの漢字）に区切る。
 * `clustersOf('ｶﾞﾝ')` → `[{ from: 0, to: 2, letters: 'が' }, { from: 2, to: 3, letters: 'ん' }]`
 */
export const clustersOf = (text: string): readonly Cluster[] => {
  const clusters: Cluster[] = []
  let from = 0
  for (const [whole] of text.matchAll(oneCluster)) {
    clusters.push({ from, to: from + whole.length, letters: lettersOf(whole) })
    from += whole.length
  }
  return clusters
}

// ヴは続く小さい母音と合わせて「ば」行にする（ヴァイオリン・バイオリン）ので、分けない。
const marks = '\\p{M}ﾞﾟ\\u200d'
const oneCluster = new RegExp(`(?:ヴ|ゔ|ｳﾞ|[ウう]\\u3099)[ァィェォぁぃぇぉｧｨｪｫ][${marks}]*|[^][${marks}]*`, 'gu')

const remembered = new Map<string, string>()
const rememberedAtMost = 20_000

const lettersOf = (cluster: string): string => {
  const known = remembered.get(cluster)
  if (known !== undefined) return known
  if (remembered.size >= rememberedAtMost) remembered.clear()
  const letters = lettersAfresh(cluster)
  remembered.set(cluster, letters)
  return letters
}

const lettersAfresh = (cluster: string): string => {
  // plainText は、ひとりの「ー」を横棒とみなす。ここでは長音なので、先に除く。
  const plain = plainText(cluster.replace(/[ーｰ]/g, '')).normalize('NFKC').toLowerCase()
  return plain
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/ゔ([ぁぃぇぉ]?)/g, (_, vowel: string) => vLine.get(vowel) ?? 'ぶ')
    .replace(/[ぁぃぅぇぉっゃゅょゎゕゖ]/g, (small) => large.get(small) ?? small)
    .replace(/\P{ASCII}/gu, (old) => today.get(old) ?? old)
    .replace(/[\sー・\u3099\u309a]/g, '')
}

const vLine = new Map(Object.entries({ ぁ: 'ば', ぃ: 'び', ぇ: 'べ', ぉ: 'ぼ' }))

const large = new Map([...'ぁあぃいぅうぇえぉおっつゃやゅゆょよゎわゕかゖけ'].flatMap(paired))

/** 名や地名によく残る旧字・異体字と、いまの字。互換漢字（神・福など）は plainText が直す。 */
const today = new Map(
  [
    ...'髙高﨑崎濵浜濱浜邊辺邉辺齋斎齊斉澤沢廣広國国嶋島嶌島瀧滝龍竜櫻桜惠恵德徳眞真圓円壽寿榮栄禮礼學学會会縣県區区鐵鉄驛駅',
    ...'藏蔵增増寬寛',
  ].flatMap(paired),
)

function paired(from: string, index: number, all: readonly string[]): (readonly [string, string])[] {
  const to = all[index + 1]
  return index % 2 === 0 && to !== undefined ? [[from, to]] : []
}
