"""One file for each kind of page; a brandbook chooses among the variants inside."""
