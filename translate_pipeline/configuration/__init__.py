"""Configuration files: what `tsum.toml` of a project and of the user say in place of options."""

from translate_pipeline.configuration.configuration import Configuration, ConfiguredValue
from translate_pipeline.configuration.files import configuration_files
from translate_pipeline.configuration.option import ConfigurableOption
from translate_pipeline.configuration.toml_file import TomlFile, read_toml

__all__ = [
    "ConfigurableOption",
    "Configuration",
    "ConfiguredValue",
    "TomlFile",
    "configuration_files",
    "read_toml",
]
