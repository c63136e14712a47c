"""Words of a text come in; out goes what endings and order tell of them: heads of phrases, base forms, surnames."""
