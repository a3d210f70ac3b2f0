"""The words of problems, one file for each room that reports them: English and Russian sentences by problem code."""
