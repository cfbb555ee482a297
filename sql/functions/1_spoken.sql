-- A text as its words are compared: small letters, one space before, between and after words, nothing else.
create function spoken(text text) returns text
language sql immutable
return ' ' || btrim(
  regexp_replace(lower(translate(text, 'ÄÖÜ', 'äöü') collate "C"), '[^a-z0-9äöüß]+', ' ', 'g')
) || ' ';
