"""Who vouches for people, and whom they mean: issuers of tokens, their keys, first logins."""
