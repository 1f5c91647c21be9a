"""Which version of the published JSON Schema a digest follows."""

# tsum owns no domain, and `invalid` is nobody's (RFC 2606): no program can be led to fetch the schema.
SCHEMA_VERSION = 1
SCHEMA_ID = f"tag:tsum.invalid,2025:schema:digest:{SCHEMA_VERSION}"
