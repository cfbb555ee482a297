-- $1: organization, $2: after this position, $3: up to this one. Folds the facts between; answers how many.
select replay($1, $2, $3);
