import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compressed, type Encoding } from '../compression.ts'

/**
 * 様式と書体。どれも手もとから配り、外へは読みに行かない。
 * 番地に中身の指紋を入れるので、読み手はいつまでも持っていてよい（immutable）。
 */
type Asset = {
  readonly name: string
  readonly type: string
  /** 頼まれた詰めかたで。書体（woff2）は初めから詰まっているので、そのまま。 */
  readonly body: (encoding: Encoding) => Promise<Packed>
}

type Packed = { readonly body: Buffer<ArrayBuffer>; readonly encoding: Encoding }

export type Assets = {
  /** 中身の指紋。`/assets/<fingerprint>/shirube.css` */
  readonly fingerprint: string
  readonly find: (name: string) => Asset | undefined
  /** 頭の `<link>` に書く番地。 */
  readonly styles: readonly string[]
  /** 書体の宣言の番地。大きいので、頁の終わりで読む（Layout）。 */
  readonly fonts: string
  readonly icon: string
  /** 台本の番地。`/assets/<fingerprint>/review.js` */
  readonly script: (name: string) => string
}

const typeOf = (name: string): string =>
  name.endsWith('.js')
    ? 'text/javascript; charset=utf-8'
    : name.endsWith('.css')
      ? 'text/css; charset=utf-8'
      : name.endsWith('.svg')
        ? 'image/svg+xml'
        : name.endsWith('.woff2')
          ? 'font/woff2'
          : 'application/octet-stream'

/**
 * 組み立てる前の置き場所から、配るファイルの一覧を作る。
 * 順に：意匠の変数（デジタル庁）、自分の様式、書体の宣言（太さ 400・700）、書体の切れ（woff2 だけ）。
 * 組み立て（scripts/build.ts）はこれをそのまま `dist/assets/` に書き出す。
 */
export const assetFiles = (): ReadonlyMap<string, () => Uint8Array<ArrayBuffer>> => {
  const fontFolder = join(packageFolder('@fontsource/noto-sans-jp'), 'files')
  const fonts = readdirSync(fontFolder).filter((name) => /-(400|700)-normal\.woff2$/.test(name))
  return new Map<string, () => Uint8Array<ArrayBuffer>>([
    ['shirube.css', () => bytes(ownStyles())],
    ['fonts.css', () => bytes(fontStyles())],
    ...scriptNames().map((name) => [`${name}.js`, () => bytes(bundledScript(name))] as const),
    ['icon.svg', () => new Uint8Array(readFileSync(join(styleFolder, 'icon.svg')))],
    ...fonts.map((name) => [name, () => new Uint8Array(readFileSync(join(fontFolder, name)))] as const),
  ])
}

const here = dirname(fileURLToPath(import.meta.url))
const styleFolder = join(here, '..', 'style')

const packageFolder = (name: string): string => dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>

/** 自分の様式。名の番号の順につなぐ（10-base.css、20-frame.css…）。届くまで頁が描かれないので、詰める。 */
const ownStyles = (): string => {
  const own = readdirSync(styleFolder)
    .filter((name) => name.endsWith('.css'))
    .toSorted()
    .map((name) => readFileSync(join(styleFolder, name), 'utf8'))
  return minified([usedTokens(own.join('\n')), ...own].join('\n'))
}

/** 意匠の変数のうち、様式が使うもの。変数がほかの変数を引くときは、引かれるものも。 */
const usedTokens = (own: string): string => {
  const tokens = readFileSync(join(packageFolder('@digital-go-jp/design-tokens'), 'dist', 'tokens.css'), 'utf8')
  const values = new Map([...tokens.matchAll(oneToken)].map(([, name = '', value = '']) => [name, value]))
  const used = new Set(variablesIn(own))
  for (const name of used) for (const next of variablesIn(values.get(name) ?? '')) used.add(next)
  return tokens.replace(oneToken, (line, name: string) => (used.has(name) ? line : ''))
}

const oneToken = /^\s*(--[\w-]+):([^;]*);\n/gm
const variablesIn = (css: string): readonly string[] =>
  [...css.matchAll(/var\((--[\w-]+)/g)].flatMap(([, name]) => name ?? [])

const minified = (css: string): string => esbuild().transformSync(css, { loader: 'css', minify: true }).code

/** 組み立ててあれば（`dist/assets`）、これは呼ばれない。 */
const esbuild = () => createRequire(import.meta.url)('esbuild') as typeof import('esbuild')

const islandFolder = join(here, '..', 'islands')

/** 台本。一つのファイルが一つの台本（試験を除く）。 */
const scriptNames = (): readonly string[] =>
  existsSync(islandFolder)
    ? readdirSync(islandFolder)
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
        .map((name) => name.slice(0, -3))
        .toSorted()
    : []

/** 台本を、ブラウザーの読める一つの module にする。 */
const bundledScript = (name: string): string => {
  const { outputFiles } = esbuild().buildSync({
    entryPoints: [join(islandFolder, `${name}.ts`)],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    write: false,
    logLevel: 'silent',
  })
  return outputFiles[0]?.text ?? ''
}

/**
 * 書体の宣言。古い woff は配らない。太さの違う同じ切れを隣どうしに並べるのは、同じ字の範囲が続いて半分に詰まるから。
 * 註と、字下げは要らない。
 */
const fontStyles = (): string => {
  const folder = packageFolder('@fontsource/noto-sans-jp')
  const weights = ['400.css', '700.css'].map((name) => facesIn(readFileSync(join(folder, name), 'utf8')))
  return (weights[0] ?? []).flatMap((_, index) => weights.map((faces) => faces[index] ?? '')).join('')
}

const facesIn = (css: string): readonly string[] =>
  (css.match(/@font-face\s*\{[^}]*\}/g) ?? []).map((face) =>
    face
      .replace(
        /url\(\.\/files\/([^)]+\.woff2)\) format\('woff2'\), url\([^)]+\.woff\) format\('woff'\)/,
        "url($1) format('woff2')",
      )
      .replace(/\s*([{:;,}])\s*/g, '$1'),
  )

/** 組み立て済みの `assets/` が隣にあればそれを、なければ置き場所からじかに配る。 */
export const openAssets = (built: string = join(here, 'assets')): Assets => {
  const files = existsSync(join(built, 'shirube.css')) ? filesIn(built) : assetFiles()
  const fingerprint = fingerprintOf(files)
  const address = (name: string) => `/assets/${fingerprint}/${name}`
  const kept = new Map<string, Asset>()
  const find = (name: string): Asset | undefined => {
    const known = kept.get(name)
    if (known) return known
    const read = files.get(name)
    if (!read) return undefined
    const asset = { name, type: typeOf(name), body: packer(Buffer.from(read()), name.endsWith('.woff2')) }
    kept.set(name, asset)
    return asset
  }
  return {
    fingerprint,
    find,
    styles: [address('shirube.css')],
    fonts: address('fonts.css'),
    icon: address('icon.svg'),
    script: (name) => address(`${name}.js`),
  }
}

/** 詰めたものを、詰めかたごとに一度だけ作る。 */
const packer = (plain: Buffer<ArrayBuffer>, dense: boolean): Asset['body'] => {
  const made = new Map<Encoding, Promise<Packed>>()
  return (asked) => {
    const encoding = dense ? 'identity' : asked
    const known = made.get(encoding) ?? compressed(plain, encoding, 'asset').then((body) => ({ body, encoding }))
    made.set(encoding, known)
    return known
  }
}

const filesIn = (folder: string): ReadonlyMap<string, () => Uint8Array<ArrayBuffer>> =>
  new Map(readdirSync(folder).map((name) => [name, () => new Uint8Array(readFileSync(join(folder, name)))]))

/** 書体の切れは宣言（fonts.css）と名で決まるので、宣言と様式と名の一覧から指紋を取る。 */
const fingerprintOf = (files: ReadonlyMap<string, () => Uint8Array>): string => {
  const hash = createHash('sha256')
  const scripts = [...files.keys()].filter((name) => name.endsWith('.js')).toSorted()
  for (const name of ['shirube.css', 'fonts.css', 'icon.svg', ...scripts])
    hash.update(files.get(name)?.() ?? new Uint8Array())
  for (const name of [...files.keys()].toSorted()) hash.update(name)
  return hash.digest('hex').slice(0, 12)
}
