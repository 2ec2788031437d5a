/**
 * 課・利用者・役・招き・指標の担当。
 * 課は有効な日を持ち、機構改革では新しい課を足して後継（department_successor）でつなぐ。消さないので、去年の記録は去年の課を指し続ける。
 * member は市の利用者で、ログインの口座（`account` の枠、better-auth のもの）を account_id で指す。口座は市をまたぐが、役は市ごと。
 * invitation には合言葉の指紋だけを置く。
 */
export const people = /* sql */ `
alter table municipality add column demonstration boolean not null default false;
grant select (demonstration) on municipality to shirube_directory;

create table department (
  municipality text not null references municipality (municipality),
  id uuid not null,
  name text not null,
  parent_id uuid,
  ordinal integer not null,
  phone text,
  valid_from date not null,
  valid_to date,
  primary key (municipality, id),
  foreign key (municipality, parent_id) references department (municipality, id) deferrable initially deferred,
  check (valid_to is null or valid_to >= valid_from)
);

create table department_change (
  municipality text not null references municipality (municipality),
  id uuid not null,
  kind text not null check (kind in ('rename', 'merge', 'split', 'move', 'abolish')),
  on_day date not null,
  note text,
  at timestamptz not null,
  by text not null,
  primary key (municipality, id)
);

create table department_successor (
  municipality text not null,
  change_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  ordinal integer not null,
  primary key (municipality, change_id, from_id, to_id),
  foreign key (municipality, change_id) references department_change (municipality, id),
  foreign key (municipality, from_id) references department (municipality, id),
  foreign key (municipality, to_id) references department (municipality, id)
);

create index department_successor_of on department_successor (municipality, from_id);

create table member (
  municipality text not null references municipality (municipality),
  id uuid not null,
  name text not null,
  mail text,
  phone text,
  account_id text,
  status text not null check (status in ('invited', 'active', 'left')),
  absent_from date,
  absent_to date,
  added_at timestamptz not null,
  primary key (municipality, id),
  unique (municipality, account_id),
  unique (municipality, mail)
);

create table membership (
  municipality text not null,
  id uuid not null,
  member_id uuid not null,
  role text not null check (role in
    ('planner', 'editor', 'approver', 'executive', 'reviewer', 'administrator', 'auditor')),
  department_id uuid,
  valid_from date not null,
  valid_to date,
  acting boolean not null default false,
  primary key (municipality, id),
  foreign key (municipality, member_id) references member (municipality, id),
  foreign key (municipality, department_id) references department (municipality, id),
  check ((role in ('editor', 'approver')) = (department_id is not null))
);
create index membership_of_member on membership (municipality, member_id);
create index membership_of_department on membership (municipality, department_id);

create table invitation (
  municipality text not null,
  id uuid not null,
  member_id uuid not null,
  token_sha256 text not null check (token_sha256 ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null,
  made_by text not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (municipality, id),
  unique (municipality, token_sha256),
  foreign key (municipality, member_id) references member (municipality, id)
);

create table indicator_owner (
  municipality text not null,
  id uuid not null,
  indicator_id uuid not null,
  department_id uuid not null,
  member_id uuid,
  valid_from date not null,
  valid_to date,
  primary key (municipality, id),
  foreign key (municipality, department_id) references department (municipality, id),
  foreign key (municipality, member_id) references member (municipality, id)
);
create index indicator_owner_of_indicator on indicator_owner (municipality, indicator_id);
create index indicator_owner_of_department on indicator_owner (municipality, department_id);

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array[
    'department', 'department_change', 'department_successor', 'member', 'membership', 'invitation', 'indicator_owner'
  ] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy own_municipality on %I using (municipality = current_setting(''shirube.municipality'', true))'
      || ' with check (municipality = current_setting(''shirube.municipality'', true))', tenant_table);
  end loop;
end $$;

grant select, insert on department to shirube_app;
grant update (name, parent_id, ordinal, phone, valid_to) on department to shirube_app;
grant select, insert on department_change, department_successor to shirube_app;
grant select, insert on member to shirube_app;
grant update (name, mail, phone, account_id, status, absent_from, absent_to) on member to shirube_app;
grant select, insert on membership to shirube_app;
grant update (valid_to) on membership to shirube_app;
grant select, insert on invitation to shirube_app;
grant update (expires_at, used_at) on invitation to shirube_app;
grant select, insert on indicator_owner to shirube_app;
grant update (member_id, valid_to) on indicator_owner to shirube_app;
`
