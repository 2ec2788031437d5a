import type { GradeRule, PointChoice, PointCriterion } from '../scale.ts'
import { grade, type ScalePreset } from './preset.ts'

const pointsFrom = (from: string): GradeRule => ({ on: 'points', from })
const rest: GradeRule = { on: 'points' }

const choice = (code: string, label: string, points: string, from?: string): PointChoice => ({
  code,
  label,
  points,
  ...(from !== undefined && { from }),
})

/** 相生市：項目ごとに ◎5・○2・△0・▲−1。 */
const aioiCriterion = (number: string): PointCriterion => ({
  code: number,
  label: `評価項目${number}`,
  choices: [
    choice('◎', '十分', '5'),
    choice('○', '概ね十分', '2'),
    choice('△', 'やや不十分', '0'),
    choice('▲', '不十分', '-1'),
  ],
})

/** 佐野市：目標達成率の 7 段階。100％が 7 点、50％未満が 1 点。 */
const sanoRate = (code: string, label: string): PointCriterion => ({
  code,
  label,
  choices: [
    choice('7', '100％', '7', '100'),
    choice('6', '90％以上100％未満', '6', '90'),
    choice('5', '80％以上90％未満', '5', '80'),
    choice('4', '70％以上80％未満', '4', '70'),
    choice('3', '60％以上70％未満', '3', '60'),
    choice('2', '50％以上60％未満', '2', '50'),
    choice('1', '50％未満', '1'),
  ],
})

const sanoPolicy = (code: string, label: string): PointCriterion => ({
  code,
  label,
  choices: [choice('3', '全て達成', '3'), choice('2', '一部未達成', '2'), choice('1', '全て未達成', '1')],
})

/** 点数を合計して決める区分。 */
export const byPointsPresets: readonly ScalePreset[] = [
  {
    subjects: ['project', 'node'],
    scale: {
      id: 'aioi',
      name: 'A～D（4項目の点数）',
      grades: [
        grade('A', '継続', '合計11点以上', pointsFrom('11')),
        grade('B', '改善', '合計4～10点', pointsFrom('4')),
        grade('C', '再構築', '合計0～3点', pointsFrom('0')),
        grade('D', '見直し・縮減', '合計がマイナス', rest),
      ],
      outside: [],
      points: ['1', '2', '3', '4'].map(aioiCriterion),
    },
    source: {
      body: '相生市',
      paper: '施策評価方法',
      url: 'https://www.city.aioi.lg.jp/soshiki/kikakukoho/kikaku75.html',
    },
    criteria: 'reading',
  },
  {
    subjects: ['node'],
    scale: {
      id: 'sano',
      name: '目標達成率と取組方針の点数',
      grades: [
        grade('1', '16点以上', '成果実績の水準が高い（18～16ポイント）', pointsFrom('16')),
        grade('2', '13～15点', '15～13ポイント', pointsFrom('13')),
        grade('3', '11～12点', '12～11ポイント', pointsFrom('11')),
        grade('4', '10点以下', '10ポイント以下', rest),
      ],
      outside: [],
      points: [
        sanoRate('施策目標', '施策の目標の達成率'),
        sanoRate('基本目標', '基本事業の目標の達成率'),
        sanoPolicy('施策方針', '施策の取組方針'),
        sanoPolicy('基本方針', '基本事業の取組方針'),
      ],
    },
    source: {
      body: '佐野市',
      paper: '施策・基本事業評価の実績',
      url: 'https://www.city.sano.lg.jp/kurashi_gyosei/shiseijoho_nyusatsu/kaikaku_kaizennimuketatorikumi/3/naiyou/6505.html',
    },
    criteria: 'reading',
  },
]
