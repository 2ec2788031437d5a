/**
 * 口座（better-auth の表）・ログインの数え・初めの合言葉・しるべの鍵・市ごとのログインのしかた。
 *
 * 口座は市をまたぐので、市の行の壁の外の枠 `account` に置く。働く役割（shirube_app・shirube_directory）には枠ごと見せない。
 * 表の形は better-auth 1.7.6 のもの（`tests/store/accounts.test.ts` が、足りない列のないことを better-auth に確かめさせる）。
 * session の municipality は、市の認証の相手（OIDC）から入ったしるしで、その市でしか通らない。
 */
export const accounts = /* sql */ `
create schema account;
revoke all on schema account from public;

create table account."user" (
  id text primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null,
  image text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp,
  "twoFactorEnabled" boolean
);

create table account.session (
  id text primary key,
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references account."user" (id) on delete cascade,
  municipality text
);
create index "session_userId_idx" on account.session ("userId");

create table account.account (
  id text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references account."user" (id) on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null,
  unique ("providerId", "accountId")
);
create index "account_userId_idx" on account.account ("userId");

create table account.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);
create index verification_identifier_idx on account.verification (identifier);

create table account."twoFactor" (
  id text primary key,
  secret text not null,
  "backupCodes" text not null,
  "userId" text not null references account."user" (id) on delete cascade,
  verified boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz
);
create index "twoFactor_secret_idx" on account."twoFactor" (secret);
create index "twoFactor_userId_idx" on account."twoFactor" ("userId");

-- 試みの数え（ログイン・合言葉の作り直し・招き）。何を試みたかは、指紋だけを置く。
create table account.attempt (
  id bigint generated always as identity primary key,
  kind text not null,
  subject_sha256 text not null check (subject_sha256 ~ '^[0-9a-f]{64}$'),
  at timestamptz not null
);
create index attempt_of_subject on account.attempt (kind, subject_sha256, at);
create index attempt_at on account.attempt (at);

-- 初めの管理者を作る合言葉の指紋。起動のたびに改め、使えば消える。
create table account.first_link (
  one boolean primary key default true check (one),
  token_sha256 text not null check (token_sha256 ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null
);

-- しるべの鍵（クッキーの署名、設定の中の秘密の封）。初めての起動で作り、変えない。
create table account.secret (
  one boolean primary key default true check (one),
  secret text not null check (length(secret) >= 32),
  made_at timestamptz not null
);

-- 口座から、その人の市を引くときだけ、市をまたいで見える列。
create policy directory on member for select to shirube_directory using (true);
grant select (municipality, account_id, status) on member to shirube_directory;

-- 市ごとのログインのしかた。認証の相手（OIDC）の秘密は、しるべの鍵で封じて置く。
create table login_setting (
  municipality text primary key references municipality (municipality),
  issuer text not null,
  client_id text not null,
  client_secret_sealed text not null,
  label text not null,
  password_allowed boolean not null,
  changed_at timestamptz not null
);
alter table login_setting enable row level security;
alter table login_setting force row level security;
create policy own_municipality on login_setting
  using (municipality = current_setting('shirube.municipality', true))
  with check (municipality = current_setting('shirube.municipality', true));
create policy directory on login_setting for select to shirube_directory using (true);
grant select, insert, delete on login_setting to shirube_app;
grant update (issuer, client_id, client_secret_sealed, label, password_allowed, changed_at) on login_setting to shirube_app;
grant select (municipality, label, password_allowed) on login_setting to shirube_directory;
`
