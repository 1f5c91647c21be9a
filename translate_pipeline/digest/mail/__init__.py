"""A digest by mail."""

from translate_pipeline.digest.mail.sending import PASSWORD_VARIABLE, MailSettings, Security, send

__all__ = ["PASSWORD_VARIABLE", "MailSettings", "Security", "send"]
