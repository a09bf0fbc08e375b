"""Files of other programs to drafts of a coalition's tables, one module a program."""
