"""Many articles in one run: the library's verbs, one file each."""
