-- Where the organization wants to go: its mission, its vision, and themes of its strategy.
create table aspirations (
  like versioned including all,
  kind text not null,
  title text not null,
  description text,
  starts_on date,
  ends_on date,
  version int not null
);
