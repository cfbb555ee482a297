-- Why key results were not reached: one for each, by the key result's id, until it is told otherwise.
create table misses (
  like versioned including all,
  category text not null,
  text text not null,
  improvement text,
  author_id uuid not null,
  recorded_at timestamptz not null
);
