import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type CommandGate, commandGates } from '#cli/gates.ts'
import { runCommand } from '#cli/run.ts'
import { type PermittedAct, permits } from '#domain/people/permission.ts'
import type { Person } from '#domain/people/person.ts'
import { problemInWords } from '#domain/problem.ts'
import { type App, openApp } from '#operations/app.ts'
import { aFolder } from '../journeys/program.ts'
import { type PostgresServer, startPostgres } from '../store/postgres-server.ts'
import { aYearIn, type Year } from './a-year.ts'

/** 命令ごとの、団体コードより後の引数。してよい人でも、これでは何も変わらないか、断られる。 */
const rest: Readonly<Record<string, (folder: string) => readonly string[]>> = {
  check: () => [],
  import: (folder) => [join(folder, 'ない.txt')],
  undo: () => ['ない'],
  report: (folder) => ['progress-table', '-o', join(folder, '表.html')],
  audit: () => ['list'],
  export: (folder) => ['-o', join(folder, '市.shirube')],
  'round reopen': () => ['--reason', 'まだ開いているので断られる'],
  'round sheets': () => [],
}

type Told = { readonly exit: number; readonly said: string }

describe('命令も、してよいことの表のとおり（--as で、すべての命令をすべての役で）', () => {
  const folder = aFolder()
  let server: PostgresServer
  let app: App
  let ours: Year
  let theirs: Year
  const counts = { calls: 0, refused: 0, passed: 0 }

  beforeAll(async () => {
    server = await startPostgres()
    vi.stubEnv('DATABASE_URL', server.superuserUrl())
    const opened = await openApp({ databaseUrl: server.superuserUrl() })
    if (!opened.ok) throw new Error(problemInWords(opened.problem))
    app = opened.value
    ours = await aYearIn(app, { sections: 1, indicators: 1 })
    theirs = await aYearIn(app, { sections: 1, indicators: 1, number: 1 })
    writeFileSync(join(folder.path, '空.txt'), '')
  })
  afterAll(async () => {
    vi.unstubAllEnvs()
    await app?.close()
    await server?.stop()
    folder[Symbol.dispose]()
    console.log(
      `命令の歩き：命令 ${Object.keys(commandGates).length}、呼び出し ${counts.calls}（断り ${counts.refused}、通し ${counts.passed}）`,
    )
  })

  const call = async (argv: readonly string[]): Promise<Told> => {
    counts.calls += 1
    let said = ''
    const hear = (text: string | Uint8Array): boolean => {
      said += String(text)
      return true
    }
    const ears = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')]
    for (const ear of ears) ear.mockImplementation(hear)
    try {
      return { exit: await runCommand(argv, async () => 0), said }
    } finally {
      for (const ear of ears) ear.mockRestore()
    }
  }

  const argvOf = (name: string, mail: string): readonly string[] => {
    const words = name.split(' ')
    const more = rest[name]?.(folder.path) ?? []
    return [...words, ...more, '--municipality', ours.code, '--as', mail]
  }

  const peopleOf = ({ people, sections: [section] }: Year): readonly Person[] => [
    ...Object.values(people),
    ...(section ? [section.clerk, section.head] : []),
  ]

  const mailOf = ({ code }: Year, { id }: Person): string => `${id?.slice(0, 8)}@${code}.lg.jp.example`

  const walked = Object.entries(commandGates).filter(([, gate]) => gate !== 'open' && gate !== 'machine')
  test.each(walked)('%s（%s）', async (name, gate) => {
    for (const person of peopleOf(ours)) {
      const may = permits(person, gate as PermittedAct)
      const { exit, said } = await call(argvOf(name, mailOf(ours, person)))
      counts[may ? 'passed' : 'refused'] += 1
      const role = person.grants[0]?.role
      if (may) expect(said, `${role} ${name}`).not.toMatch(/この役ではできません|利用者はいません/)
      else
        expect({ exit, refused: /この役ではできません/.test(said) }, `${role} ${name}: ${said}`).toEqual({
          exit: 1,
          refused: true,
        })
    }
    for (const person of peopleOf(theirs)) {
      const { exit, said } = await call(argvOf(name, mailOf(theirs, person)))
      counts.refused += 1
      expect(
        { exit, refused: /利用者はいません/.test(said) },
        `よその市の ${person.grants[0]?.role} ${name}: ${said}`,
      ).toEqual({
        exit: 1,
        refused: true,
      })
    }
  })

  const machines = Object.entries(commandGates).filter(([, gate]: [string, CommandGate]) => gate === 'machine')
  test.each(machines)('%s は、この機械の持ち主の命令なので、利用者の役では頼めない', async (name) => {
    const files = name === 'restore' ? [join(folder.path, '空.txt')] : []
    const { exit, said } = await call([name, ...files, '--as', mailOf(ours, ours.people.administrator)])
    expect({ exit, said }).toEqual({ exit: 1, said: expect.stringMatching(/この機械の持ち主の命令/) })
  })

  test('担当者の進行表には、自分の課だけが見える。記録には、その人と、端末からであることが残る', async () => {
    const [section] = ours.sections
    const board = await call([
      'round',
      'board',
      '--municipality',
      ours.code,
      '--as',
      mailOf(ours, section?.clerk ?? ours.people.planner),
    ])
    expect(board).toMatchObject({ exit: 0, said: expect.stringContaining(section?.name ?? '') })
    const planner = mailOf(ours, ours.people.planner)
    expect(await call(['round', 'remind', '--municipality', ours.code, '--as', planner])).toMatchObject({ exit: 0 })
    const [entry] = await app.store.read(ours.code, (tx) => tx.audit.latest({ limit: 1 }))
    expect(entry).toMatchObject({
      by: expect.stringMatching(/^企画課 山田（端末：/),
      subject: { person: ours.people.planner.id },
    })
  })
})
