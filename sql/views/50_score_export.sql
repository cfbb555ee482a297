-- Who asked for the scores of a person; everybody sees it.
create view score_export as
select x.* from score_exports x;
