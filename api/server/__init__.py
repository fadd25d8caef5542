"""What stands between sockets and the application: gunicorn keeps the processes, waitress the connections of each."""
