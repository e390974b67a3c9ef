# SPDX-License-Identifier: GPL-3.0-or-later
"""The two services of a desktop that the suite talks to, on the session bus: notifications, and a tray. They write down what
they were told, and press what a person would press."""

import threading
import time

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

NOTIFICATIONS = "org.freedesktop.Notifications"
WATCHER = "org.kde.StatusNotifierWatcher"
XML = f"""<node>
 <interface name="{NOTIFICATIONS}">
  <method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
   <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/><arg type="a{{sv}}" direction="in"/>
   <arg type="i" direction="in"/><arg type="u" direction="out"/></method>
  <method name="CloseNotification"><arg type="u" direction="in"/></method>
  <method name="GetCapabilities"><arg type="as" direction="out"/></method>
  <method name="GetServerInformation"><arg type="s" direction="out"/><arg type="s" direction="out"/><arg type="s" direction="out"/>
   <arg type="s" direction="out"/></method>
  <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
  <signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
 </interface>
 <interface name="{WATCHER}">
  <method name="RegisterStatusNotifierItem"><arg type="s" direction="in"/></method>
  <method name="RegisterStatusNotifierHost"><arg type="s" direction="in"/></method>
  <property name="IsStatusNotifierHostRegistered" type="b" access="read"/>
  <property name="ProtocolVersion" type="i" access="read"/>
  <property name="RegisteredStatusNotifierItems" type="as" access="read"/>
  <signal name="StatusNotifierItemRegistered"><arg type="s"/></signal>
  <signal name="StatusNotifierHostRegistered"/>
 </interface>
</node>"""


class FakeDesktop:
    """In a thread of its own, for as long as the program runs."""

    def __init__(self):
        self.told = []   # (summary, body, actions), the first has the number 1
        self.closed = []
        self.items = []  # (bus name, path) of tray entries
        ready = threading.Event()
        threading.Thread(target=self._serve, args=(ready,), daemon=True).start()
        if not ready.wait(20):
            raise RuntimeError("no session bus")

    def _serve(self, ready):
        context = GLib.MainContext.new()
        context.push_thread_default()
        self.bus = Gio.DBusConnection.new_for_address_sync(
            Gio.dbus_address_get_for_bus_sync(Gio.BusType.SESSION, None),
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        interfaces = {i.name: i for i in Gio.DBusNodeInfo.new_for_xml(XML).interfaces}
        self.bus.register_object("/org/freedesktop/Notifications", interfaces[NOTIFICATIONS], self._called, None, None)
        self.bus.register_object("/StatusNotifierWatcher", interfaces[WATCHER], self._called, self._property, None)
        for name in (NOTIFICATIONS, WATCHER):
            Gio.bus_own_name_on_connection(self.bus, name, Gio.BusNameOwnerFlags.NONE,
                                           lambda *_: ready.set() if name == WATCHER else None, None)
        GLib.MainLoop.new(context, False).run()

    def _called(self, bus, sender, path, interface, method, arguments, invocation):
        values = arguments.unpack()
        if method == "Notify":
            self.told.append((values[3], values[4], values[5]))
            invocation.return_value(GLib.Variant("(u)", (len(self.told),)))
        elif method == "GetCapabilities":
            invocation.return_value(GLib.Variant("(as)", (["body", "actions"],)))
        elif method == "GetServerInformation":
            invocation.return_value(GLib.Variant("(ssss)", ("fake", "tests", "1", "1.2")))
        else:
            if method == "CloseNotification":
                self.closed.append(values[0])
            elif method == "RegisterStatusNotifierItem":
                name = values[0]
                self.items.append((sender, name) if name.startswith("/") else (name, "/StatusNotifierItem"))
            invocation.return_value(None)

    def _property(self, bus, sender, path, interface, name):
        return {"IsStatusNotifierHostRegistered": GLib.Variant("b", True), "ProtocolVersion": GLib.Variant("i", 0),
                "RegisteredStatusNotifierItems": GLib.Variant("as", [name for name, _ in self.items])}[name]

    def press(self, number):
        """A press on the notification itself."""
        self.bus.emit_signal(None, "/org/freedesktop/Notifications", NOTIFICATIONS, "ActionInvoked",
                             GLib.Variant("(us)", (number, "default")))

    def wait_told(self, words, timeout=60):
        """The number of the notification that says so; 0: none came."""
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            for number, (_, body, _) in enumerate(list(self.told), 1):
                if words in body:
                    return number
            time.sleep(0.2)
        return 0

    def _ask(self, item, path, interface, method, arguments, answer):
        return self.bus.call_sync(item[0], path, interface, method, arguments, GLib.VariantType(answer), Gio.DBusCallFlags.NONE,
                                  10_000, None).unpack()

    def tray(self, words, timeout=20):
        """Tooltip and entries of the tray's icon once `words` are in it, else what there is instead."""
        end = time.monotonic() + timeout
        tip, entries = self._tray()
        while words not in str(entries) and time.monotonic() < end:
            time.sleep(0.2)
            tip, entries = self._tray()
        return tip, entries

    def _tray(self):
        why = "no icon came"
        for item in reversed(self.items):
            try:
                get = GLib.Variant("(ss)", ("org.kde.StatusNotifierItem", "ToolTip"))
                tip = self._ask(item, item[1], "org.freedesktop.DBus.Properties", "Get", get, "(v)")[0][2]
                layout = self._ask(item, "/MenuBar", "com.canonical.dbusmenu", "GetLayout", GLib.Variant("(iias)", (0, -1, [])),
                                   "(u(ia{sv}av))")[1]
                return tip, [entry[1].get("label", "") for entry in layout[2]]
            except GLib.Error as error:
                why = str(error)
        return why, []
