-- Which facts are about a noun: they name it, or something that belongs to it. For an objective it is kept how visible it
-- was then, because that decides who sees the fact.
create table mentions (
  like versioned including defaults,
  visibility text,
  primary key (org_id, id, from_position)
);

create index on mentions (org_id, from_position) where visibility is not null;
