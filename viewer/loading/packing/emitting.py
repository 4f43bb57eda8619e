"""Write plain values as YAML, the same in every place."""

import yaml

from viewer.loading.yaml.plain import Plain

_WIDTH = 110


class _Emitter(yaml.SafeDumper):
    """Writes no anchors, which the format does not allow."""

    def ignore_aliases(self, data: object) -> bool:
        """Write everything out."""
        del data
        return True


def yaml_bytes(value: Plain) -> bytes:
    """Return the YAML of a value; texts that look like something else are quoted."""
    text = yaml.dump(value, Dumper=_Emitter, allow_unicode=True, sort_keys=False, width=_WIDTH)
    return text.encode()
