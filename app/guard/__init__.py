"""Work on strangers' files that a library could be stuck at: done by a child process that can be stopped."""
