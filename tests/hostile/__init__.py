"""The list of broken and hostile inputs, and the tests that no other room has."""
