"""A table somebody filled in comes in; out go proposals for the register: new records, differences, refusals."""
