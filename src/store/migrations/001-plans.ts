/**
 * 計画・版とその中身。どの表も鍵の先頭は municipality（団体コード）。
 * 値は十進の文字列のまま（二進の浮動小数にしない）。出典の content は、案だけを受け取って原本がなければ null。`place` は所在、`more` は列のない欄、
 * `ordinal` は印刷された順。`more`・`counts`・`tags` が json なのは鍵の順を保つため。
 */
export const plans = /* sql */ `
create table municipality (
  municipality text not null check (municipality ~ '^[0-9]{6}$'),
  name text not null,
  data_version bigint not null default 0,
  primary key (municipality)
);

create table source (
  municipality text not null references municipality (municipality),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  file text not null,
  bytes integer,
  content bytea,
  kept_at timestamptz not null,
  primary key (municipality, sha256),
  check ((bytes is null) = (content is null))
);

create table plan (
  municipality text not null references municipality (municipality),
  id uuid not null,
  form text not null,
  plain_title text not null,
  primary key (municipality, id),
  unique (municipality, form, plain_title)
);

create table edition (
  municipality text not null,
  id uuid not null,
  plan_id uuid not null,
  number integer not null,
  title text not null,
  kind text not null,
  first_year integer,
  last_year integer,
  rules json not null,
  draft_sha256 text not null,
  adopted_at timestamptz not null,
  primary key (municipality, id),
  unique (municipality, plan_id, number),
  foreign key (municipality, plan_id) references plan (municipality, id)
);

create table edition_source (
  municipality text not null,
  edition_id uuid not null,
  sha256 text not null,
  number integer not null,
  file text not null,
  adopted_at timestamptz not null,
  primary key (municipality, edition_id, sha256),
  unique (municipality, edition_id, number),
  foreign key (municipality, edition_id) references edition (municipality, id),
  foreign key (municipality, sha256) references source (municipality, sha256)
);

create table node (
  municipality text not null,
  edition_id uuid not null,
  id uuid not null,
  ordinal integer not null,
  parent_id uuid,
  level text not null,
  number text,
  title text not null,
  text text,
  place jsonb not null,
  more json,
  withdrawn_at timestamptz,
  primary key (municipality, edition_id, id),
  foreign key (municipality, edition_id) references edition (municipality, id),
  foreign key (municipality, edition_id, parent_id) references node (municipality, edition_id, id)
    deferrable initially deferred
);

create table project (
  municipality text not null,
  edition_id uuid not null,
  id uuid not null,
  ordinal integer not null,
  number text,
  list_number text,
  name text not null,
  sub_name text,
  tags json not null,
  priority boolean not null,
  implementers jsonb not null,
  period jsonb,
  content text,
  years json not null,
  shown_in text not null,
  same_as jsonb,
  place jsonb not null,
  more json,
  withdrawn_at timestamptz,
  primary key (municipality, edition_id, id),
  foreign key (municipality, edition_id) references edition (municipality, id)
);

create table project_node (
  municipality text not null,
  edition_id uuid not null,
  project_id uuid not null,
  ordinal integer not null,
  node_id uuid not null,
  primary key (municipality, edition_id, project_id, ordinal),
  foreign key (municipality, edition_id, project_id) references project (municipality, edition_id, id)
    deferrable initially deferred,
  foreign key (municipality, edition_id, node_id) references node (municipality, edition_id, id)
    deferrable initially deferred
);

create table indicator (
  municipality text not null,
  edition_id uuid not null,
  id uuid not null,
  ordinal integer not null,
  node_id uuid,
  class text not null,
  name text not null,
  unit text,
  accumulation jsonb not null,
  measured text,
  departments jsonb not null,
  remarks text,
  sheet_no text,
  breakdown_of uuid,
  repeat_of uuid,
  project_id uuid,
  counted boolean,
  certainty json,
  place jsonb not null,
  more json,
  withdrawn_at timestamptz,
  primary key (municipality, edition_id, id),
  foreign key (municipality, edition_id) references edition (municipality, id),
  foreign key (municipality, edition_id, node_id) references node (municipality, edition_id, id)
    deferrable initially deferred,
  foreign key (municipality, edition_id, breakdown_of) references indicator (municipality, edition_id, id)
    deferrable initially deferred,
  foreign key (municipality, edition_id, repeat_of) references indicator (municipality, edition_id, id)
    deferrable initially deferred,
  foreign key (municipality, edition_id, project_id) references project (municipality, edition_id, id)
    deferrable initially deferred
);

create table project_indicator (
  municipality text not null,
  edition_id uuid not null,
  project_id uuid not null,
  ordinal integer not null,
  indicator_id uuid not null,
  primary key (municipality, edition_id, project_id, ordinal),
  foreign key (municipality, edition_id, project_id) references project (municipality, edition_id, id)
    deferrable initially deferred,
  foreign key (municipality, edition_id, indicator_id) references indicator (municipality, edition_id, id)
    deferrable initially deferred
);

create table figure (
  municipality text not null,
  edition_id uuid not null,
  indicator_id uuid not null,
  role text not null check (role in ('baseline', 'target', 'actual')),
  ordinal integer not null,
  year integer,
  raw text not null,
  value text check (value ~ '^[-]?[0-9]+([.][0-9]+)?$'),
  unit text,
  qualifier text,
  status text not null,
  text text,
  label text,
  up_to text,
  scope text,
  period_kind text,
  place jsonb not null,
  more json,
  primary key (municipality, edition_id, indicator_id, role, ordinal),
  foreign key (municipality, edition_id, indicator_id) references indicator (municipality, edition_id, id)
    deferrable initially deferred
);

create table printed_rate (
  municipality text not null,
  edition_id uuid not null,
  indicator_id uuid not null,
  ordinal integer not null,
  year integer,
  printed text not null,
  place jsonb not null,
  more json,
  primary key (municipality, edition_id, indicator_id, ordinal),
  foreign key (municipality, edition_id, indicator_id) references indicator (municipality, edition_id, id)
    deferrable initially deferred
);

create table cost (
  municipality text not null,
  edition_id uuid not null,
  indicator_id uuid not null,
  ordinal integer not null,
  year integer,
  raw text not null,
  value text check (value ~ '^[-]?[0-9]+([.][0-9]+)?$'),
  unit text,
  place jsonb not null,
  more json,
  primary key (municipality, edition_id, indicator_id, ordinal),
  foreign key (municipality, edition_id, indicator_id) references indicator (municipality, edition_id, id)
    deferrable initially deferred
);

create table priority_goal (
  municipality text not null,
  edition_id uuid not null,
  id uuid not null,
  ordinal integer not null,
  department text not null,
  year integer,
  number text not null,
  title text not null,
  place jsonb not null,
  more json,
  withdrawn_at timestamptz,
  primary key (municipality, edition_id, id),
  foreign key (municipality, edition_id) references edition (municipality, id)
);

create table priority_item (
  municipality text not null,
  edition_id uuid not null,
  id uuid not null,
  goal_id uuid not null,
  ordinal integer not null,
  mark text not null,
  title text not null,
  targets jsonb not null,
  progress jsonb not null,
  grade text,
  place jsonb not null,
  more json,
  withdrawn_at timestamptz,
  primary key (municipality, edition_id, id),
  foreign key (municipality, edition_id, goal_id) references priority_goal (municipality, edition_id, id)
    deferrable initially deferred
);

create table instruction (
  municipality text not null,
  edition_id uuid not null,
  ordinal integer not null,
  text text not null,
  place jsonb,
  primary key (municipality, edition_id, ordinal),
  foreign key (municipality, edition_id) references edition (municipality, id)
);

create table grade_count (
  municipality text not null,
  edition_id uuid not null,
  ordinal integer not null,
  node_id uuid,
  class text not null,
  counts json not null,
  total boolean not null,
  place jsonb not null,
  more json,
  primary key (municipality, edition_id, ordinal),
  foreign key (municipality, edition_id) references edition (municipality, id),
  foreign key (municipality, edition_id, node_id) references node (municipality, edition_id, id)
    deferrable initially deferred
);

create table revision_rule (
  municipality text not null,
  edition_id uuid not null,
  ordinal integer not null,
  grade text not null,
  rule jsonb not null,
  count integer,
  changes jsonb not null,
  place jsonb not null,
  more json,
  primary key (municipality, edition_id, ordinal),
  foreign key (municipality, edition_id) references edition (municipality, id)
);

create table revision_item (
  municipality text not null,
  edition_id uuid not null,
  ordinal integer not null,
  node_id uuid,
  package text not null,
  text text not null,
  place jsonb not null,
  more json,
  primary key (municipality, edition_id, ordinal),
  foreign key (municipality, edition_id) references edition (municipality, id),
  foreign key (municipality, edition_id, node_id) references node (municipality, edition_id, id)
    deferrable initially deferred
);

create table subtotal (
  municipality text not null,
  edition_id uuid not null,
  ordinal integer not null,
  node_id uuid,
  projects integer,
  indicators integer,
  place jsonb not null,
  more json,
  primary key (municipality, edition_id, ordinal),
  foreign key (municipality, edition_id) references edition (municipality, id),
  foreign key (municipality, edition_id, node_id) references node (municipality, edition_id, id)
    deferrable initially deferred
);

create table legend (
  municipality text not null,
  edition_id uuid not null,
  ordinal integer not null,
  marks jsonb not null,
  meanings jsonb not null,
  place jsonb not null,
  more json,
  primary key (municipality, edition_id, ordinal),
  foreign key (municipality, edition_id) references edition (municipality, id)
);

create table note (
  municipality text not null,
  edition_id uuid not null,
  ordinal integer not null,
  level text not null,
  code text not null,
  message text not null,
  params json not null,
  places jsonb not null,
  about jsonb,
  more json,
  primary key (municipality, edition_id, ordinal),
  foreign key (municipality, edition_id) references edition (municipality, id)
);
`
