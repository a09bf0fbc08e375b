"""How sure a finding is: tried in many versions of the data, as they might have come out."""
