"""What `demarche` tells its caller; `demarche --help` says the same."""

REFUSED = 1
ENGINE = 3
INTERRUPTED = 130  # 128 + SIGINT, as shells have it
