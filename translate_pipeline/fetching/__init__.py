"""Pages and feeds from the network, only when a user named their address."""
