import type { Note } from '#domain/plan/draft.ts'
import { note } from '#domain/plan/note.ts'
import type { FoundMunicipality } from './municipality.ts'

/** 市区町村の名と団体コードについての気づき。題名に名があり、コードも書いてあれば何も言わない。 */
export const municipalityNotes = (found: FoundMunicipality | null): readonly Note[] => {
  if (!found) return [note('warning', 'municipality-unknown', {}, [])]
  const { name, from, code, place } = found
  return [
    ...(from === 'text' ? [note('warning', 'municipality-from-text', { name }, [place])] : []),
    ...(code === null ? [note('info', 'municipality-code-unstated', { name }, [place])] : []),
  ]
}
