"""What happened, for those who mend Blesna: events and stacks, never what a user or a client wrote."""
