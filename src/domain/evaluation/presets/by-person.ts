import { grade, human, outside, type ScalePreset } from './preset.ts'

/** 人が選ぶ区分。機械は、実績の身分から順位の外の区分だけを示す。 */
export const byPersonPresets: readonly ScalePreset[] = [
  {
    subjects: ['indicator', 'node'],
    scale: {
      id: 'daisen',
      name: 'A～D',
      grades: [
        grade('A', '目標達成', '目標を達成している（上方修正を基本に見直す）', human),
        grade('B', '概ね順調', '概ね順調に進んでいる（必要に応じて見直す）', human),
        grade('C', '遅れ', '遅れている（前提の変わった指標は変更、目標は修正）', human),
        grade('D', '大幅な遅れ', '大幅に遅れている（代わる指標に替える）', human),
      ],
      outside: [],
    },
    source: { body: '大仙市', paper: '総合戦略 改訂概要', url: '' },
    criteria: 'reading',
  },
  {
    subjects: ['project', 'node', 'indicator'],
    scale: {
      id: 'ueda',
      name: '◎○△×（重点目標）',
      grades: [
        grade('◎', '目標を上回る', '目標を上回る進捗', human),
        grade('○', '目標どおり', '目標どおり進捗', human),
        grade('△', '一部未進捗', '未進捗の部分あり', human),
        grade('×', '未進捗', '全て目標未進捗', human),
      ],
      outside: [],
    },
    source: {
      body: '上田市',
      paper: '重点目標一覧表（中間報告調書）',
      url: 'https://www.city.ueda.nagano.jp/soshiki/gyokan/5929.html',
    },
    criteria: 'published',
  },
  {
    subjects: ['indicator', 'node'],
    scale: {
      id: 'akiruno',
      name: 'F・S・A・B・C・X・Y・Z',
      grades: [
        grade('S', '目標値以上', 'このまま進めれば、目標値以上の成果を得られる見込み', human),
        grade('A', '目標値どおり', 'このまま進めれば、目標値どおりの成果を得られる見込み', human),
        grade('B', '要改善', '目標値を達成できず（半分程度）、手法等の改善が必要', human),
        grade('C', '要大幅改善', '目標値を達成できず（半分程度以下）、手法等の大幅な改善が必要', human),
      ],
      outside: [
        outside('F', '事業完了', '事業が完了している', { absences: ['ended'] }),
        outside('X', '未着手', '事業に着手していない', { absences: ['not-started'] }),
        outside('Y', '中止', '事業を中止している', { absences: ['cancelled'] }),
        outside('Z', '評価困難', '評価が困難', { for: [] }),
      ],
    },
    source: {
      body: 'あきる野市',
      paper: '第2次総合計画の進捗管理',
      url: 'https://www.city.akiruno.tokyo.jp/0000016060.html',
    },
    criteria: 'published',
  },
  {
    subjects: ['indicator', 'project', 'node'],
    scale: {
      id: 'kitsuki',
      name: 'A～D（効果と課題）',
      grades: [
        grade('A', '目標を上回る', '目標を上回る効果があった', human),
        grade('B', '80％以上', '目標を80％以上達成し、課題を整理して続ける', human),
        grade('C', '改善が必要', '改善や工夫が必要', human),
        grade('D', '注視', '外的要因等により、注視しながら続ける', human),
      ],
      outside: [],
    },
    source: {
      body: '杵築市',
      paper: '第2期総合戦略期末評価',
      url: 'https://www.city.kitsuki.lg.jp/soshiki/1/mirai/machidukuri/11740.html',
    },
    criteria: 'published',
  },
  {
    subjects: ['project'],
    scale: {
      id: 'nagareyama',
      name: 'A・B・C（事業の達成）',
      grades: [
        grade('A', '達成', '達成', human),
        grade('B', '一部達成', '一部達成', human),
        grade('C', '未達成', '未達成（未実施を含む）', human),
      ],
      outside: [],
    },
    source: {
      body: '流山市',
      paper: '子ども計画 事業評価',
      url: 'https://www.city.nagareyama.chiba.jp/_res/projects/default_project/_page_/001/050/749/r7-2shiryou1-12.txt',
    },
    criteria: 'published',
  },
]
