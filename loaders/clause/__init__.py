"""A name and its sentence come in; out goes how it stands there: its case, of which word, who speaks, what is done."""
