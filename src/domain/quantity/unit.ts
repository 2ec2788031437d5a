import { plainText } from '#domain/language/plain-text.ts'
import { compare, times } from './decimal.ts'

/**
 * 単位の読み。`factor` を掛けると `base`（もとの単位）での数になる。
 * 「千㎡」→ `{ base: '㎡', factor: '1000', per: null, known: true }`、「件／月」→ per '月'
 */
export type Unit = {
  readonly base: string
  readonly factor: string
  readonly per: string | null
  /** この一覧にある単位か。 */
  readonly known: boolean
}

/** 同じ単位のいろいろな書き方。左がもとの単位、右は書き方と倍率（domain の手引き §5 の数え上げによる）。 */
const families: readonly (readonly [base: string, spellings: Readonly<Record<string, string>>])[] = [
  ['人', { 人: '1', 名: '1', にん: '1' }],
  ['か所', { か所: '1', カ所: '1', ヵ所: '1', ヶ所: '1', ケ所: '1', 箇所: '1', 個所: '1', ヶ處: '1' }],
  ['か国', { か国: '1', カ国: '1', ヵ国: '1', ヶ国: '1', ケ国: '1', 箇国: '1' }],
  ['か月', { か月: '1', カ月: '1', ヵ月: '1', ヶ月: '1', ケ月: '1', 箇月: '1' }],
  ['%', { '%': '1', パーセント: '1', '百分率(%)': '1' }],
  ['ポイント', { ポイント: '1', pt: '1', Pt: '1', PT: '1', '%ポイント': '1' }],
  ['‰', { '‰': '1', パーミル: '1' }],
  ['円', { 円: '1', '\\': '1', '¥': '1' }],
  [
    '㎡',
    {
      m2: '1',
      平米: '1',
      平方メートル: '1',
      km2: '1000000',
      平方キロメートル: '1000000',
      ha: '10000',
      ヘクタール: '10000',
      a: '100',
      アール: '100',
    },
  ],
  ['㎥', { m3: '1', 立米: '1', 立方メートル: '1' }],
  ['m', { m: '1', メートル: '1', km: '1000', キロメートル: '1000', cm: '0.01', センチメートル: '0.01', mm: '0.001' }],
  ['g', { g: '1', グラム: '1', kg: '1000', キログラム: '1000', t: '1000000', トン: '1000000' }],
  [
    'L',
    {
      L: '1',
      ℓ: '1',
      リットル: '1',
      kL: '1000',
      kl: '1000',
      kℓ: '1000',
      キロリットル: '1000',
      mL: '0.001',
      ml: '0.001',
    },
  ],
  ['W', { W: '1', kW: '1000', MW: '1000000', キロワット: '1000' }],
  ['Wh', { Wh: '1', kWh: '1000', MWh: '1000000', GWh: '1000000000', キロワット時: '1000' }],
  ['t-CO2', { 't-CO2': '1', tCO2: '1', tーCO2: '1', 'トン-CO2': '1', 'kg-CO2': '0.001' }],
  ['分', { 分: '1', 時間: '60' }],
  ['B', { MB: '1000000', GB: '1000000000', TB: '1000000000000' }],
  ['ページ', { 頁: '1', ページ: '1' }],
  ['個', { 個: '1', コ: '1', ヶ: '1', ケ: '1' }],
]

/** 別の書き方のない単位。 */
const plain =
  '件 回 日 日間 校 団体 台 点 事業 冊 世帯 基 本 施設 戸 枚 通 部 園 地区 組織 食 社 棟 者 講座 人日 人回 人月 店 店舗 校園 品 品目 組 区画 種類 項目 校区 院 室 指数 床 匹 経営体 町会 灯 法人 路線 歳 年 年間 週 週間 秒 倍 割 位 割合 科目 問 コース 間口 事業者 事業所 企業 家族 親子 クラブ チーム サークル グループ 教室 学級 クラス 学校 大学 作品 商品 ブランド メニュー プラン プログラム イベント サイト アクセス ビュー PV フォロワー 登録 隻 頭 羽 株 束 袋 箱 缶 杯 軒 箇 局 館 橋 棟数 号機 駅 便 系統 市町村 市町 市 町 村 県 都道府県 自治体 町内会 自治会 行政区 集落 集団 支部 班 分団 隊 隊員 委員 議席 票 口 単位 段階 ランク 床数 病床 医療機関 診療所 医院 薬局 つ ツ 試合 公演 大会 講義 コマ 時限 競技 種目 施策 計画 制度 手続 手続き 業務 システム アプリ 台数 件数 人数 回数 世帯数 戸数 区域 箇年 か年 ヶ年 泊 人泊 席 膳 皿 話 曲 字 語 例 ケース ℃ 度 dB kcal 校舎 百貨店 工区 地点 回線 社員 人役 校種 品種 組合 台分 人分 食分 店分 日分 件分 スポット 拠点 圃場 筆 樹 苗 輪 鉢 巻 タイトル'.split(
    ' ',
  )

const spelled = new Map<string, readonly [base: string, factor: string]>([
  ...plain.map((word) => [word, [word, '1']] as const),
  ...families.flatMap(([base, spellings]) =>
    Object.entries(spellings).map(([word, factor]) => [word, [base, factor]] as const),
  ),
])

/** 数と単位の間に立つ位の語。 */
const scales: Readonly<Record<string, string>> = {
  百: '100',
  千: '1000',
  万: '10000',
  十万: '100000',
  百万: '1000000',
  千万: '10000000',
  億: '100000000',
  十億: '1000000000',
  百億: '10000000000',
  千億: '100000000000',
  兆: '1000000000000',
}

/** 位の語の倍率。知らない語は undefined。`scaleFactor('百万')` → '1000000' */
export const scaleFactor = (word: string): string | undefined => scales[word]

/** 位の語（長いものから）。正規表現の一部として使う。 */
export const scaleWords = '百万|千万|十万|十億|百億|千億|百|千|万|億|兆'

const perSuffix = /^(.*)\/(年度?|月|日|回|週|人|件|時間?|世帯|戸|校|台|ha|10a|㎡|m2|[kK]m|か所|箇所|店|社|組)$/
const leadingScale = new RegExp(`^(${scaleWords})(.*)$`)

/**
 * 単位を読む。知らない単位も、書かれたとおりを `base` として返す（known: false）。
 * `readUnit('ヶ所').base` → 'か所'、`readUnit('百万円')` → `{ base: '円', factor: '1000000', … }`
 */
export const readUnit = (unit: string): Unit => {
  const text = plainText(unit)
  const [, stem = text, per = null] = perSuffix.exec(text) ?? []
  return { ...readStem(stem), per: per === '年度' ? '年' : per }
}

const readStem = (stem: string): Omit<Unit, 'per'> => {
  const whole = lookUp(stem)
  if (whole) return whole
  const [, scale, rest = ''] = leadingScale.exec(stem) ?? []
  if (!scale) return { base: stem, factor: '1', known: false }
  const factor = scales[scale] ?? '1'
  const inner = lookUp(rest)
  return inner ? { ...inner, factor: times(factor, inner.factor) } : { base: rest, factor, known: rest === '' }
}

const lookUp = (word: string): Omit<Unit, 'per'> | undefined => {
  const found = spelled.get(word) ?? spelled.get(word.toLowerCase())
  return found && { base: found[0], factor: found[1], known: true }
}

/** 書き方だけが違う同じ単位か（ヶ所と箇所、t とトン）。千円と円は違う単位。 */
export const sameUnit = (a: string | null, b: string | null): boolean => {
  if (a === b) return true
  if (a === null || b === null) return false
  const [one, other] = [readUnit(a), readUnit(b)]
  return one.base === other.base && one.per === other.per && compare(one.factor, other.factor) === 0
}

/** 倍率を掛ければ比べられる単位か（千円と円、ha と ㎡）。単位のない数どうしも比べられる。 */
export const comparableUnits = (a: string | null, b: string | null): boolean => {
  const [one, other] = [readUnit(a ?? ''), readUnit(b ?? '')]
  return one.base === other.base && one.per === other.per
}

/** もとの単位での正確な数。`inBaseUnit('1,625'→'1625', '千人')` → '1625000' */
export const inBaseUnit = (value: string, unit: string | null): string => times(value, readUnit(unit ?? '').factor)

// 単位ではなく、時・順番・相対を言う語。「5月」「第2号」「3人増」を数にしない。
const notUnits =
  /^(月|月末|月頃|月分|時|時頃|年度|年度末|年末|年生|学年|号|番|番地|丁目|番目|次|条|章|節|項|目|代|期|期目|回目|年目|日目|つ目)$/
const actions =
  /(増|減|増加|減少|削減|増やす|上昇|低下|向上|策定|完了|実施|開始|完成|認定|整備|設置|着手|検討|協議|継続|終了|中止|予定|改訂|見直し|作成|公表|設立|開設|運営|供用|導入|達成|廃止|開催|参加|更新|改修|建設|制定|締結|調査|配布|配置|未定|以降|以前|以後|現在|時点|以上|以下|未満|以内|超|超え|程度|前後|強|弱|維持|持続|確保|見込|見込み|見込値|推計|暫定|暫定値|速報|速報値)$/

/**
 * 数のあとに書かれて単位と認めてよい語か。知らない語は、短い漢字・カタカナの名だけを認める。
 * 知っている単位に語が続くもの（「日間開院」「回講習会」）は文の切れはしなので認めない。
 */
export const isUnit = (unit: string): boolean => {
  const text = plainText(unit)
  if (notUnits.test(text) || actions.test(text)) return false
  const { known, base } = readUnit(text)
  return known || (looksLikeName.test(base) && !notUnits.test(base) && !beginsWithUnit(base))
}

// 憶・臆・萬は位の語の書き誤り。桁が分からないので単位としない。
const looksLikeName = /^(?=.{1,8}$)(?!.*[憶臆萬])[ァ-ヴー]*[一-龠々]{0,4}[ァ-ヴー]*$/u

const beginsWithUnit = (base: string): boolean => [1, 2, 3].some((length) => spelled.has(base.slice(0, length)))
