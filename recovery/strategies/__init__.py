"""Every strategy, in the order in which pages list them."""
