import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { StoreLocation } from '#store/store.ts'
import { copyEmptyStore } from '../prepared-stores.ts'

/** 空の置き場と、その始末。 */
export type Place = { readonly location: StoreLocation; readonly clear: () => Promise<void> }

/**
 * 空の置き場。ふだんは PGlite のフォルダー。`SHIRUBE_TEST_POSTGRES`（超利用者の接続先）があれば、その PostgreSQL に新しいデータベースを作る
 * （同じ試験を、もう一つのデータベースでも通すため）。
 */
export const anEmptyPlace = async (): Promise<Place> => {
  const server = process.env.SHIRUBE_TEST_POSTGRES
  if (server) return aDatabase(server)
  const folder = mkdtempSync(join(tmpdir(), 'shirube-year-'))
  copyEmptyStore(folder)
  return { location: { dataDirectory: folder }, clear: () => rm(folder, { recursive: true, force: true }) }
}

const aDatabase = async (server: string): Promise<Place> => {
  const name = `year_${crypto.randomUUID().slice(0, 8)}`
  const admin = async (sql: string) => {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    try {
      await client.query(sql)
    } finally {
      await client.end()
    }
  }
  await admin(`create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { location: { databaseUrl: url.href }, clear: () => admin(`drop database ${name} with (force)`) }
}
