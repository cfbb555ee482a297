-- Tokens that are worth nothing any more; the id is made of person and token.
create table revoked_tokens (
  like versioned including all,
  person_id uuid not null,
  token_id uuid not null
);
