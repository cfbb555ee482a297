-- $1: organization, $2: height, $3: number of the first, $4: the tops of complete subtrees side by side.
select log.keep_subtrees($1, $2, $3, $4);
