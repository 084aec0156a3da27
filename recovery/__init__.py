"""What helps a brain recover, why, and how it is measured: plain Python, numpy and pandas."""
