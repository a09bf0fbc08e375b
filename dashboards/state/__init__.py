"""What a browser shows and tries, as plain values; nothing of it is kept on the server."""
