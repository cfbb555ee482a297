-- Words in German that tell how something is worded, by what they tell of; a text is compared word by word.
create view words_de as
select
  'DE' as language,
  f.code,
  btrim(w.phrase, E' \n') as phrase
from (values
  ('STATUS_QUO', '
      aufrechterhalten, beibehalten, bewahren, bleiben, erhalten, fortführen, fortsetzen, halten,
      sichern wie bisher, stabil halten, stabilisieren, weiter so, weiterhin, weitermachen, wie bisher
  '),
  ('SUBJECTIVE', '
      besser, bessere, besseren, besserer, deutlich, effektiv, effektiver, effizient, effizienter, einfacher,
      erheblich, exzellent, gut, gute, guten, hervorragend, höher, höhere, mehr, merklich, niedriger,
      optimieren, optimiert, schneller, schön, schöner, spürbar, stärken, stärker, toll, verbessern,
      verbessert, verbesserung, weniger, zufrieden, zufriedene, zufriedener
  '),
  ('ACTIVITY', '
      aktualisieren, analysieren, anrufen, ausrollen, bauen, definieren, dokumentieren, durchführen,
      einführen, einrichten, einstellen, entwerfen, entwickeln, erstellen, evaluieren, implementieren,
      koordinieren, machen, migrieren, organisieren, planen, posten, präsentieren, prüfen, recherchieren,
      schreiben, schulen, senden, starten, teilnehmen, testen, umsetzen, veröffentlichen, vorbereiten
  '),
  ('NO_END_STATE', '
      arbeiten an, austauschen, begleiten, beitragen, beobachten, beraten, besprechen, fortlaufend, helfen,
      hilft, kennenlernen, laufend, mitarbeiten, mitwirken, rat holen, regelmäßig, sich beraten lassen,
      sich beteiligen, sich kümmern, unterstützen, unterstützung, versuchen, weiterhin, zusammenarbeiten
  '),
  ('AMBIGUOUS', '
      angemessen, angemessene, ausreichend, ausreichende, bald, bei bedarf, circa, dinge, einige, etc, etwa,
      etwas, eventuell, geeignet, geeignete, gewisse, idealerweise, irgendwie, mehrere, möglichst,
      nach bedarf, sachen, und mehr, und oder, und so weiter, ungefähr, usw, verschiedene, viele, wenige,
      wenn möglich, wie möglich, zeitnah
  '),
  ('VANITY', '
      abonnenten, aufrufe, besuche, besucher, downloads, erwähnungen, follower, impressionen, klicks, likes,
      registrierte nutzer, seitenaufrufe
  '),
  ('UNIT', '
      chf, dollar, doppelt, dutzend, eur, euro, franken, halbieren, hundert, hälfte, milliarde, milliarden,
      million, millionen, prozent, prozentpunkte, punkte, tausend, usd, verdoppeln, verdreifachen
  '),
  ('VERB', '
      abbauen, abschaffen, abschließen, anbieten, aufbauen, automatisieren, bauen, beenden, befreien,
      befähigen, begeistern, begleiten, beheben, beibehalten, beleben, beschleunigen, bieten, bleiben,
      bringen, durchführen, einführen, eintreten, entfachen, entwickeln, erfinden, erhalten, erhöhen,
      erkunden, erleichtern, ermöglichen, erneuern, erobern, erreichen, erschließen, erstellen, erweitern,
      erzielen, eröffnen, finden, fördern, führen, geben, gehen, gestalten, gewinnen, gründen, haben, halten,
      heben, helfen, inspirieren, kennen, lernen, lieben, liefern, lösen, machen, meistern, nutzen,
      optimieren, prägen, reduzieren, retten, schaffen, schenken, schließen, schärfen, schützen, sein,
      senken, setzen, sichern, sparen, starten, steigern, stärken, teilen, umsetzen, unterstützen,
      verbessern, verbinden, vereinen, vereinfachen, verhindern, verkürzen, verstehen, verwandeln, verändern,
      vorantreiben, wachsen, wecken, werden, zeigen, zurückgewinnen, öffnen, überraschen, überzeugen
  ')
) f (code, phrases)
cross join lateral regexp_split_to_table(f.phrases, ',') w (phrase);
