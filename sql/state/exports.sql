-- What left: which facts, in which format, and the digest of all that was sent; `author_id` is the organization's own id
-- where whoever operates the server took it.
create table exports (
  like versioned including all,
  first_position bigint not null,
  last_position bigint not null,
  format text not null,
  sha256 text not null,
  complete boolean not null,
  author_id uuid not null,
  recorded_at timestamptz not null
);
