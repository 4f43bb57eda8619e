"""Turn what hands do into intents: small state machines without pixels or Qt."""
