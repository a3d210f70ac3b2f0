"""The commands of the command line, one file each: `run(arguments, console)` returns the exit code."""
