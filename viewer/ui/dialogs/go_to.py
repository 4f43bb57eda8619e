"""Go to a date typed in either calendar."""

from PySide6.QtWidgets import QLabel, QWidget

from viewer.base.instant import DAY
from viewer.model.dates.typed import parse_typed_date
from viewer.state.citing.view_code import holds_view
from viewer.ui.context import Context
from viewer.ui.dialogs.sheet import Sheet
from viewer.ui.line_field import LineField


class GoTo(Sheet):
    """A field; Enter goes there, and what cannot be read is said at once."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        """Ask for a date."""
        super().__init__(context, parent, context.say("command.time.go-to.title"), width=460)
        self.field = LineField()
        self.field.setAccessibleName(context.say("command.time.go-to.help"))
        self.field.setPlaceholderText(context.say("dialog.go_to_example"))
        self.told = QLabel(context.say("dialog.go_to_hint"))
        self.told.setProperty("role", "soft")
        self.told.setWordWrap(True)
        self.body.addWidget(self.field)
        self.body.addWidget(self.told)
        self.field.returnPressed.connect(self._go)
        self.field.textEdited.connect(lambda _: self._tell(context.say("dialog.go_to_hint")))
        self.fit_to_text()

    def _go(self) -> None:
        if holds_view(self.field.text()) and not self.context.kiosk:
            self.accept()
            self.context.run("cite.open-view", text=self.field.text())
            return
        try:
            typed = parse_typed_date(self.field.text())
        except ValueError:
            self._tell(self.context.say("dialog.go_to_unread", text=self.field.text()))
            return
        air = max((typed.end - typed.start) / 2, 15 * DAY)
        self.accept()
        self.context.run("time.glide-to", start=typed.start - air, end=typed.end + air)

    def _tell(self, text: str) -> None:
        self.told.setText(text)
        self.fit_to_text()
