"""A survey beside the small coalition that tests spoil."""

LONG = "respondent,alter,question,value\n"


def long(site, *rows, name="survey_2024.csv", header=LONG):
    return site.write(name, header + "".join(f"{row}\n" for row in rows))


def said(site, **reading):
    answers = site.load(**reading).answers
    columns = ("respondent", "alter", "question", "value", "wave")
    return [tuple(row) for row in answers[list(columns)].itertuples(index=False)]


def settings(site, *lines):
    return site.write("coalition.toml", "\n".join(('name = "Site"', *lines)))
