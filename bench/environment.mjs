// What a machine may set for all programs, and what no figure should hold: Node 20 reads further certificates at every
// start, which takes 30 ms, and nothing that is measured here opens a connection.
delete process.env.NODE_EXTRA_CA_CERTS;
