"""One evaluation design a file."""
