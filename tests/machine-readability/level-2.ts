import { dataRows, headingOf } from './opened.ts'
import { every, inCells, inTables, isNumber, kindIs, type Rule } from './rule.ts'

/** 段階2：値の書き方。 */

const ditto = /^(?:〃|"|″|々|同上|同じ|上に同じ)$/

export const level2: readonly Rule[] = [
  {
    id: 'L2-01',
    name: '数値データは数値属性とし、文字列を含まないこと',
    formats: every,
    check: inCells(isNumber, ({ text, number }) => text !== '' && !number),
  },
  {
    id: 'L2-02',
    name: 'データ内での項目名等の省略をしていないか',
    formats: every,
    check: inTables((table, columns) =>
      columns.flatMap(({ at, heading, definition }) =>
        dataRows(table).flatMap((row, rowAt) => {
          const text = row[at]?.text ?? ''
          const omitted = definition?.required === true && text === ''
          return omitted || ditto.test(text) ? [`「${heading}」の${rowAt + 2}行目が省かれている`] : []
        }),
      ),
    ),
  },
  {
    id: 'L2-03',
    name: '各列が一意に識別可能な項目名を持っているか',
    formats: every,
    check: inTables((table) => {
      const headings = headingOf(table)
      return headings.flatMap((heading, at) =>
        heading === '' || headings.indexOf(heading) !== at ? [`${at + 1}列目の名「${heading}」が一つに定まらない`] : [],
      )
    }),
  },
  {
    id: 'L2-04',
    name: '選択肢回答が標準化されているか',
    formats: every,
    check: (opened, previous) => [
      ...inCells(
        kindIs('code'),
        ({ text }, { definition }) =>
          text !== '' && !(opened.codes.get(definition?.codeTable ?? '')?.has(text) ?? false),
      )(opened, previous),
      ...inTables((table, columns) =>
        columns.filter(kindIs('word')).flatMap(({ at, heading }) => {
          const spellings = Map.groupBy(new Set(dataRows(table).map((row) => row[at]?.text ?? '')), (text) =>
            text.normalize('NFKC').replace(/\s/g, '').toLowerCase(),
          )
          return [...spellings.values()].flatMap((same) =>
            same.length > 1 ? [`「${heading}」に表記ゆれ：${same.join('／')}`] : [],
          )
        }),
      )(opened, previous),
    ],
  },
  {
    id: 'L2-05',
    name: '選択肢列と「その他」の詳細記入が分離されているか',
    formats: every,
    check: inCells(kindIs('code', 'word'), ({ text }) => /^その他\s*[（(：:・、].+/.test(text)),
  },
  {
    id: 'L2-06',
    name: '【Excel】数式を使用している場合は、数値データに修正しているか',
    // CSV も、表計算で開いたときに式になる升目を認めない。
    formats: ['xlsx', 'csv'],
    check: inCells(
      () => true,
      ({ formula }) => formula,
    ),
  },
]
