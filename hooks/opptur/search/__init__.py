"""Search: `documents` says what can be found, `index` what each word leads to, `query` what a query finds, `pack` how it lies on a server.

The browser's half is in `scripts/`: analysis, compounds, spelling, shards, query, explain and seeker.
"""
