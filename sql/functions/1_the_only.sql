-- The value of the only row there is: as an aggregate it tells the planner that there is one row at most.
create aggregate the_only(anyelement) (sfunc = kept, stype = anyelement);
