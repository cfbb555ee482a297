-- Functions may name what is loaded after them.
set check_function_bodies = off;
