"""What `demarche` tells its caller; `demarche --help` says the same."""

REFUSED = 1
ENGINE = 3
WORKER_DIED = 4
