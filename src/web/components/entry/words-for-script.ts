import type { Frame } from '../../frame.ts'

/** 台本が言うことば。値の入るところは `{name}` のまま渡し、台本が埋める。 */
export const wordsForScript = ({ t, to, path }: Frame) => ({
  saved: t('entry.saved-at', { time: '{time}' }),
  saving: t('entry.saving'),
  offline: t('entry.offline'),
  expired: t('entry.expired'),
  signIn: t('entry.sign-in'),
  signInAfter: t('entry.sign-in-after'),
  login: to.login(path),
  unsaved: t('entry.unsaved', { count: '{count}' }),
  keptTitle: t('entry.kept-title'),
  keptOne: t('entry.kept-one', { kept: '{kept}', now: '{now}' }),
  keptRestore: t('entry.kept-restore'),
  keptDrop: t('entry.kept-drop'),
  empty: t('entry.empty'),
  pasted: t('entry.pasted', { from: '{from}', rows: '{rows}', columns: '{columns}' }),
  pastedLeft: t('entry.pasted-left', { count: '{count}' }),
  pasteUndo: t('entry.paste-undo'),
})

export type WordsForScript = ReturnType<typeof wordsForScript>
