import { plainText } from '../language/plain-text.ts'
import { isRole, type Role } from './role.ts'

/** 役の呼び名。名簿（CSV）にはどの書き方でも書ける。 */
const names: Readonly<Record<Role, readonly string[]>> = {
  planner: ['企画課', '企画', '企画担当', 'とりまとめ', '事務局'],
  editor: ['担当者', '課の担当者', '担当', '係員', '主任', '主査', '係長'],
  approver: ['課長', '部長', '課長・部長', '次長', '室長', '局長', '所長', '決裁者', '所属長'],
  executive: ['市長', '副市長', '町長', '副町長', '村長', '副村長', '教育長', '本部員', '市長・副市長・本部員'],
  reviewer: ['外部委員', '委員'],
  administrator: ['管理者', 'システム管理者'],
  auditor: ['監査', '監査委員'],
}

const byName = new Map(
  Object.entries(names).flatMap(([role, its]) => its.map((name) => [plainText(name), role as Role] as const)),
)

/** 役の呼び名から役を。identifier でもよい。`roleNamed('課長')` → 'approver' */
export const roleNamed = (text: string): Role | undefined => {
  const plain = plainText(text)
  return isRole(plain) ? plain : byName.get(plain)
}
