import { isSuperseded } from '#domain/plan/current-edition.ts'
import type { Edition, SourceRecord } from '#domain/plan/edition.ts'
import { nationalFrame } from '#domain/plan/national-frame.ts'
import { editionColumns, numberOr, yesNo } from '../common-columns.ts'
import { column, datasetMaker } from '../dataset.ts'

const noPeriod = '計画の期間が図書から分からない'

/** 計画そのもの。一行。 */
export const plan = datasetMaker<Edition>(
  {
    name: 'plan',
    title: '計画',
    description: '計画の題・期間と、達成率の計算の決まり。一行が計画の版一つ',
  },
  [
    ...editionColumns,
    column('plan_title', '計画の題', 'name', '書かれたとおりの題', ({ title }) => title),
    column('plan_kind', '計画の種類', 'word', '総合戦略・総合計画・重点目標など', ({ kind }) => kind),
    column('form', '読んだ様式', 'code', '出典の図書の様式', ({ form }) => form, { codes: 'plan-form' }),
    column(
      'first_year',
      '計画の最初の年度（西暦）',
      'integer',
      '計画期間の初めの年度',
      (row) => numberOr(row.firstYear),
      {
        blank: noPeriod,
        unit: '年',
      },
    ),
    column(
      'last_year',
      '計画の最後の年度（西暦）',
      'integer',
      '計画期間の終わりの年度',
      (row) => numberOr(row.lastYear),
      {
        blank: noPeriod,
        unit: '年',
      },
    ),
    column(
      'edition_number',
      '版の番号',
      'integer',
      '計画の何番目の版か（1 から。改訂するたびに増える）',
      ({ history }) => numberOr(history?.number),
      { blank: '取り込んでいない計画', unit: '版' },
    ),
    column(
      'is_superseded',
      '旧版か',
      'code',
      '改訂して、次の版に替わった版なら 1',
      (edition) => yesNo(isSuperseded(edition)),
      { codes: 'yes-no' },
    ),
    column('decided_on', '決定日', 'date', 'この版を決めた日', ({ history }) => history?.decidedOn ?? null, {
      blank: '図書から取り込んだだけで、決めた日が分からない',
    }),
    column(
      'decided_by',
      '決めたところ',
      'name',
      'この版を決めた会議など',
      ({ history }) => history?.decidedBy ?? null,
      {
        blank: '図書から取り込んだだけで、決めたところが分からない',
      },
    ),
    column(
      'national_strategy',
      '勘案した国の総合戦略',
      'name',
      'この版が勘案した国の総合戦略の題',
      ({ history }) => nationalFrame(history?.frame ?? null)?.title.ja ?? null,
      { blank: '選んでいない' },
    ),
    column(
      'formula',
      '達成率の式',
      'code',
      '計算した達成率（figures の computed-rate）の式',
      ({ rules }) => rules.formula,
      {
        codes: 'formula',
      },
    ),
    column('rounding', '達成率の端数の扱い', 'code', '丸めるときに一度だけ行う', ({ rules }) => rules.rounding.mode, {
      codes: 'rounding',
    }),
    column(
      'rounding_places',
      '達成率の小数の桁',
      'integer',
      '小数第何位まで示すか',
      ({ rules }) => String(rules.rounding.places),
      { unit: '桁' },
    ),
    column('rate_floor', '達成率の下限', 'decimal', 'これを下回る率は、この値とする', ({ rules }) => rules.floor, {
      blank: '下限を置かない',
      unit: '%',
    }),
    column('rate_cap', '達成率の上限', 'decimal', 'これを上回る率は、この値とする', ({ rules }) => rules.cap, {
      blank: '上限を置かない',
      unit: '%',
    }),
  ],
  (edition) => [edition],
)

/** 更新の履歴。取り込んだ図書の、新しい順。 */
export const sources = datasetMaker<SourceRecord & { readonly number: number }>(
  {
    name: 'sources',
    title: '出典と更新の履歴',
    description: 'データの出典の図書と、取り込んだ日時。新しい順。一行が一つの図書',
  },
  [
    ...editionColumns,
    column('source_number', '新しい順の番号', 'integer', '1 がいまの値の出典', ({ number }) => String(number), {
      unit: '番目',
    }),
    column('file', '図書のファイル名', 'name', '取り込んだ図書の名', ({ file }) => file),
    column(
      'sha256',
      '図書の指紋',
      'id',
      'ファイルの SHA-256（16 進 64 桁）。同じ図書かを確かめる',
      ({ sha256 }) => sha256,
    ),
    column('file_bytes', '図書の大きさ', 'integer', 'ファイルの大きさ', ({ bytes }) => String(bytes), {
      unit: 'バイト',
    }),
    column('adopted_at', '取り込んだ日時', 'moment', 'この図書の値に更新した日時（UTC）', (row) => row.adoptedAt),
  ],
  ({ sources: records }) => records.map((record, at) => ({ ...record, number: at + 1 })),
)
