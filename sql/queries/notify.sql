-- $1: channel, $2: text. Tells whoever listens.
select pg_notify($1, $2);
