"""From nodes to the dataclasses of the model, by tables of fields that also make the JSON Schema."""
