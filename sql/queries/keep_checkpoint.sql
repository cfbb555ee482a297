-- $1: organization, $2: position, $3: the chain there, $4: the root over the log up to there.
select log.keep_checkpoint($1, $2, $3, $4);
