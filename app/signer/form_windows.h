// SPDX-License-Identifier: GPL-3.0-or-later
// The windows around keys: passphrase, new passphrase, words shown and typed, a key typed; and the refusal.
#pragma once

#include "frame_window.h"
#include "secret_field.h"

#include <vector>

namespace autochain::signer
{

class RefusalWindow : public FrameWindow
{
    Q_OBJECT

public:
    RefusalWindow(const Look& look, const Scenery& scenery, const Error& error);
};

// Windows with hidden fields. What was typed is taken out once and wiped from the field.
class PassphraseWindow : public FrameWindow
{
    Q_OBJECT

public:
    PassphraseWindow(const Look& look, const Scenery& scenery, const PassphraseQuestion& question);
    SecretBytes take();

private:
    void countDown();
    SecretField* m_field = nullptr;
    FlatButton* m_ok = nullptr;
    QLabel* m_wait = nullptr;
    int m_left = 0;
};

class NewPassphraseWindow : public FrameWindow
{
    Q_OBJECT

public:
    struct Words {
        QString title;
        QString lead;
    };
    static Words ofVault(const std::string& networkName);
    static Words ofFile(const std::string& accountName);
    NewPassphraseWindow(const Look& look, const Scenery& scenery, const Words& words);
    SecretBytes take();

private:
    void check();
    SecretField* m_first = nullptr;
    SecretField* m_second = nullptr;
    FlatButton* m_ok = nullptr;
    QLabel* m_why = nullptr;
};

// Shows the words once, then asks three of them back.
class WordsWindow : public FrameWindow
{
    Q_OBJECT

public:
    WordsWindow(const Look& look, const Scenery& scenery, SecretBytes words, const std::vector<int>& asked);

private:
    static QString showTitle();
    static QString showLead();
    void ask(bool back); // three of them; else the words again
    void check();
    const SecretBytes m_all;
    const std::vector<BytesView> m_words; // in m_all
    std::vector<int> m_asked;             // from 0
    QWidget* m_list = nullptr;
    QWidget* m_questions = nullptr;
    QList<SecretField*> m_fields;
    FlatButton* m_again = nullptr;
    FlatButton* m_next = nullptr;
    FlatButton* m_done = nullptr;
    QLabel* m_why = nullptr;
};

class KeyWindow : public FrameWindow
{
    Q_OBJECT

public:
    KeyWindow(const Look& look, const Scenery& scenery);
    SecretBytes take();

private:
    void check();
    SecretField* m_text = nullptr;
    FlatButton* m_ok = nullptr;
    QLabel* m_why = nullptr;
};

// The words, and below them the passphrase of their own that some have.
class TypeWordsWindow : public FrameWindow
{
    Q_OBJECT

public:
    TypeWordsWindow(const Look& look, const Scenery& scenery, const WordsQuestion& question);
    TypedWords take();

private:
    void check();
    SecretField* m_words = nullptr;
    SecretField* m_extra = nullptr;
    QLabel* m_why = nullptr;
    FlatButton* m_ok = nullptr;
};

} // namespace autochain::signer
