# SPDX-License-Identifier: GPL-3.0-or-later
"""The paper's sale (section 4.4) through the windows: who does what, by the words on the buttons."""

import time

from harness import NotFound

CAR = "Mazda3 Sport GT"
VIN = "JM1BPALM9K1134592"
REASONS = ("The log of the test drive shows a stored gearbox fault forty kilometres after the handover. The report both relied on "
           "contains no warm road test although the terms ask for one. The other side showed a cold drive of three minutes only.")


class Sale:
    """`person(name)` gives the App in which that person sits; `note(step, app)` records a finished step."""

    def __init__(self, person, note, buyer="Alice", seller="Bob", appraiser="Martin"):
        self.person = person
        self.note = note
        self.names = {"buyer": buyer, "seller": seller, "appraiser": appraiser}

    def app(self, role):
        app = self.person(self.names[role])
        app.focus_window()  # three windows share one display: who acts lies on top
        return app

    def page(self, app, name):
        app.act(app.wait(name, role="page tab", contains=True), ("Press",))

    def open_deal(self, app, stage=None, timeout=40):
        """Opens the newest open deal of the car from the list of deals."""
        end = time.monotonic() + timeout
        self.page(app, "Deals")
        while True:
            try:
                row = app.wait(CAR, role="table row", contains=True, timeout=timeout)
                app.act(row, ("Press",))
                app.wait("Whose turn", contains=True, timeout=8)
            except NotFound:  # the list moved under the finger
                if time.monotonic() > end:
                    raise
                self.page(app, "Deals")
                continue
            if stage is None or stage in app.text():
                return
            if time.monotonic() > end:
                raise NotFound(f"{app.label}: the deal does not say “{stage}”; on screen: {app.names()[:80]}")
            time.sleep(0.5)

    def hold(self, app, button, signatures=1, shot=None):
        """Confirms a held button by typing, then signs."""
        app.press(button, contains=True, timeout=40)
        field = app.wait("To confirm, type ", role="text", contains=True, timeout=10)
        phrase = field.get_name().replace("To confirm, type ", "")
        app.type_into(field.get_name(), phrase)
        app.press("Confirm", timeout=10)
        return self.sign(app, signatures, shot)

    def sign(self, app, signatures=1, shot=None):
        words = []
        for index in range(signatures):
            words.append(app.sign(shot if index == 0 else None, timeout=60))
        return words

    # -- the steps -------------------------------------------------------------------------------------------------
    def offer(self, shot=None):
        app = self.app("buyer")
        self.page(app, "Market")
        app.wait("Make, model, VIN or town", role="text", timeout=60)
        app.type_into("Make, model, VIN or town", "Mazda3")
        app.press(CAR, role="push button", contains=True, timeout=60)
        app.press("Make an offer…", timeout=40)
        app.wait("Price you offer", role="text", timeout=30)
        app.press("Continue in the signer", timeout=40)
        self.sign(app, 2, shot)
        app.wait("Whose turn", contains=True, timeout=60)
        self.note("offer: 200,000 AUC, signed and on the chain", app)

    def accept(self):
        app = self.app("seller")
        self.open_deal(app)
        app.press("Accept the offer…", timeout=40)
        self.sign(app, 2)
        app.wait_gone("Accept the offer…", timeout=60)
        self.note("accepted: the Safe is made, the title locked", app)

    def seat(self):
        app = self.app("appraiser")
        self.open_deal(app)
        app.press("Take the seat…", timeout=40)
        self.sign(app)
        app.wait_gone("Take the seat…", timeout=60)
        self.note("the appraiser took the seat", app)

    def fund(self):
        app = self.app("buyer")
        self.open_deal(app)
        self.hold(app, "Hold to put 200,000 AUC into the Safe")
        app.wait_gone("Hold to put 200,000 AUC into the Safe", timeout=60)
        self.note("200,000 AUC in the Safe", app)

    def deposit(self):
        app = self.app("seller")
        self.open_deal(app)
        self.hold(app, "Hold to put the title into the Safe")
        app.wait_gone("Hold to put the title into the Safe", timeout=60)
        self.note("the title in the Safe", app)

    def seller_signs_release(self):
        app = self.app("seller")
        self.open_deal(app)
        app.press("Sign the release first…", timeout=40)
        self.sign(app, 2)
        app.wait("Signed, so it cannot be taken back", contains=True, timeout=60)
        self.note("the seller signed the release; nothing moved yet", app)

    def release(self, shot=None):
        app = self.app("buyer")
        self.open_deal(app)
        self.hold(app, "Hold to release", shot=shot)
        app.wait("Released", contains=True, timeout=60)
        self.note("released: money to the seller, title to the buyer, in one step", app)

    def seller_offers_refund(self):
        app = self.app("seller")
        self.open_deal(app)
        app.press("Offer the refund…", timeout=40)
        self.sign(app, 2)
        app.wait("Signed, so it cannot be taken back", contains=True, timeout=60)
        self.note("the seller signed the refund; nothing moved yet", app)

    def refund(self, shot=None):
        app = self.app("buyer")
        self.open_deal(app)
        self.hold(app, "Hold to refund", shot=shot)
        app.wait("Called off", contains=True, timeout=60)
        self.note("called off: money and title went back, in one step", app)

    def propose_split(self, back_to_buyer, shot=None):
        app = self.app("buyer")
        self.open_deal(app)
        app.press("Other split…", timeout=40)
        app.type_into(f"{self.names['buyer']} gets back", back_to_buyer)
        if shot:
            app.shot(shot)
        app.press("Sign the proposal…", timeout=20)
        self.sign(app, 2)
        app.wait("Signed, so it cannot be taken back", contains=True, timeout=60)
        self.note(f"the buyer signed a split: {back_to_buyer} AUC back, the title to himself", app)

    def settle_split(self, shot=None):
        app = self.app("seller")
        self.open_deal(app)
        self.hold(app, "Hold to settle so", shot=shot)
        app.wait("by a split both signed", contains=True, timeout=60)
        self.note("settled by the split", app)

    def relist(self):
        """After a deal that undid the sale: the seller puts the car up again where its listing ended."""
        app = self.app("seller")
        self.page(app, "Garage")
        app.wait(CAR, contains=True, timeout=40)
        app.wait_gone("Asking the market…", contains=True, timeout=40)
        if app.find(f"Sell {CAR}", contains=True) is None:
            return
        app.press(f"Sell {CAR}", contains=True)
        app.type_into("Price you ask", "200000")
        app.type_into("What the car is called", CAR)
        app.press("Continue in the signer", timeout=20)
        app.sign(timeout=60)
        app.wait("Change or end the listing", contains=True, timeout=60)

    def dispute(self):
        app = self.app("buyer")
        self.open_deal(app)
        app.press("Open a dispute…", timeout=40)
        self.sign(app)
        app.wait("A dispute is open", contains=True, timeout=60)
        self.note("the handover date passed; a dispute is open", app)

    def rule_for_buyer(self):
        app = self.app("appraiser")
        self.open_deal(app)
        app.wait("Your ruling", contains=True, timeout=30)
        for point in ("I have no tie to either side", "I read all the evidence", "Both sides have been heard"):
            app.act(app.wait(point, role="check box"), ("Toggle", "Press"))
        app.type_into("Written reasons, public with the ruling", REASONS)
        app.press(f"Rule for {self.names['buyer']}…", timeout=20)
        self.sign(app, 2)
        app.wait("signed a ruling", contains=True, timeout=60)
        self.note("the appraiser ruled for the buyer: 190,000 back, 10,000 to himself", app)

    def sign_ruling(self, shot=None):
        app = self.app("buyer")
        self.open_deal(app)
        self.hold(app, "Hold to sign the ruling", shot=shot)
        app.wait("by a ruling of", contains=True, timeout=60)
        self.note("the favoured side signed: the ruling is final", app)

    def push_clock(self, role, days):
        app = self.app(role)
        app.press("Push the clock forward…", timeout=20)
        app.wait("Push the practice clock forward?", contains=True, timeout=10)
        if days not in (1, 7):
            raise ValueError("1 or 7 days")
        if days == 7:
            app.act(app.wait("7 days", role="radio button"), ("Press", "Toggle"))
        app.press("Push the clock", role="push button", timeout=10)
        app.wait_gone("Push the practice clock forward?", timeout=30, contains=True)
        self.note(f"the practice clock stands {days} days later", app)

    def to_both_in(self):
        self.offer()
        self.accept()
        self.seat()
        self.fund()
        self.deposit()
