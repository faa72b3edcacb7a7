"""The HTTP interface, one module a resource. Each makes its router from what it needs."""
