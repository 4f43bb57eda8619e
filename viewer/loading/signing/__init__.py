"""Sign and check in the format of minisign: Ed25519, with a trusted comment."""
