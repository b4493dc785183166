"""What readers will see change between two states of the plays, told in words and by whom it concerns."""
