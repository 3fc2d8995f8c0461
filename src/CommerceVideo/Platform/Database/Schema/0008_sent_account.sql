-- Under which account of its provider a request went out: nothing is looked for, or sent again, under another one.

alter table generation
  add column account text;
