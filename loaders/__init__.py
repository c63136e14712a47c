"""Articles become facts, facts become tables: one stage a module, in the order of the line."""
