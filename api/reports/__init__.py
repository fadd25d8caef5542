"""What readers noted as wrong: kept in a file on this machine, and listed by `demarche reports`."""
