// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame_window.h"
#include "statement_text.h"

class QCheckBox;
class QLineEdit;

namespace autochain::signer
{

// The question whether to sign: sentence, moves, full addresses, what could go wrong, checks, raw data on demand. "Do
// not sign" has the focus; signing takes holding a button, or typing the amount where assistive technology presses it.
class SignWindow : public FrameWindow
{
    Q_OBJECT

public:
    SignWindow(const Look& look, const Scenery& scenery, const Approval& approval);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void addSentence(const StatementText& text);
    void addMove(const TextRow& row);
    void addFacts(const QList<TextRow>& rows);
    void addWarnings(const QStringList& warnings);
    void addUnknown(const Approval& approval);
    void addLookAlike(const LookAlikeText& alike);
    void addGate();
    void updateHold();
    void addChecks(const QStringList& checks);
    void addRaw(const Approval& approval, const QString& hashLabel);
    void addFoot();
    void askToType();
    QWidget* amountOf(const TextRow& row) const;
    QLabel* addressLabel(const Address& address) const;

    StatementText m_text;
    FlatButton* m_no = nullptr;
    HoldButton* m_hold = nullptr;
    QWidget* m_typing = nullptr;
    QLineEdit* m_typed = nullptr;
    QLineEdit* m_gate = nullptr; // only where something has to be typed first
    QLabel* m_off = nullptr;     // why "Hold to sign" is off, where addresses are to be compared
    QList<QCheckBox*> m_ticks;   // one for each look-alike
};

} // namespace autochain::signer
