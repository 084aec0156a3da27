"""Every mechanism that a strategy or a document names, in the order in which pages list them."""

from recovery.mechanisms import body, brain, night

MECHANISMS = (*night.MECHANISMS, *brain.MECHANISMS, *body.MECHANISMS)
BY_SLUG = {mechanism.slug: mechanism for mechanism in MECHANISMS}
