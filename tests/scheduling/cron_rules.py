"""What cron does with the command of a line before a shell sees it."""

from __future__ import annotations


def command_for_shell(command: str) -> str:
    """The command that Debian's cron gives to the shell, after `child_process` in its do_command.c.

    A backslash is taken off in front of a percent sign and nowhere else; any other percent sign ends the command.
    """
    made: list[str] = []
    after_backslash = False
    for letter in command:
        if after_backslash:
            if letter == "%":
                made.pop()
            made.append(letter)
            after_backslash = False
        elif letter == "%":
            break
        else:
            made.append(letter)
            after_backslash = letter == "\\"
    return "".join(made)
