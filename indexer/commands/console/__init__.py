"""What the commands share: options, how a run is carried out and told, logs, exit codes."""
