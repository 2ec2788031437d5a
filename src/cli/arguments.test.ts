import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languageOf, parseArguments } from './arguments.ts'

const parsed = (...argv: string[]) => {
  const result = parseArguments(argv)
  if (!result.ok) throw new Error(result.problem.code)
  return result.value
}

const problem = (...argv: string[]) => {
  const result = parseArguments(argv)
  return result.ok ? undefined : result.problem
}

describe('引数を読む', () => {
  test('命令とファイルと引数は、どの順でもよい', () => {
    const expected = { command: 'check', files: ['一覧.txt'], json: true, data: 'd', municipality: null, port: null }
    expect(parsed('check', '一覧.txt', '--json', '--data', 'd')).toMatchObject(expected)
    expect(parsed('--data=d', '--json', 'check', '一覧.txt')).toMatchObject(expected)
  })

  test('何も書かなければ、命令は空、ことばは日本語', () => {
    const { report, audit, round, as, ...rest } = parsed()
    expect({ round, as }).toEqual({ round: { number: null, reason: null, despite: false }, as: null })
    expect(Object.values({ ...report, ...audit }).flat()).toEqual([])
    expect(rest).toEqual({
      command: '',
      files: [],
      language: 'ja',
      json: false,
      help: false,
      version: false,
      data: null,
      municipality: null,
      port: null,
      host: null,
      last: false,
    })
  })

  test('帳票の引数は、書かれた順にすべて持つ', () => {
    const { report } = parsed('report', 'progress-table', '--goal', '1', '--goal=2', '-o', '表.pdf')
    expect(report).toMatchObject({ goal: ['1', '2'], output: ['表.pdf'], year: [] })
  })

  test('二度書いた値は、後のものを取る', () => {
    expect(parsed('serve', '--data', 'a', '--data', 'b').data).toBe('b')
  })

  test('「--」のあとは、- で始まってもファイルの名', () => {
    expect(parsed('read', '--', '--json').files).toEqual(['--json'])
    expect(parsed('read', '--', '--json').json).toBe(false)
  })

  test.each([
    ['0', 0],
    ['8700', 8700],
    ['65535', 65_535],
  ])('--port %s', (text, port) => expect(parsed('serve', '--port', text).port).toBe(port))

  test.each(['65536', '８７００', '80a', '1e3', ' 80', '-1', '123456'])('--port %j は断る', (text) => {
    expect(problem('serve', `--port=${text}`)).toMatchObject({ code: 'wrong-port', params: { given: text } })
  })

  test.each([
    [['--colour', 'x'], 'unknown-option', '--colour'],
    [['-j'], 'unknown-option', '-j'],
    [['--__proto__'], 'unknown-option', '--__proto__'],
    [['--constructor=1'], 'unknown-option', '--constructor'],
    [['--no-json'], 'unknown-option', '--no-json'],
    [['--data'], 'option-without-value', '--data'],
    [['--data='], 'option-without-value', '--data'],
    [['--data', '--json'], 'option-without-value', '--data'],
    [['--json=true'], 'option-with-value', '--json'],
  ])('%j は、どの引数がどう誤りかを言う', (argv, code, option) => {
    expect(problem('read', ...argv)).toMatchObject({ code, params: { option } })
  })

  test('値は「=」を付ければ - で始まってもよい', () => {
    expect(parsed('serve', '--data=-odd').data).toBe('-odd')
  })

  test('どんな並びでも投げない', () => {
    const words = fc.oneof(
      fc.string(),
      fc.constantFrom('--json', '--data', '--port=1', '-h', '--', '-', '--lang', 'en'),
    )
    fc.assert(fc.property(fc.array(words), (argv) => typeof parseArguments(argv).ok === 'boolean'))
  })
})

test('ことばだけは、ほかの引数が誤っていても分かる', () => {
  expect(languageOf(['--wrong', '--lang', 'en'])).toBe('en')
  expect(languageOf(['--lang=en', '--port'])).toBe('en')
  expect(languageOf(['--lang', 'fr'])).toBe('ja')
  expect(languageOf(['--lang'])).toBe('ja')
})
