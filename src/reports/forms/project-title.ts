import type { Project } from '#domain/plan/draft.ts'

/** 一覧に書く事業名。上段（事務事業名）と下段（事業名）のある事業は二行に。 */
export const projectTitle = ({ name, subName }: Pick<Project, 'name' | 'subName'>): string =>
  subName ? `${name}\n${subName}` : name
