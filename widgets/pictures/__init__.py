"""Pictures in the window: taken in from outside, cropped, put in order, framed."""
