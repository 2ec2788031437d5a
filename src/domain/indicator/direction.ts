/** 多いほどよい・少ないほどよい。 */
export type Better = 'more' | 'less'

export type DirectionWord = { readonly word: string; readonly better: Better }

// 手引き §1.2 の語と、五市の指標名から。日本語の名は後ろの語が主なので、いちばん後ろの語を採る：
// 「空き家バンク登録件数」は登録（多いほどよい）、「自殺死亡率」は死亡（少ないほどよい）。
const lessWords = [
  '待機児童|死亡|死者|自殺|事故|犯罪|刑法犯|認知件数|火災|出火|失火|災害発生',
  '廃棄物|ごみ(?:の)?総?排出量|ごみ量|排出量|温室効果ガス|二酸化炭素|CO2|消費電力|エネルギー消費量',
  '滞納|未収|赤字|負債|市債残高|地方債残高|将来負担比率|実質公債費比率|経常収支比率',
  '不満|不安|苦情|空き?家(?!バンク)|空き店舗|離職|失業|時間外|残業|転出超過|転出|流出|人口減少(?:率|数)?|減少(?!率|数|量|幅|額|件数)',
  '不登校|いじめ|虐待|喫煙|肥満|う歯|むし歯|有病|罹患|有所見|要介護(?:・要支援)?認定|高齢化率|未婚率|格差',
  '耕作放棄地|荒廃農地|遊休農地|被害|漏水|渋滞',
].join('|')

const moreWords = [
  '転入超過|転入|移住|定住|Uターン|出生|出産|婚姻|成婚|社会増減|自然増減|人口増減|純増|増加(?:率|数|額|件数)?',
  '参加|利用|登録|加入|受診|受検|受講|接種|実施|開催|合格|達成|就職|就業|就農|就労|雇用|採用|復帰',
  '創業|起業|開業|立地|設置|整備|造成|供給|普及|導入|認証|認定|取得|策定|満足|肯定|住みよい|住みやすい|住み続けたい',
  '来場|来館|来訪|入館|入込|入場|宿泊|観光客|売上|販売|出荷|生産|輸出|収入|所得|寄附|寄付|納税者|収納率|徴収率',
  '会員|団員|成約|支援|交付|補助|助成|改善|解消(?:率|数|件数|面積|戸数)|削減(?:率|量|額|数)|減少(?:率|数|量|幅|額|件数)|減量化?率',
  'リサイクル|資源化|分別|回収|講座|研修|講習|訓練|教室|セミナー|防止|予防|対策|活用|アクセス|フォロワー|閲覧',
  '寿命|検挙|充足|自給|耐震化|水洗化|長寿命化|更新率|定員|受入|交流|訪問|取扱|連携|認知度|認知率|人口|就業者|サポーター',
].join('|')

const words = new RegExp(`(?<not>[未不無非])?(?:(?<less>${lessWords})|(?<more>${moreWords}))`, 'dgu')

// 測り方や累計の断りは、よしあしを言わない：「【県人口移動調査(前年10～9月)】」「(H27～累計)」「(再掲)」。
const asides = /【[^】]*】|[（(][^（()）]*(?:累計|単年|再掲|内訳|調査|統計|現在|年度)[^（()）]*[）)]/g

const spoken = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').replaceAll(asides, '')

type Found = DirectionWord & { readonly end: number; readonly start: number }

const opposite = { more: 'less', less: 'more' } as const satisfies Record<Better, Better>

const foundAt = (text: string, from: number): Found | undefined => {
  words.lastIndex = from
  const match = words.exec(text)
  if (!match) return undefined
  const better: Better = match.groups?.less ? 'less' : 'more'
  const turned = match.groups?.not ? opposite[better] : better
  return { word: match[0], better: turned, start: match.index, end: match.index + match[0].length }
}

/** 後ろで終わるものを、同じ所で終わるなら長いものを採る（「不満足」は不満足、満足ではない）。 */
const later = (a: Found, b: Found): Found => (b.end > a.end || (b.end === a.end && b.start < a.start) ? b : a)

/**
 * 指標名のことばから、多いほどよいか少ないほどよいかを読む。手がかりがなければ undefined。
 * `directionWord('交通事故死者数')` → 死者・less、`directionWord('空き家バンク登録件数')` → 登録・more
 */
export const directionWord = (name: string): DirectionWord | undefined => {
  const text = spoken(name)
  const found: Found[] = []
  for (let at = 0; at < text.length; ) {
    const next = foundAt(text, at)
    if (!next) break
    found.push(next)
    at = next.start + 1
  }
  const [first, ...rest] = found
  if (!first) return undefined
  const { word, better } = rest.reduce(later, first)
  return { word, better }
}
