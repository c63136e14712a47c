"""Why a file can't become an article or a decision can't be written down, in English, by kind, and what to do."""

REFUSED = {
    "no-article-file": "is no article: those are {kinds}; save its text as .txt",
    "article-too-large": "is {size} MB; an article has at most {most} MB: split it",
    "article-cant-be-opened": "can't be opened: {why}",
    "article-no-file": "is no file that holds a text; put the file itself here",
    "article-folder": "is a folder, and what lies in it is not read: put its articles beside the others",
    "article-name-no-text": "has a name that is no UTF-8 text: rename it",
    "article-name-too-long": "has too long a name: give it one of at most {most} bytes (a Cyrillic letter takes two)",
    "article-cant-be-written": "can't be written: {why}",
    "sidecar-wrong": "its sidecar is wrong: {why}",
    "sidecar-alone": "tells of no article: name it as the article is named, with .yaml for its ending",
    "no-encoding": "is not text in an encoding that can be told for sure: save it as UTF-8",
    "article-empty": "is empty: put its text in, or take the file away",
    "article-without-text": "holds no text, perhaps a picture of it: type its text as .txt",
    "article-binary": "is no text: give the file the ending of its kind, such as .pdf, or save its text as .txt",
    "stored-text": "is the stored text of an article: name {name} instead",
    "article-id-twice": "its id {id} is taken by {other}: rename one of the two",
    "reading-failed": "reading it failed ({error}): please report it with the file",
    "file-broken": (
        "can't be read as {form}: damaged, cut off on its way or of another kind; fetch or save it anew, or save its "
        "text as .txt"
    ),
    "text-too-long": "holds {length} characters; an article has at most {most}: split it",
    "page-without-article": "holds no article that can be told from the rest of the page: save its text as .txt",
    "word-locked": "has a password or is of an older Word: save it as .docx without a password",
    "word-unpacks": "unpacks to {size} MB; a Word document may have {most} MB: save its text as .txt",
    "pdf-locked": "has a password: save it without one",
    "pdf-too-long": "has {pages} pages; an article has at most {most}: save its pages alone",
    "pdf-page-swells": "draws more than {most} MB on page {page}: save its text as .txt",
    "pdf-scan": "is a scan without text: run text recognition on it, or type its text as .txt",
    "pdf-letters": "does not say which letters its font draws: save its text as .txt",
    # a decision, or a form
    "no-record-id": "{id} can't be the name of a file: small Latin letters, digits and hyphens",
    "record-there": "there is a record {id} already; give it another id, or add the name to that record",
    "record-gone": "there is no record {id} any more",
    "name-denied": "the record says of {names} that it is something else (not:)",
    "set-by-hand": "{field} can't be set here; write it under “Text”",
}
