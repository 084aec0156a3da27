"""A marker for sentences that a person reads: collected for translation here, translated by the page."""


def N_(sentence: str) -> str:  # noqa: N802 (the conventional name of the marker)
    return sentence
