"""The Django site that records, shows and explains."""
