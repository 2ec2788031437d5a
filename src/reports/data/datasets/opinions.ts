import { inPlanOrder, placeInWords, placeOfOpinion } from '#domain/committee/opinions.ts'
import type { Opinion, OpinionAnswer, Referral } from '#domain/committee/referral.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { editionColumns, yearColumns } from '../common-columns.ts'
import { column, datasetMaker } from '../dataset.ts'

type Row = {
  readonly edition: Edition
  readonly referral: Referral
  readonly opinion: Opinion
  readonly answer: OpinionAnswer | undefined
  readonly department: string | null
  readonly order: number
}

/**
 * 外部の会議の意見と市の対応。委員の名は入れない（データは公開されるもので、名を載せるかは紙の資料で選ぶ）。
 */
export const opinions = datasetMaker<Row>(
  {
    name: 'opinions',
    title: '外部の会議の意見と対応',
    description: '外部の会議（推進会議など）の意見と、それへの市の対応。一行が一つの意見。委員の名は含まない',
  },
  [
    ...editionColumns,
    ...yearColumns<Row>(({ referral }) => referral.year, '年度が分からない'),
    column('committee', '会議', 'name', '外部の会議の名', ({ referral }) => referral.body),
    column('referral_title', '付議の題', 'name', '会議の回などの題', ({ referral }) => referral.title),
    column('meeting_date', '会議の日', 'date', '会議の開かれた日', ({ referral }) => referral.meetingOn, {
      blank: '会議の日が入れられていない',
    }),
    column('opinion_number', '意見の番号', 'integer', '計画に出てくる順の番号', ({ order }) => String(order), {
      unit: '番目',
    }),
    column(
      'about_kind',
      '該当箇所の種類',
      'code',
      '何についての意見か',
      ({ opinion }) => opinion.subject?.kind ?? 'plan',
      {
        codes: 'opinion-about',
      },
    ),
    column(
      'about_id',
      '該当箇所のID',
      'id',
      'nodes・indicators・projects の表と結ぶ',
      ({ opinion }) => opinion.subject?.id ?? null,
      {
        blank: '計画全体についての意見',
      },
    ),
    column(
      'about',
      '該当箇所',
      'name',
      '計画の中の道すじ',
      ({ edition, opinion }) => placeInWords(placeOfOpinion(edition.content, opinion.subject)) ?? null,
      { blank: '計画全体か、いまの計画にない項目についての意見' },
    ),
    column('grade', '委員の評価', 'word', '委員の付けた評価区分の符号', ({ opinion }) => opinion.grade, {
      blank: '評価を付けていない',
    }),
    column('opinion', '意見', 'text', '意見の文', ({ opinion }) => (opinion.text === '' ? null : opinion.text), {
      blank: '評価だけの意見',
    }),
    column('answer_kind', '対応の区分', 'code', '市の対応の区分', ({ answer }) => answer?.kind ?? null, {
      codes: 'answer-kind',
      blank: '対応がまだ書かれていない',
    }),
    column('answer', '対応', 'text', '市の対応の文', ({ answer }) => answer?.text ?? null, {
      blank: '対応がまだ書かれていない',
    }),
    column('department', '担当課', 'name', '対応を受け持つ課', ({ department }) => department, {
      blank: '担当課を決めていない',
    }),
  ],
  (edition, { referral: found }) => {
    if (found?.referral.status !== 'closed') return []
    const answers = new Map(found.answers.map((answer) => [answer.opinionId, answer]))
    return inPlanOrder(edition.content, found.opinions).map((opinion, index) => {
      const answer = answers.get(opinion.id)
      const department = answer?.departmentId ? (found.departments?.get(answer.departmentId) ?? null) : null
      return { edition, referral: found.referral, opinion, answer, department, order: index + 1 }
    })
  },
)
