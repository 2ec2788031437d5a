import type { Client } from './client.ts'

/** 列と、その型（PostgreSQL の書きかた）。 */
export type TableColumn = { readonly name: string; readonly type: string }

/** 控えに入る表。 */
export type BackupTable = {
  /** `public.plan` のように、枠の名から。 */
  readonly name: string
  readonly columns: readonly TableColumn[]
  /** 並べる鍵（主鍵の列）。 */
  readonly key: readonly string[]
  /** 団体の列を持つか。 */
  readonly ofMunicipality: boolean
}

/** 控えに入れる枠。pg-boss の枠（pgboss）は入れない: 並んだ仕事は、次の起動が表から並べ直す。 */
export const backupSchemas = ['public', 'account'] as const

/** 控えに入れない表と、そのわけ。ここにない表は、どれも控えに入る。 */
export const leftOut: Readonly<Record<string, string>> = {
  'public.schema_migration': '移行の番号は控えの頭書きにあり、戻すときに移行そのものを当てる',
  'account.session': '終えたログインを生き返らせない。戻したあとは、だれもがもう一度ログインする',
  'account.verification': '途中のログインの、短い間だけの合言葉',
  'account.attempt': '待たせている間だけの数え',
  'account.first_link': '初めの管理者を作る合言葉は、起動のたびに改める',
}

/** 団体一つの控えには入れない表と、そのわけ。ほかに、口座の枠（account）も入れない。 */
export const leftOutOfCity: Readonly<Record<string, string>> = {
  'public.login_setting': '認証の相手の秘密は、もとのしるべの鍵で封じてあり、ほかでは開かない',
  'public.mail_setting': 'メールのサーバーの合言葉は、もとのしるべの鍵で封じてあり、ほかでは開かない',
}

/** 控えに入る表を、データベースの目録から。新しい移行の表も、書き足さずに入る。 */
export const backupTables = async (client: Client): Promise<readonly BackupTable[]> => {
  const { rows } = await client.query<BackupTable>(tablesSql, [backupSchemas])
  return rows.filter(({ name }) => !Object.hasOwn(leftOut, name))
}

/** 団体一つの控えに入る表か。 */
export const belongsToCity = ({ name, ofMunicipality }: BackupTable): boolean =>
  ofMunicipality && name.startsWith('public.') && !Object.hasOwn(leftOutOfCity, name)

const tablesSql = `
  select n.nspname || '.' || c.relname as name,
         (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
            from pg_attribute a
           where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
         coalesce((select json_agg(a.attname order by array_position(i.indkey::int2[], a.attnum))
            from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey::int2[])
           where i.indrelid = c.oid and i.indisprimary), '[]') as key,
         exists (select 1 from pg_attribute a
           where a.attrelid = c.oid and a.attname = 'municipality' and not a.attisdropped) as "ofMunicipality"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p') and not c.relispartition and n.nspname = any ($1)
   order by n.nspname, c.relname`

/** SQL に書く表の名。`quotedTable('public.plan')` → `"public"."plan"` */
export const quotedTable = (name: string): string => {
  const dot = name.indexOf('.')
  return `${quoted(name.slice(0, dot))}.${quoted(name.slice(dot + 1))}`
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
