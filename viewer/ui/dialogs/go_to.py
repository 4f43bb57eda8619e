"""Go to a date typed in either calendar."""

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from viewer.base.instant import DAY
from viewer.model.dates.typed import parse_typed_date
from viewer.ui.context import Context
from viewer.ui.dialogs.sheet import Sheet


class GoTo(Sheet):
    """A field; Enter goes there, and what cannot be read is said at once."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        """Ask for a date."""
        super().__init__(context, parent, context.say("command.time.go-to.title"), width=460)
        self.field = QLineEdit()
        self.field.setAccessibleName(context.say("command.time.go-to.help"))
        self.field.setPlaceholderText(context.say("dialog.go_to_example"))
        self.told = QLabel(context.say("dialog.go_to_hint"))
        self.told.setProperty("role", "soft")
        self.told.setWordWrap(True)
        self.body.addWidget(self.field)
        self.body.addWidget(self.told)
        self.body.addStretch(1)
        self.resize(self.width(), self.minimumSizeHint().height())
        self.field.returnPressed.connect(self._go)
        self.field.textEdited.connect(lambda _: self.told.setText(context.say("dialog.go_to_hint")))

    def _go(self) -> None:
        try:
            typed = parse_typed_date(self.field.text())
        except ValueError:
            self.told.setText(self.context.say("dialog.go_to_unread", text=self.field.text()))
            return
        air = max((typed.end - typed.start) / 2, 15 * DAY)
        self.accept()
        self.context.run("time.glide-to", start=typed.start - air, end=typed.end + air)
