// SPDX-License-Identifier: GPL-3.0-or-later
// What the shell asks of every page's view-model. docs/adding-a-page.md shows one from end to end.
#pragma once

#include "session/session.h"
#include "viewmodels/base/errorview.h"

#include <QObject>
#include <qqml.h>
#include <QVariantMap>
#include <QVector>

namespace autochain::desktop
{

class Navigation;
class Toasts;

/// One line of the palette (Ctrl+K).
struct SearchHit {
    QString icon; // Lucide name
    QString title;
    QString detail;
    QString route; // for Navigation::open
    int rank = 0;  // higher is nearer the top
};

/// Everything a page is given. All outlive the page.
struct PageContext {
    Session& session;
    Navigation& navigation;
    Toasts& toasts;
};

class PageViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")
    /// Asking for the first time; nothing to show yet: draw skeletons.
    Q_PROPERTY(bool loading READ loading NOTIFY loadingChanged)
    /// What is shown was read at least once.
    Q_PROPERTY(bool loaded READ loaded NOTIFY loadedChanged)
    /// Why the last reading failed; empty when it did not. What was read before stays.
    Q_PROPERTY(autochain::desktop::ErrorView error READ error NOTIFY errorChanged)
    /// Number in the rail, 0 for none.
    Q_PROPERTY(int badge READ badge NOTIFY badgeChanged)

public:
    explicit PageViewModel(PageContext context);

    bool loading() const { return m_running && !m_loaded; }
    bool loaded() const { return m_loaded; }
    const ErrorView& error() const { return m_error; }
    int badge() const { return m_badge; }

    /// Reads again. Calls while a reading is under way are answered by one more after it.
    Q_INVOKABLE void refresh();
    /// Nothing more is being read for what is in view.
    virtual bool settled() const { return loaded(); }
    /// The page comes to the front. `rest` is the route behind the page's name ("vehicle/<rest>").
    virtual void visit(const QString& rest) { Q_UNUSED(rest) }
    /// What the next person or account is shown of this page too, as a rest; what is one's own is not.
    virtual QString place() const { return {}; }
    /// The page is no longer in front.
    virtual void leave() {}
    /// Hits of this page's things for the palette. Called for every key typed: from memory only.
    virtual QVector<SearchHit> search(const QString& text) const;
    /// True: a new block is read at once although another page is in front (what has a badge or feeds Home).
    virtual bool followsInBackground() const { return false; }

    /// Writes what is shown once more, from memory: units are others now.
    void showAgain() { restate(); }
    /// Called by the navigation.
    void blockArrived(bool inFront);
    void cameToFront();

signals:
    void loadingChanged();
    void loadedChanged();
    void errorChanged();
    void badgeChanged();

protected:
    /// Reads everything the page shows. An error is put into `error`; it is cleared by the next success.
    virtual QCoro::Task<Result<>> load() = 0;
    /// What was read is worth something else now, without anything being read: the node went or came back, the newest
    /// block grew old. Shows it again from memory.
    virtual void restate() {}
    void setBadge(int badge);
    Session& session() const { return m_context.session; }
    Navigation& navigation() const { return m_context.navigation; }
    Toasts& toasts() const { return m_context.toasts; }
    /// Starts a task that may use this object to its end: the session keeps both until it is over.
    void start(QCoro::Task<> task) { m_context.session.gate().start(std::move(task)); }

private:
    QCoro::Task<> run();

    PageContext m_context;
    ErrorView m_error;
    int m_badge = 0;
    bool m_running = false;
    bool m_again = false;
    bool m_loaded = false;
    bool m_dirty = true; // a block came that was not read
};

} // namespace autochain::desktop
