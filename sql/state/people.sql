-- People; `permissions` is what they may do beyond their roles.
create table people (
  like versioned including all,
  name text not null,
  is_program boolean not null,
  email text,
  active boolean not null,
  permissions text[] not null,
  version int not null
);
