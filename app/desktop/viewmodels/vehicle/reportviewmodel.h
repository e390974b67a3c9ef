// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // Qt 6.4's moc stumbles over the <concepts> these bring along and needs none of them
#include "carreport.h"
#include "printwish.h"
#endif

#include "viewmodels/base/errorview.h"

#include <QObject>
#include <qqml.h>
#include <QTemporaryDir>
#include <QUrl>

namespace autochain::desktop
{

class Session;

/// The car's report: what goes on paper, a picture of its first page, the file.
class ReportViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the car")
    Q_PROPERTY(bool whole MEMBER m_whole WRITE setWhole NOTIFY changed)
    Q_PROPERTY(bool letter MEMBER m_letter WRITE setLetter NOTIFY changed)
    /// So many private parts are open on the car's page; they go along where the person says so, each time anew.
    Q_PROPERTY(int privateParts READ privateParts NOTIFY changed)
    Q_PROPERTY(bool withPrivate READ withPrivate WRITE setWithPrivate NOTIFY changed)
    /// The history is being read, or a page drawn.
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(QString doing READ doing NOTIFY changed)
    /// 0 to 1; below 0: not known.
    Q_PROPERTY(double progress READ progress NOTIFY changed)
    /// Picture of the first page; empty: not yet.
    Q_PROPERTY(QUrl preview READ preview NOTIFY changed)
    /// What is in it and how sure it is, in a sentence.
    Q_PROPERTY(QString about READ about NOTIFY changed)
    /// What came of the last wish; empty: nothing to tell.
    Q_PROPERTY(QString note READ note NOTIFY changed)
    Q_PROPERTY(bool saved READ saved NOTIFY changed)
    Q_PROPERTY(autochain::desktop::ErrorView error READ error NOTIFY changed)

public:
    using Reader = std::function<QCoro::Task<Result<CarReport>>(Hash32)>;
    // The session must outlive it and its tasks. No reader: readCarReport().
    explicit ReportViewModel(Session& session, QObject* parent = nullptr, Reader reader = {});

    /// Another car; what was read of the one before is forgotten. `body`, `paint`: of CarName.
    void setCar(const Hash32& vehicleId, const QString& body, const QString& paint);

    /// What gives the private parts with their keys when they are asked for, as opened_sections.h writes them.
    using Discloser = std::function<QCoro::Task<Result<QByteArray>>()>;
    void discloseWith(Discloser discloser) { m_disclose = std::move(discloser); }
    void setPrivateParts(int count);

    int privateParts() const { return m_privateParts; }
    bool withPrivate() const { return m_withPrivate; }
    void setWithPrivate(bool with);
    void setWhole(bool whole);
    void setLetter(bool letter);
    bool letter() const { return m_letter; }
    bool busy() const { return m_busy; }
    QString doing() const { return m_doing; }
    double progress() const { return m_pages > 0 ? static_cast<double>(m_page) / m_pages : -1; }
    QUrl preview() const { return m_preview; }
    QString about() const { return m_about; }
    QString note() const { return m_note; }
    bool saved() const { return !m_file.isEmpty(); }
    ErrorView error() const { return m_error; }

    /// Reads the history with its proof and draws the first page.
    Q_INVOKABLE void begin();
    Q_INVOKABLE QString suggestedName() const;
    Q_INVOKABLE void save(const QUrl& file);
    /// Asks for the print dialog, which leads to printTo().
    Q_INVOKABLE void print();
    void printTo(const PrintWish& wish);
    Q_INVOKABLE void cancel();
    Q_INVOKABLE void showInFolder();

signals:
    void changed();
    void printWanted();

private:
    QCoro::Task<> read();
    QCoro::Task<> drawPreview();
    QCoro::Task<bool> draw(QString file, report::Paper paper);
    QCoro::Task<> saveTo(PrintWish wish);
    QCoro::Task<> printOn(PrintWish wish);
    QCoro::Task<> takePrivate();
    void leavePrivate();
    report::Paper paper() const;
    report::ReportPacket packet(report::Paper paper) const;
    void optionsChanged();
    void finish(const Error& error);
    void setDoing(const QString& doing);

    Session& m_session;
    Reader m_reader;
    report::ReportProcess m_drawer;
    QTemporaryDir m_pictures;
    Hash32 m_id;
    Discloser m_disclose;
    CarReport m_car;
    QByteArray m_private; // empty: none go along
    QString m_body, m_paint, m_doing, m_about, m_note, m_file;
    QUrl m_preview;
    ErrorView m_error;
    int m_page = 0, m_pages = 0, m_pictureNumber = 0, m_privateParts = 0;
    bool m_whole = true, m_letter = false, m_busy = false, m_again = false, m_withPrivate = false;
};

} // namespace autochain::desktop
