-- breaking: no
-- What a programme is called in English, where that is known: its title is the paper's own, or that of a unit's roll-out.

ALTER TABLE programmes ADD COLUMN title_en text;
