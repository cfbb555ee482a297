-- Tokens that are worth nothing any more; the id is the token's.
create table revoked_tokens (
  like versioned including all,
  person_id uuid not null
);
