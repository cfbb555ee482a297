-- Words in English that tell how something is worded, by what they tell of; a text is compared word by word.
create view words_en as
select
  'EN' as language,
  f.code,
  btrim(w.phrase, E' \n') as phrase
from (values
  ('STATUS_QUO', '
      as before, business as usual, continue, continuing, hold steady, keep doing, keep up, maintain,
      maintaining, preserve, remain, remaining, retain, stabilise, stabilize, status quo, stay, sustain,
      uphold
  '),
  ('SUBJECTIVE', '
      best, better, easier, effective, efficient, enhance, enhanced, excellent, faster, fewer, good, great,
      happier, happy, higher, improve, improved, improvement, improving, less, lower, more, nice, nicer,
      noticeably, optimise, optimised, optimize, optimized, satisfied, significant, significantly,
      strengthen, strong, stronger, world class
  '),
  ('ACTIVITY', '
      analyse, analyze, attend, build, call, conduct, coordinate, create, define, deploy, design, develop,
      do, document, email, evaluate, hire, implement, introduce, launch, make, migrate, organise, organize,
      plan, post, prepare, present, publish, research, review, roll out, run, send, set up, test, train,
      update, write
  '),
  ('NO_END_STATE', '
      advise, assist, be involved, care about, collaborate, continue, continuing, contribute to, discuss,
      engage with, explore, focus on, get advice, help, helping, keep, learn about, look into, monitor,
      ongoing, participate, regularly, seek advice, support, supporting, take part, talk about, try, work on,
      working on
  '),
  ('AMBIGUOUS', '
      about as, adequate, and more, and or, and so on, appropriate, approximately, as needed, as possible,
      certain, etc, few, ideally, if possible, kind of, many, maybe, possibly, reasonable,
      relevant stakeholders, roughly, several, some, somehow, something, somewhat, soon, sort of,
      state of the art, stuff, sufficient, suitable, things, various, where appropriate
  '),
  ('VANITY', '
      clicks, downloads, followers, hits, impressions, likes, mentions, page views, pageviews,
      registered users, shares, subscribers, views, visitors, visits
  '),
  ('UNIT', '
      billion, billions, dollar, dollars, double, dozen, dozens, eur, euro, euros, gbp, half, hundred,
      hundreds, million, millions, per cent, percent, percentage, points, pounds, thousand, thousands,
      triple, twice, usd
  '),
  ('VERB', '
      accelerate, achieve, align, amaze, assure, attract, automate, awaken, be, become, begin, boost, break,
      bring, build, capture, care, challenge, change, clear, close, combine, connect, conquer, continue,
      convince, create, cut, deepen, define, delight, deliver, develop, discover, do, double, drive, earn,
      ease, educate, embrace, empower, enable, encourage, end, energize, engage, enhance, enjoy, ensure,
      enter, establish, excel, excite, expand, explore, extend, fill, find, finish, fix, focus, form, foster,
      free, gain, generate, get, give, go, grow, guarantee, guide, have, help, hire, hold, ignite, impress,
      improve, increase, innovate, inspire, introduce, invent, keep, kindle, know, launch, lead, learn,
      leave, let, lift, live, look, love, lower, maintain, make, master, match, maximize, minimize,
      modernize, move, open, optimize, organize, own, prevent, produce, protect, prove, provide, pull, push,
      put, raise, reach, rebuild, recruit, redefine, reduce, reinvent, remain, remove, renew, rescue, retain,
      run, save, scale, secure, see, sell, serve, set, shape, share, shine, show, simplify, solve, speed,
      spread, stand, start, stay, steady, stop, strengthen, succeed, support, surprise, sustain, tackle,
      take, teach, tell, thrill, train, transform, try, turn, understand, unite, unlock, upgrade, use,
      validate, welcome, widen, win, work, write
  ')
) f (code, phrases)
cross join lateral regexp_split_to_table(f.phrases, ',') w (phrase);
