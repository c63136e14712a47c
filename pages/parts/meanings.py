"""A page comes in; out goes what each number counts, what each badge says, and the kinds of nothing."""

from collections.abc import Iterator

from loaders.records.boundaries import CREDIT
from pages.parts.evidence import badge, link
from pages.parts.html import Html, tag
from pages.parts.opening import Page
from pages.parts.record.pieces import definition

KEY = "method_list"


def numbers(page: Page) -> Html:
    """Every word that is counted, how, and how many there are now."""
    _, tables = page._, page.tables

    def rows() -> Iterator[tuple[str, str, object, str]]:
        yield _("Article"), _("One file that was read, reprints too."), tables.count("articles"), "articles"
        yield (
            _("Independent source"),
            _("An outlet with its own text: reprints (texts that share six of ten five-word runs) count with the first "
              "to publish, several articles of one outlet count once. An article whose outlet is not known counts as a "
              "source of its own."),
            tables.count("articles", "source"), "articles",
        )  # fmt: skip
        yield (
            _("Initiative"),
            _("A programme, project, policy, law, campaign or network: one record, however many articles name it."),
            tables.count("initiatives"), "initiatives",
        )  # fmt: skip
        yield (
            _("Partner"),
            _("An organisation of the register; one that was renamed or divided has one record for each life."),
            tables.count("partners"), "partners",
        )  # fmt: skip
        yield (
            _("Involvement"),
            _("A partner in a role, in an initiative or an article; never counted by sentences."),
            len(tables.involvement.drop_duplicates(["partner", "initiative", "role"])), "involvement",
        )  # fmt: skip
        yield (
            _("Centre"),
            _("A regional centre or a network of them. Its numbers are dated readings: they stand side by side and are "
              "never averaged."),
            tables.count("centres"), "centres",
        )  # fmt: skip
        yield (
            _("Finding"),
            _("Something that does not fit or is missing. Findings are shown, not repaired."),
            tables.count("findings"), "findings",
        )  # fmt: skip

    lines = {}
    for name, text, n, of in rows():
        lines[name] = tag("span", tag("b", link(page, page.words.number(n), of, "", KEY)), " · ", text)
    return definition(lines)


def badges(page: Page) -> Html:
    _ = page._
    told = {
        "reviewed": _(
            "A person entered this value from the sources named at the record. In tables and lists that is the rule, "
            "and only what is otherwise bears a badge."
        ),
        "machine": _("Only the machine read it, in the sentence shown. Nobody has checked it."),
        "unverified": _(
            "A person entered it, but no source confirms it. Entries nothing of which is confirmed only help "
            "to recognise names and are never shown as facts."
        ),
    }  # fmt: skip
    return tag("ul", *(tag("li", badge(page, state), " ", text) for state, text in told.items()), class_="bm-plain")


def nothings(page: Page) -> Html:
    _ = page._
    return definition({
        _("nothing reported"): _("An empty cell: neither the register nor an article says anything. That is silence."),
        _("not searched"): _("In tables “–”: no article has been read, so nobody knows."),
        _("nothing found"): _("Articles have been read, and none of them speaks of it."),
        _("none with these filters"): _("In tables “0”: there is something, but the filters leave none of it."),
        _("not known"): _("Nobody has said it: neither a person nor an article."),
        "0": _("Elsewhere a zero is a count: we looked, and there is none."),
    })  # fmt: skip


def dates(page: Page) -> Html:
    """Examples say more than a rule."""
    _, date = page._, page.words.date
    said = {
        date("2024"): _("a whole year, drawn as a span and not as 1 January"),
        date("2024-03"): _("a month"),
        date("XXXX-03-26"): _("a day whose year the article does not say"),
        date("2019/2020"): _("from one year to the other"),
        page.words.period("2022", None): _("it began in 2022; its end is not known"),
    }
    return definition(said)


def again(page: Page) -> Html:
    text = page._("This command reads all articles again; the same articles give the same facts, byte for byte:")
    return tag("p", text, tag("br"), tag("code", "python -m loaders extract"), class_="bm-prose")


def licences(page: Page) -> Html:
    text = page._(
        "Code: MIT. Records: CC BY 4.0. Boundaries: {credit}. Articles belong to their publishers.", credit=CREDIT
    )
    return tag("p", text, class_="bm-prose")
