// SPDX-License-Identifier: GPL-3.0-or-later
// The windows around keys: passphrase, new passphrase, the 24 words, bringing in a key or words; and the refusal.
#pragma once

#include "frame_window.h"

#include <vector>

class QLineEdit;
class QPlainTextEdit;

namespace autochain::signer
{

class RefusalWindow : public FrameWindow
{
    Q_OBJECT

public:
    RefusalWindow(const Look& look, const Scenery& scenery, const Error& error);
};

// A window with one or two hidden fields. What was typed is taken out once and wiped from the field.
class PassphraseWindow : public FrameWindow
{
    Q_OBJECT

public:
    PassphraseWindow(const Look& look, const Scenery& scenery, const PassphraseQuestion& question);
    SecretBytes take();

private:
    void countDown();
    QLineEdit* m_field = nullptr;
    FlatButton* m_ok = nullptr;
    QLabel* m_wait = nullptr;
    int m_left = 0;
};

class NewPassphraseWindow : public FrameWindow
{
    Q_OBJECT

public:
    NewPassphraseWindow(const Look& look, const Scenery& scenery, const std::string& accountName);
    SecretBytes take();

private:
    void check();
    QLineEdit* m_first = nullptr;
    QLineEdit* m_second = nullptr;
    FlatButton* m_ok = nullptr;
    QLabel* m_why = nullptr;
};

// Shows the words once, then asks three of them back.
class WordsWindow : public FrameWindow
{
    Q_OBJECT

public:
    WordsWindow(const Look& look, const Scenery& scenery, const SecretBytes& words, const std::vector<int>& asked);

private:
    void askBack();
    void check();
    QStringList m_words;
    std::vector<int> m_asked; // from 0
    QWidget* m_list = nullptr;
    QWidget* m_questions = nullptr;
    QList<QLineEdit*> m_fields;
    FlatButton* m_next = nullptr;
    FlatButton* m_done = nullptr;
    QLabel* m_why = nullptr;
};

class SecretWindow : public FrameWindow
{
    Q_OBJECT

public:
    SecretWindow(const Look& look, const Scenery& scenery, wire::SecretKind kind);
    SecretBytes take();

private:
    QPlainTextEdit* m_text = nullptr;
};

// UTF-8 of `text`, whose own memory is overwritten.
SecretBytes takeSecret(QString text);

} // namespace autochain::signer
