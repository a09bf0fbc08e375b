"""What breaks when somebody leaves: pathways, cut sets, continuity, contacts, findings."""
