/**
 * 通知・受け手・メールの設定・出したメールの記録。
 * notice は出来事一つ、notice_recipient はそれが届いた人一人。課の通知には課の壁もある。
 * notice_counter は通し番号の続き（課の壁の中からは、ほかの課の通知の番号が見えないので）。
 * once_key は、締切の知らせを二度出さないための鍵（時計が飛んでも、起動し直しても）。
 * 照会・回答は外部キーにしない。課がまとまって回答が移っても、届いた通知は残すため。
 * mail_out には本文を置かない（まとめのメールは、出すたびに通知から書く。合言葉の入るメールは、その場で一度だけ出す）。
 */
export const notices = /* sql */ `
create table notice (
  municipality text not null references municipality (municipality),
  id uuid not null,
  number integer not null,
  kind text not null,
  department_id uuid,
  round_id uuid,
  response_id uuid,
  params json not null,
  once_key text,
  at timestamptz not null,
  by text not null,
  primary key (municipality, id),
  unique (municipality, number),
  unique (municipality, once_key),
  foreign key (municipality, department_id) references department (municipality, id)
);

create table notice_counter (
  municipality text not null references municipality (municipality),
  last integer not null,
  primary key (municipality)
);

create table mail_setting (
  municipality text not null references municipality (municipality),
  enabled_at timestamptz,
  server text not null check (server in ('own', 'shared')),
  host text not null,
  port integer not null check (port between 1 and 65535),
  security text not null check (security in ('starttls', 'tls', 'none')),
  user_name text not null,
  sealed_password text,
  from_address text not null,
  revision integer not null,
  primary key (municipality)
);

create table mail_out (
  municipality text not null references municipality (municipality),
  id uuid not null,
  kind text not null check (kind in ('digest', 'now', 'test')),
  member_id uuid,
  to_address text not null,
  subject text not null,
  on_day date not null,
  status text not null check (status in ('waiting', 'sending', 'sent', 'failed')),
  attempts integer not null,
  made_at timestamptz not null,
  next_at timestamptz,
  ended_at timestamptz,
  problem json,
  primary key (municipality, id),
  foreign key (municipality, member_id) references member (municipality, id)
);
create unique index mail_out_one_digest_a_day on mail_out (municipality, member_id, on_day) where kind = 'digest';
create index mail_out_waiting on mail_out (municipality, next_at) where status in ('waiting', 'sending');
create index mail_out_newest on mail_out (municipality, made_at);

create table notice_recipient (
  municipality text not null,
  notice_id uuid not null,
  member_id uuid not null,
  received_as text not null check (received_as in ('editor', 'approver', 'planner', 'administrator', 'person')),
  fallback boolean not null,
  seen_at timestamptz,
  mail_id uuid,
  primary key (municipality, notice_id, member_id),
  foreign key (municipality, notice_id) references notice (municipality, id),
  foreign key (municipality, member_id) references member (municipality, id),
  foreign key (municipality, mail_id) references mail_out (municipality, id)
);
create index notice_recipient_of_member on notice_recipient (municipality, member_id) where seen_at is null;
create index notice_recipient_of_mail on notice_recipient (municipality, mail_id);

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['notice', 'notice_counter', 'notice_recipient', 'mail_setting', 'mail_out'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy own_municipality on %I using (municipality = current_setting(''shirube.municipality'', true))'
      || ' with check (municipality = current_setting(''shirube.municipality'', true))', tenant_table);
  end loop;
end $$;
create policy own_departments on notice as restrictive using (case
  when department_id is null or coalesce(current_setting('shirube.departments', true), '') = '' then true
  else department_id::text = any (string_to_array(current_setting('shirube.departments', true), ',')) end);

grant select, insert on notice to shirube_app;
grant select, insert on notice_counter to shirube_app;
grant update (last) on notice_counter to shirube_app;
grant select, insert on notice_recipient to shirube_app;
grant update (seen_at, mail_id) on notice_recipient to shirube_app;
grant select, insert on mail_setting to shirube_app;
grant update (enabled_at, server, host, port, security, user_name, sealed_password, from_address, revision)
  on mail_setting to shirube_app;
grant select, insert on mail_out to shirube_app;
grant update (to_address, subject, status, attempts, next_at, ended_at, problem) on mail_out to shirube_app;
`
