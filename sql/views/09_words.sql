-- The word lists of all languages.
create view words as
select w.* from words_de w
union all
select w.* from words_en w;
