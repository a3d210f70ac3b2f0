"""The estimate as a spreadsheet: out with live formulas, back with what was changed, and the hours that it took in the end."""
