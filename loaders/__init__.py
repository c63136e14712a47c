"""Articles become facts, facts become tables: one stage a module or a package, no two of which need each other."""
