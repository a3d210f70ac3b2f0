"""The page that draws what every section of the estimate takes: hours and money as bars, as a ring, or as a band."""
