import { noRates } from '../outside-reasons.ts'
import { anyRate, grade, outside, rateFrom, type ScalePreset } from './preset.ts'

/** 達成率の境で決める区分。 */
export const byRatePresets: readonly ScalePreset[] = [
  {
    subjects: ['indicator'],
    scale: {
      id: 'manifesto-2019',
      name: 'A～D（100・90・80％）',
      grades: [
        grade('A', '達成', '', rateFrom('100')),
        grade('B', '概ね達成', '', rateFrom('90')),
        grade('C', 'やや遅れ', '', rateFrom('80')),
        grade('D', '遅れ', '', anyRate),
      ],
      outside: [],
    },
    source: { body: '市長マニフェスト2019', paper: '達成率総括', url: 'https://oi-hideto.com/2019_m_kakutei' },
    criteria: 'reading',
  },
  {
    subjects: ['indicator'],
    scale: {
      id: 'nagano',
      name: '順調・概ね順調・努力を要する',
      grades: [
        grade('順調', '順調', '', rateFrom('100'), { symbol: '○' }),
        grade('概ね順調', '概ね順調', '', rateFrom('80'), { symbol: '△' }),
        grade('要努力', '努力を要する', '', anyRate, { symbol: '▲' }),
      ],
      outside: [],
    },
    source: {
      body: '長野県',
      paper: '総合戦略の政策評価',
      url: 'http://headlines.yahoo.co.jp/hl?a=20160920-00000000-san-l20',
    },
    criteria: 'published',
  },
  {
    subjects: ['indicator', 'node'],
    scale: {
      id: 'nagayo-abc',
      name: 'A・B・C（計画との±10％）',
      grades: [
        grade('A', '計画以上', '計画以上の進捗がある（概ね10％以上の進展）', rateFrom('110')),
        grade('B', '計画どおり', '計画どおりの進捗がある（概ね±10％程度）', { on: 'rate', above: '90' }),
        grade('C', '遅れ', '計画から遅れている（概ね10％以上の遅れ）', anyRate),
      ],
      outside: [],
    },
    source: {
      body: '長与町',
      paper: '令和4年度施策評価（広報ながよ R6.3）',
      url: 'https://mykoho.jp/article/長崎県長与町/',
    },
    criteria: 'reading',
  },
  {
    subjects: ['indicator'],
    scale: {
      id: 'fuji',
      name: '80％以上・50％・20％',
      grades: [
        grade('80', '80％以上', '100％以上を含む', rateFrom('80')),
        grade('50', '50％以上80％未満', '', rateFrom('50')),
        grade('20', '20％以上50％未満', '', rateFrom('20')),
        grade('0', '20％未満', '', anyRate),
      ],
      outside: [outside('他', 'その他', '率で表せないもの', { for: noRates })],
    },
    source: { body: '富士市', paper: '前期基本計画の達成状況', url: 'https://expydoc.com/doc/11693707/' },
    criteria: 'published',
  },
  {
    subjects: ['indicator'],
    scale: {
      id: 'nagoya-port',
      name: '順調・やや遅れ・遅れ（80・60％）',
      grades: [
        grade('順調', '順調', '', rateFrom('80'), { symbol: '○' }),
        grade('やや遅れ', 'やや遅れ', '', rateFrom('60'), { symbol: '△' }),
        grade('遅れ', '遅れ', '', anyRate, { symbol: '▲' }),
      ],
      outside: [],
    },
    source: {
      body: '名古屋港管理組合',
      paper: '行政評価の考え方',
      url: 'http://www.port-of-nagoya.jp/meikan/gyozaisei/gyoseihyoka/1001259/1001260/1001263.html',
    },
    criteria: 'published',
  },
  {
    subjects: ['indicator'],
    scale: {
      id: 'agui',
      name: 'A・B・C（50％未満が最下位）',
      grades: [
        grade('A', 'ほぼ達成済', '', rateFrom('80')),
        grade('B', '概ね順調', '', rateFrom('50')),
        grade('C', '50％未満', '', anyRate),
      ],
      outside: [],
    },
    source: {
      body: '阿久比町',
      paper: '第5次総合計画の評価',
      url: 'https://www.town.agui.lg.jp/0000005522.html',
    },
    criteria: 'reading',
  },
  {
    subjects: ['indicator'],
    scale: {
      id: 'daisen-by-rate',
      name: 'A～D（率で決める例）',
      grades: [
        grade('A', '目標達成', '目標を達成している', rateFrom('100')),
        grade('B', '概ね順調', '概ね順調に進んでいる', rateFrom('80')),
        grade('C', '遅れ', '遅れている', rateFrom('50')),
        grade('D', '大幅な遅れ', '大幅に遅れている', anyRate),
      ],
      outside: [],
    },
    source: { body: '大仙市', paper: '総合戦略 改訂概要（A～Dの数と見直しの決まり）', url: '' },
    criteria: 'reading',
  },
]
