import type { Language, Message, Params } from './language/message.ts'
import { say } from './language/say.ts'

/**
 * 使う人が出会いうる困りごと。投げずに値として返す。
 * 文は「何が起きたか」と「どうすればよいか」を言う。
 */
export type Problem = Message & { readonly kind: string }

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }

export const done = <T>(value: T): Result<T> => ({ ok: true, value })

/** 断る。`code` は目録の符号で、`kind` を兼ねる。 */
export const refused = (code: string, params: Params = {}): { readonly ok: false; readonly problem: Problem } => ({
  ok: false,
  problem: { kind: code, code, params },
})

export const problemInWords = (problem: Problem, language: Language = 'ja'): string => say(problem, language)
