"""Under the header: a chip for each track, the other filters, and how many events are shown."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from viewer.model.collection import Track
from viewer.state.counts import shown_counts
from viewer.state.view_state import Layout
from viewer.ui.context import Context
from viewer.ui.theme.shapes import shape_icon
from viewer.ui.window.chip import Chip
from viewer.ui.window.flow import FlowLayout
from viewer.ui.window.visitor_keys import ROOM_IN_HEAD, TimeKeys

ROOM_FOR_CHIPS = 860
"""Width, at 100 % text, from which each track has a chip."""
SIDE, GAP, CHIP_GAP = 16, 8, 6
"""Pixels at both ends of the bar, between its parts, and between chips."""


class FilterBar(QWidget):
    """Chips that show and hide tracks; a dashed chip is hidden. Visitors have them in one row or a menu."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Build a chip for each track and follow the state."""
        super().__init__(parent)
        self._context = context
        self._chips = {
            track.id: self._chip(track) for track in context.session.edition.library.tracks.values()
        }
        self.tracks = QToolButton()
        self.tracks.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.tracks.setMenu(self._track_menu())
        self.all_filters = self._button("find.filters")
        self.clear = self._button("find.clear")
        self.layout_switch = self._button("look.list")
        self.count = QLabel()
        self.count.setProperty("role", "soft")
        self.times = TimeKeys(context) if context.kiosk else None
        self._lay_out()
        store = context.session.store
        if context.kiosk:
            store.watch(lambda s: s.story is not None and not s.story.left, self._make_way)
        store.watch(lambda s: (s.filters, s.visible, s.layout), lambda _: self._follow())
        context.on_appearance(self.retell)
        self.retell()

    def retell(self) -> None:
        """Say everything again, in the language and colours of now."""
        session, size = self._context.session, self._context.sizes
        side = round(size.label)
        for track in session.edition.library.tracks.values():
            chip = self._chips[track.id]
            chip.setText(track.label.pick(session.language).text)
            chip.setIcon(QIcon(shape_icon(track.shape, self._context.colours.track(track.colour), side)))
            chip.setIconSize(QSize(side, side))
        self._follow()

    def _follow(self) -> None:
        state, say = self._context.session.state, self._context.say
        for name, chip in self._chips.items():
            chip.setChecked(name not in state.filters.hidden_tracks)
        self.tracks.setText(say("window.tracks"))
        on = sum(len(getattr(state.filters, f)) for f in state.filters.__slots__ if f != "hidden_tracks")
        self.all_filters.setText(say("window.filters_on", n=on) if on else say("window.all_filters"))
        self.clear.setText(say("window.clear_filters"))
        self.clear.setVisible(state.filters.active)
        other = "show_list" if state.layout is Layout.TIMELINE else "show_timeline"
        self.layout_switch.setText(say(f"window.{other}"))
        self.count.setText(self._counted())
        self._fit()

    def _counted(self) -> str:
        session = self._context.session
        if session.state.layout is Layout.LIST:
            return session.catalogue.count("window.count", len(session.shown().indexes))
        counts = shown_counts(session)
        text = session.catalogue.count("window.in_view", counts.in_view, total=counts.total)
        if counts.in_tray:
            text += " · " + session.catalogue.count("window.tray", counts.in_tray)
        return text

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, 4, SIDE, 6)
        row.setSpacing(GAP)
        chips = QWidget()
        flow = FlowLayout(chips, gap=CHIP_GAP)
        for widget in (*self._chips.values(), self.tracks, self.all_filters, self.clear):
            flow.addWidget(widget)
        policy = chips.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        chips.setSizePolicy(policy)
        row.addWidget(chips, 1)
        if self.times:
            row.addWidget(self.times)
        row.addWidget(self.count)
        row.addWidget(self.layout_switch)

    def resizeEvent(self, resized: object) -> None:
        """Gather the tracks into one menu where there is no room for chips."""
        del resized
        self._fit()

    def _fit(self) -> None:
        wide, kiosk = self.width() / self._context.session.state.appearance.text_scale, self._context.kiosk
        if self.times:
            self.times.setVisible(wide < ROOM_IN_HEAD)
        beside = [part for part in (self.times, self.layout_switch) if part and not part.isHidden()]
        room = self.width() - 2 * SIDE - sum(part.sizeHint().width() + GAP for part in beside)
        others = [part for part in (self.all_filters, self.clear) if not part.isHidden()]
        row = sum(part.sizeHint().width() + CHIP_GAP for part in (*self._chips.values(), *others))
        roomy = wide >= ROOM_FOR_CHIPS and not (kiosk and row > room)
        for chip in self._chips.values():
            chip.setVisible(roomy)
        self.tracks.setVisible(not roomy)
        self.count.setVisible(not (kiosk and roomy) or row + GAP + self.count.sizeHint().width() <= room)

    def _make_way(self, told: bool) -> None:
        """Leave the room to the timeline while a visitor is guided through it."""
        self.setVisible(not told)

    def _track_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.aboutToShow.connect(lambda: self._fill_tracks(menu))
        return menu

    def _fill_tracks(self, menu: QMenu) -> None:
        menu.clear()
        for name, chip in self._chips.items():
            action = menu.addAction(chip.icon(), chip.text())
            action.setCheckable(True)
            action.setChecked(chip.isChecked())
            action.triggered.connect(
                lambda _=False, name=name: self._context.run("find.toggle", field="hidden_tracks", value=name)
            )

    def _chip(self, track: Track) -> Chip:
        chip = Chip()
        chip.clicked.connect(
            lambda _=False, name=track.id: self._context.run("find.toggle", field="hidden_tracks", value=name)
        )
        return chip

    def _button(self, command: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("flat", "true")
        button.clicked.connect(lambda: self._context.run(command))
        return button
