-- $1: a version of the state that nobody uses.
select log.drop_state($1);
