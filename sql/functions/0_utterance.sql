-- Words that a fact said: under which name, about which things, and whether they are gone, with what stands instead.
create type utterance as (
  position bigint,
  name text,
  value text,
  ids uuid[],
  gone boolean,
  shown text
);
