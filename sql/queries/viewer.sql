-- $1: organization, $2: person, $3: token. What the person may do and how far the log is; nothing where they left or
-- the token was revoked.
select a.* from asker($1, $2, $3) a;
