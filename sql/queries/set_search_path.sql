-- $1: where unqualified names are looked up from here on.
select set_config('search_path', $1, false);
