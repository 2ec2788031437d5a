import type { PermittedAct } from '#domain/people/permission.ts'

/**
 * 命令ごとの門。してよいことの表（`permissions`）の一つを指す。`--as` で利用者の役を名のったときに見る。
 * open 倉庫に触れない（だれでも）。machine この機械の持ち主の命令で、利用者の役では頼めない。
 */
export type CommandGate = PermittedAct | 'open' | 'machine'

export const commandGates: Readonly<Record<string, CommandGate>> = {
  serve: 'machine',
  read: 'open',
  check: 'plan-read',
  import: 'plan-import',
  undo: 'plan-import',
  report: 'report-make',
  'round list': 'round-read',
  'round board': 'round-read',
  'round open': 'round-manage',
  'round remind': 'round-manage',
  'round close': 'round-manage',
  'round reopen': 'round-manage',
  'round sheets': 'round-manage',
  audit: 'audit-read',
  export: 'backup-make',
  backup: 'machine',
  restore: 'machine',
  doctor: 'machine',
}

/** その呼び出しの門。`round open` のように、二つ目の語まで見る命令もある。知らない呼び出しは undefined。 */
export const gateOfCommand = (command: string, files: readonly string[]): CommandGate | undefined =>
  commandGates[command] ?? commandGates[`${command} ${files[0] ?? ''}`]
