import type { Person } from './person.ts'
import { type Role, roles } from './role.ts'

/** どこまで。all 市の全体、own 自分の課（とその下の課）だけ。 */
type Reach = 'all' | 'own'
type Rule = Readonly<Partial<Record<Role | 'nobody', Reach>>>

const everyRole: Rule = Object.fromEntries(roles.map((role) => [role, 'all']))

/**
 * してよいことの表。行が行い、列が役。ここにないことは、だれにもできない。
 * 頁（`src/web/gates.ts`）も、操作も、命令も、この一枚だけを見る。
 */
export const permissions = {
  /** 計画・指標・事業・突合結果・帳票を見る。 */
  'plan-read': everyRole,
  /** 図書を取り込む、見直す、取り消す。 */
  'plan-import': { planner: 'all' },
  /** 突合結果に答える。 */
  'finding-answer': { planner: 'all' },
  /** 帳票のファイルを作る。 */
  'report-make': everyRole,
  /** 帳票に名を付ける、市の様式を置く。 */
  'report-arrange': { planner: 'all' },
  /** 公表する、公表を直す。 */
  'report-publish': { planner: 'all' },
  /** 課の一覧・連絡先を見る。 */
  'people-read': everyRole,
  /** 利用者と役を決める、招く、去らせる、代理を立てる。 */
  'people-manage': { administrator: 'all' },
  /** 課を作る、機構改革をする。 */
  'department-change': { administrator: 'all', planner: 'all' },
  /** 指標・事業の担当を決める、人事異動で引き継ぐ。 */
  'owner-change': { administrator: 'all', planner: 'all' },
  /** 照会を作る、開く、延ばす、催促する、閉じる、開け直す。 */
  'round-manage': { planner: 'all' },
  /** 進行表を見る。 */
  'round-read': {
    planner: 'all',
    executive: 'all',
    administrator: 'all',
    auditor: 'all',
    editor: 'own',
    approver: 'own',
  },
  /** 課の回答を見る。 */
  'answer-read': { planner: 'all', executive: 'all', auditor: 'all', editor: 'own', approver: 'own' },
  /** 回答を入れる（企画課は、届いた Excel を課に代わって入れることがある。記録には入れた人が残る）。 */
  'answer-enter': { planner: 'all', editor: 'own', approver: 'own' },
  /** 回答を提出する、決裁の前に取り下げる。 */
  'answer-submit': { planner: 'all', editor: 'own', approver: 'own' },
  /** 課長・部長として確認する、差し戻す、後閲する。 */
  'answer-approve': { approver: 'own' },
  /** 課長の不在に、代わって決裁する（代決）。 */
  'answer-approve-for': { editor: 'own', approver: 'own' },
  /** 企画課として受け取る、差し戻す。 */
  'answer-accept': { planner: 'all' },
  /** 確定した実績を、照会の外で直す（遡及修正）。 */
  'actual-revise': { planner: 'all' },
  /** 評価の区分と、評価ごとの見直しの決まりを置く。 */
  'scale-change': { planner: 'all' },
  /** 評価を見る（外部委員は、付議されたものだけを付議の頁で見る）。 */
  'evaluation-read': {
    planner: 'all',
    executive: 'all',
    administrator: 'all',
    auditor: 'all',
    editor: 'all',
    approver: 'all',
  },
  /** 評価の年を開く、閉じる、開け直す。 */
  'evaluation-manage': { planner: 'all' },
  /** 担当課として評価する。 */
  'evaluate-self': { planner: 'all', editor: 'own', approver: 'own' },
  /** 課長・部長として評価する。 */
  'evaluate-head': { approver: 'own' },
  /** 企画課として評価する。 */
  'evaluate-office': { planner: 'all' },
  /** 推進本部の評価を決める（企画課は、本部の決めたことを記す）。 */
  'evaluate-headquarters': { executive: 'all', planner: 'all' },
  /** 外部の会議の評価を記す。 */
  'evaluate-committee': { planner: 'all' },
  /** 外部の会議に見せる、意見を締め切る。 */
  'referral-manage': { planner: 'all' },
  /** 付議されたものと、意見・対応を見る。 */
  'referral-read': { planner: 'all', reviewer: 'all', executive: 'all', auditor: 'all' },
  /** 意見を言う（企画課は、紙で届いた意見を委員の名で入れる）。 */
  'opinion-give': { reviewer: 'all', planner: 'all' },
  /** 意見への対応を書く。 */
  'opinion-answer': { planner: 'all' },
  /** 部局の重点目標と、その報告を見る。 */
  'priority-read': {
    planner: 'all',
    executive: 'all',
    administrator: 'all',
    auditor: 'all',
    editor: 'own',
    approver: 'own',
  },
  /** 重点目標の年を開く、調書を開け直す。 */
  'priority-manage': { planner: 'all' },
  /** 重点目標を設定する、中間・期末の報告を書く。 */
  'priority-write': { planner: 'all', editor: 'own', approver: 'own' },
  /** 重点目標・報告を提出する、取り下げる。 */
  'priority-submit': { planner: 'all', approver: 'own' },
  /** 市長・副市長として確認する、ヒアリングを終える、差し戻す（企画課は、その場の決めたことを記す）。 */
  'priority-confirm': { executive: 'all', planner: 'all' },
  /** 市長指示事項を出す、期限を変える、了とする、もう一度求める、取り消す（企画課は、市長の指示を記す）。 */
  instruct: { executive: 'all', planner: 'all' },
  /** 市長指示事項への対応を報告する。 */
  'instruction-answer': { planner: 'all', editor: 'own', approver: 'own' },
  /** 改訂の案を見る。 */
  'revision-read': {
    planner: 'all',
    executive: 'all',
    administrator: 'all',
    auditor: 'all',
    editor: 'all',
    approver: 'all',
  },
  /** 改訂の案を作る、直す、取り下げる。 */
  'revision-edit': { planner: 'all' },
  /** 改訂を決める（新しい版にする）。 */
  'revision-adopt': { planner: 'all' },
  /** 指標の系統をつなぐ、ほどく。 */
  'lineage-link': { planner: 'all' },
  /** 監査記録を読む、書き出す、鎖を確かめる。 */
  'audit-read': { auditor: 'all', administrator: 'all' },
  /** 通知・ログインのしかた（OIDC）などの設定。 */
  'settings-change': { administrator: 'all' },
  /** 控え（バックアップ）を取る、市を丸ごと書き出す。 */
  'backup-make': { administrator: 'all' },
} as const satisfies Record<string, Rule>

export type PermittedAct = keyof typeof permissions

/**
 * この人はそれをしてよいか。課を問う行いでは課の id を渡す（渡さなければ、どこか一つの課でできるか）。
 *
 * @example permits(担当者, 'answer-enter', 商工課) // → true。ほかの課なら false
 */
export const permits = ({ kind, grants }: Person, act: PermittedAct, department?: string): boolean => {
  if (kind === 'workbench' || kind === 'terminal') return true
  const rule: Rule = permissions[act]
  return grants.some(({ role, departments }) => {
    const reach = rule[role]
    if (reach === undefined) return false
    if (reach === 'all' || departments === 'all' || department === undefined) return true
    return departments.includes(department)
  })
}
