"""What happens when a proposal is sent: it is checked, built, and frozen for good."""
