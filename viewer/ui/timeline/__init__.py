"""The timeline: paints frames, follows hands, and tells assistive technology what is painted."""
