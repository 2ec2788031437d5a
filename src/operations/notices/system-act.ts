import type { Act } from '#store/writing.ts'
import type { App } from '../app.ts'

/** しるべが自分ですること（締切の知らせ、まとめのメール）の名。 */
export const systemAct = ({ newId }: App, now: Date): Act => ({ by: 'しるべ（自動）', at: now, newId })
