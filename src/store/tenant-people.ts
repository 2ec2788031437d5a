import type { NewNotice } from '#domain/notices/notice.ts'
import type { OrganisationUnit } from '#domain/people/organisation.ts'
import type { IndicatorOwner } from '#domain/people/ownership.ts'
import { addDepartmentChange, departmentChanges } from './department-changes.ts'
import { addOwner, addOwners, endOwners, indicatorOwners } from './indicator-owners.ts'
import {
  addInvitation,
  endInvitations,
  invitationOfToken,
  invitations,
  type NewInvitation,
  useInvitation,
} from './invitations.ts'
import {
  endDemonstration,
  isDemonstration,
  type LoginAct,
  type LoginSetting,
  loginSetting,
  markDemonstration,
  putLoginSetting,
  recordLogin,
  removeLoginSetting,
} from './logins.ts'
import {
  claimDigest,
  digestsDue,
  endMail,
  type KeptMailSetting,
  type MailOut,
  mailSetting,
  mails,
  noteMail,
  noticesInMail,
  postponeDigests,
  putMailSetting,
  queueDigests,
} from './mail.ts'
import { addMember, addMembership, changeMember, endMembership, memberOf, memberOfAccount, members } from './members.ts'
import { keysTold, noticesFor, noticesOfCity, seeNotices, tell, tellOnce, unseenNotices } from './notices.ts'
import { addUnit, changeUnit, organisationUnits, unitName } from './organisation.ts'
import { ownerlessIndicators } from './ownerless-indicators.ts'
import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

/** 団体一つの、課・利用者・招待・ログインのしかた・担当・通知・メールを読む口。 */
export const peopleReads = (tx: Transaction) => ({
  organisation: {
    nameOf: (id: string) => unitName(tx, id),
    units: () => organisationUnits(tx),
    /** これまでの機構改革。 */
    changes: () => departmentChanges(tx),
  },
  members: {
    list: () => members(tx),
    get: (id: string) => memberOf(tx, id),
    ofAccount: (accountId: string) => memberOfAccount(tx, accountId),
  },
  invitations: { list: () => invitations(tx), ofToken: (tokenSha256: string) => invitationOfToken(tx, tokenSha256) },
  logins: { setting: () => loginSetting(tx), isDemonstration: () => isDemonstration(tx) },
  owners: { list: () => indicatorOwners(tx), ownerless: (day: string) => ownerlessIndicators(tx, day) },
  notices: {
    for: (memberId: string, page: Parameters<typeof noticesFor>[2]) => noticesFor(tx, memberId, page),
    ofCity: (page: Parameters<typeof noticesOfCity>[1]) => noticesOfCity(tx, page),
    unseen: (memberId: string) => unseenNotices(tx, memberId),
    keysTold: (keys: readonly string[]) => keysTold(tx, keys),
  },
  mail: {
    setting: () => mailSetting(tx),
    list: (limit: number) => mails(tx, limit),
    notices: (mailId: string) => noticesInMail(tx, mailId),
    digestsDue: (now: string) => digestsDue(tx, now),
  },
})

/** 団体一つの、課・利用者・招待・ログインのしかた・担当・通知・メールに書く口。書いたことにはみな監査記録が付く。 */
export const peopleWrites = (tx: Writing, readable: ReturnType<typeof peopleReads>) => ({
  organisation: {
    ...readable.organisation,
    add: (unit: OrganisationUnit) => addUnit(tx, unit),
    change: (id: string, change: Parameters<typeof changeUnit>[2]) => changeUnit(tx, id, change),
    reorganise: (change: Parameters<typeof addDepartmentChange>[1]) => addDepartmentChange(tx, change),
  },
  members: {
    ...readable.members,
    add: (member: Parameters<typeof addMember>[1]) => addMember(tx, member),
    change: (id: string, change: Parameters<typeof changeMember>[2]) => changeMember(tx, id, change),
    give: (memberId: string, membership: Parameters<typeof addMembership>[2]) =>
      addMembership(tx, memberId, membership),
    end: (membershipId: string, to: string) => endMembership(tx, membershipId, to),
  },
  invitations: {
    ...readable.invitations,
    add: (invitation: NewInvitation) => addInvitation(tx, invitation),
    end: (memberId: string) => endInvitations(tx, memberId),
    use: (invitation: Parameters<typeof useInvitation>[1]) => useInvitation(tx, invitation),
  },
  logins: {
    ...readable.logins,
    record: (act: LoginAct, memberId: string, how?: string) => recordLogin(tx, act, memberId, how),
    put: (setting: LoginSetting) => putLoginSetting(tx, setting),
    remove: () => removeLoginSetting(tx),
    markDemonstration: () => markDemonstration(tx),
    endDemonstration: () => endDemonstration(tx),
  },
  owners: {
    ...readable.owners,
    add: (owner: IndicatorOwner) => addOwner(tx, owner),
    addAll: (owners: readonly IndicatorOwner[]) => addOwners(tx, owners),
    end: (ids: readonly string[], to: string) => endOwners(tx, ids, to),
  },
  notices: {
    ...readable.notices,
    /** 知らせる。知らせることと同じ取引の中で呼ぶ。受け手は種類と課から決まる。 */
    tell: (notice: NewNotice) => tell(tx, notice),
    /** 鍵ごとに一度だけ知らせる（締切の知らせ）。もう知らせてあれば false。 */
    tellOnce: (key: string, notice: NewNotice) => tellOnce(tx, key, notice),
    see: (memberId: string, upTo: number) => seeNotices(tx, memberId, upTo),
  },
  mail: {
    ...readable.mail,
    put: (setting: KeptMailSetting) => putMailSetting(tx, setting),
    queueDigests: (day: string, enabledAt: string) => queueDigests(tx, day, enabledAt),
    claim: (leaseUntil: string) => claimDigest(tx, leaseUntil),
    end: (mail: MailOut, ending: Parameters<typeof endMail>[2]) => endMail(tx, mail, ending),
    postpone: (until: string) => postponeDigests(tx, until),
    note: (mail: Parameters<typeof noteMail>[1]) => noteMail(tx, mail),
  },
})
