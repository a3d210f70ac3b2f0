"""What a person does to a proposal: pure functions, one for each thing that can be done.

Every function takes a proposal and returns another one; nothing else is touched. A place that does not exist raises
KeyError, an index outside of its list is drawn to the nearest end.
"""
