"""The review in a browser, on the loopback address."""
