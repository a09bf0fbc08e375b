"""The measures as words of the glossary: their sentences stand in their catalogue."""

from collabnet.reports.glossary.term import Term


def measure_term(name: str) -> Term:
    """Give what a measure says in a sentence, and what else it is called.

    Raises
    ------
    NotFoundError
        If there is no measure of that name.

    Examples
    --------
    >>> measure_term("harmonic").meaning
    'How near an actor is to the others, whether or not it can reach them all.'
    """
    from collabnet.metrics.catalogue import entry_named
    from collabnet.metrics.other_names import KNOWN_AS

    known_as = ", ".join(KNOWN_AS.get(name, ()))
    return Term(name.replace("_", " "), entry_named(name).sentence, known_as, name)


def measure_terms() -> dict[str, dict[str, Term]]:
    """Give every measure by family, then by its name.

    Examples
    --------
    >>> measure_terms()["Centrality"]["harmonic"].title
    'Harmonic'
    """
    from collabnet.metrics.catalogue import FAMILIES

    return {
        family: {one.name: measure_term(one.name) for one in entries}
        for family, entries in FAMILIES.items()
    }
