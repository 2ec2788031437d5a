import { grade, outside, rateFrom, type ScalePreset } from './preset.ts'

/** 目標・基準値との比べ、期間の見込みとの比べ、達したかどうかで決める区分。 */
export const byComparisonPresets: readonly ScalePreset[] = [
  {
    subjects: ['indicator'],
    scale: {
      id: 'nagayo-sabc',
      name: 'S・A・B・C・－',
      grades: [
        grade('S', '目標値超', '現在値が、目標値を超えている', { on: 'comparison', when: 'beyond-target' }),
        grade('A', '基準値超', '現在値が、基準値を超えている', { on: 'comparison', when: 'above-baseline' }),
        grade('B', '同水準', '現在値が、基準値と同水準である（△10％以内）', {
          on: 'comparison',
          when: 'around-baseline',
          tolerance: { percent: '10' },
        }),
        grade('C', '下落', '現在値が、基準値より下落している', { on: 'comparison', when: 'otherwise' }),
      ],
      outside: [
        outside('－', '評価できない', '現在値が把握できない等の理由により評価できない', {
          for: ['no-actual', 'no-target', 'no-baseline', 'qualitative'],
        }),
      ],
    },
    source: {
      body: '長与町',
      paper: '総合計画の進捗判定',
      url: 'https://webtown.nagayo.jp/kiji0032107/index.html',
    },
    criteria: 'reading',
  },
  {
    subjects: ['indicator'],
    scale: {
      id: 'ino',
      name: '◎○△×（目標値との比べ）',
      grades: [
        grade('◎', '目標値以上', '目標値を上回った', { on: 'comparison', when: 'beyond-target' }),
        grade('○', '目標値と同等', '目標値と同等', { on: 'comparison', when: 'at-target' }),
        grade('△', '未達成', '進んだが、目標値に達していない', { on: 'comparison', when: 'above-baseline' }),
        grade(
          '×',
          '進捗なし・事業終了',
          '進捗がないか、事業を終了した',
          { on: 'comparison', when: 'otherwise' },
          { absences: ['ended'] },
        ),
      ],
      outside: [outside('－', '評価なし', '目標が設定されていない', { for: ['no-target'] })],
    },
    source: {
      body: 'いの町',
      paper: '総合戦略の効果検証',
      url: 'https://www.town.ino.kochi.jp/chosei/choseikeikaku/keikaku_sougousenryaku/1797/',
    },
    criteria: 'reading',
  },
  {
    subjects: ['indicator'],
    scale: {
      id: 'kakamigahara',
      name: '順調・順調でない（開始時点との比べ）',
      grades: [
        grade(
          '順調',
          '順調',
          '計画の開始時点よりよくなっている',
          { on: 'comparison', when: 'above-baseline' },
          { symbol: '○' },
        ),
        grade(
          '順調でない',
          '順調でない',
          '計画の開始時点からよくなっていない',
          { on: 'comparison', when: 'otherwise' },
          { symbol: '▲' },
        ),
      ],
      outside: [],
    },
    source: {
      body: '各務原市',
      paper: '総合計画 平成30年度達成状況',
      url: 'https://www.city.kakamigahara.lg.jp/shisei/shisaku/1008697/1017052/1008738.html',
    },
    criteria: 'reading',
  },
  {
    subjects: ['indicator'],
    scale: {
      id: 'tama',
      name: '①②③（年ごとの按分）',
      grades: [
        grade('①', '着実に進んでいる', '', { on: 'expected', by: 'share', from: '100' }),
        grade('②', '概ね進んでいる', '', {
          on: 'expected',
          by: 'share',
          from: '60',
        }),
        grade('③', '改善や工夫が必要', '', { on: 'expected', by: 'share' }),
      ],
      outside: [],
    },
    source: { body: '多摩市', paper: '総合戦略の評価方法（案）', url: 'https://expydoc.com/doc/10040981/' },
    criteria: 'published',
  },
  {
    subjects: ['indicator'],
    scale: {
      id: 'growth-strategy',
      name: 'A・B・F・N（経過期間との比べ）',
      grades: [
        grade('A', '見込みどおり', '目標期間に対する経過期間の割合以上に進捗', {
          on: 'expected',
          by: 'line',
          reaches: true,
        }),
        grade('B', '見込みに届かない', '経過期間の割合ほどには進捗していない', {
          on: 'expected',
          by: 'line',
          reaches: false,
        }),
      ],
      outside: [
        outside('F', '数で比べられない', '施策の完了など、経過期間と比べられない', {
          for: ['qualitative', 'relative-target'],
          absences: ['ended'],
        }),
        outside('N', 'データなし', '評価に要するデータがない', { for: ['no-actual'] }),
      ],
    },
    source: {
      body: '国（成長戦略）',
      paper: '日本再興戦略 KPIの進捗状況',
      url: 'https://happylibus.com/doc/304374/',
    },
    criteria: 'reading',
  },
  {
    subjects: ['indicator'],
    scale: {
      id: 'fukuoka',
      name: 'a・b・c（意識の指標は±3ポイント）',
      grades: [
        grade('a', '順調', '目標へのペースどおりに進んでいる', { on: 'expected', by: 'line', reaches: true }),
        grade('b', '改善・維持', 'ペースを下回るが、初期値から改善または維持', {
          on: 'comparison',
          when: 'no-worse-than-baseline',
          tolerance: { points: '3' },
        }),
        grade('c', '悪化', '初期値より悪化', { on: 'comparison', when: 'otherwise' }),
      ],
      outside: [],
    },
    source: {
      body: '福岡市',
      paper: '保健福祉総合計画 進捗評価',
      url: 'https://www.city.fukuoka.lg.jp/data/open/cnt/3/67225/1/04_shiryou1-1.txt',
    },
    criteria: 'reading',
  },
  {
    subjects: ['indicator'],
    scale: {
      id: 'tagawa',
      name: 'A・B・C（伸びで見る）',
      grades: [
        grade('A', '順調', '順調に伸びている', { on: 'expected', by: 'line', reaches: true }),
        grade('B', '遅れはある', '遅れはあるが伸びている', { on: 'comparison', when: 'above-baseline' }),
        grade('C', '伸びていない', '伸びていない、または悪化している', { on: 'comparison', when: 'otherwise' }),
      ],
      outside: [outside('－', '判定しない', '値が確認できない', { for: ['no-actual'] })],
    },
    source: {
      body: '田川市',
      paper: '第5次総合計画 進捗状況',
      url: 'https://www.joho.tagawa.fukuoka.jp/kiji0035135/index.html',
    },
    criteria: 'reading',
  },
  {
    subjects: ['indicator'],
    scale: {
      id: 'fukushima',
      name: '達成・達成見込み・未達成見込み・未達成',
      grades: [
        grade('達成', '達成', 'その年度の目標に達した', { on: 'reached', met: true, settled: true }, { symbol: '○' }),
        grade(
          '達成見込',
          '達成見込み',
          '値は未確定だが、達する見込み',
          { on: 'reached', met: true, settled: false },
          { symbol: '△' },
        ),
        grade(
          '未達見込',
          '未達成見込み',
          '値は未確定で、達しない見込み',
          { on: 'reached', met: false, settled: false },
          { symbol: '▽' },
        ),
        grade(
          '未達成',
          '未達成',
          'その年度の目標に達しなかった',
          { on: 'reached', met: false, settled: true },
          { symbol: '×' },
        ),
      ],
      outside: [
        outside('－', '判定しない', '調査の年でないなど、判定しない', {
          for: ['no-target'],
          absences: ['not-measured', 'not-applicable'],
        }),
      ],
    },
    source: { body: '福島県', paper: '総合計画 指標一覧（279指標）', url: '' },
    criteria: 'reading',
  },
  {
    subjects: ['indicator', 'project'],
    scale: {
      id: 'cabinet-office',
      name: '地方創生への効果（4区分）',
      grades: [
        grade('1', '非常に効果的', '目標値を上回り、地方創生に非常に効果があった', {
          on: 'comparison',
          when: 'beyond-target',
        }),
        grade('2', '相当程度効果', '上回らないものの、目標値を相当程度（7～8割）達成した', rateFrom('70')),
        grade('3', '効果があった', '目標値を上回らないものの、開始前よりも改善した', {
          on: 'comparison',
          when: 'above-baseline',
        }),
        grade('4', '効果がなかった', '開始前より悪化しており、効果がみられない', {
          on: 'comparison',
          when: 'otherwise',
        }),
      ],
      outside: [],
    },
    source: {
      body: '内閣府（地方創生の交付金）',
      paper: '内部評価項目の説明',
      url: 'https://expydoc.com/doc/10933759/',
    },
    criteria: 'reading',
  },
]
