"""Bags: folders of files with manifests that show damage (BagIt 1.0, RFC 8493)."""
