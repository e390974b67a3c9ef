// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame_window.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>

namespace autochain::signer
{

namespace
{

QWidget* ground(const QColor& color, QWidget* parent = nullptr)
{
    auto* widget = new QWidget(parent);
    QPalette palette = widget->palette();
    palette.setColor(QPalette::Window, color);
    widget->setPalette(palette);
    widget->setAutoFillBackground(true);
    return widget;
}

class RoundGround : public QWidget
{
public:
    RoundGround(const QColor& color, int radius) : m_color(color), m_radius(radius) {}

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_color);
        painter.drawRoundedRect(rect(), m_radius, m_radius);
    }

private:
    const QColor m_color;
    const int m_radius;
};

QWidget* hairline(const QColor& color)
{
    auto* widget = ground(color);
    widget->setFixedHeight(1);
    return widget;
}

} // namespace

FrameWindow::FrameWindow(const Look& look, const Scenery& scenery, const QString& told)
    : m_look(look), m_scenery(scenery)
{
    const auto& t = m_look.tokens;
    setWindowTitle(tr("AutoChain signer"));
    QPalette palette = this->palette();
    palette.setColor(QPalette::Window, t.surface);
    palette.setColor(QPalette::Base, t.surface);
    palette.setColor(QPalette::Text, t.text);
    palette.setColor(QPalette::WindowText, t.text);
    palette.setColor(QPalette::Highlight, t.accent);
    palette.setColor(QPalette::HighlightedText, t.onAccent);
    palette.setColor(QPalette::PlaceholderText, t.text3);
    setPalette(palette);

    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    if (m_scenery.practice) {
        all->addWidget(makeStrip());
        all->addWidget(hairline(t.border));
    }
    all->addWidget(makeHead(told));
    all->addWidget(hairline(t.border));

    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->verticalScrollBar()->setStyleSheet(
        QStringLiteral(
            "QScrollBar{background:%1;width:%2px;border:none} QScrollBar::handle{background:%3;border-radius:%4px;"
            "min-height:%5px} QScrollBar::add-line,QScrollBar::sub-line{height:0}"
            "QScrollBar::add-page,QScrollBar::sub-page{background:none}")
            .arg(t.surface.name())
            .arg(m_look.px(8))
            .arg(t.border.name())
            .arg(m_look.px(4))
            .arg(m_look.px(32)));
    auto* content = ground(t.surface);
    m_body = new QVBoxLayout(content);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(0);
    scroll->setWidget(content);
    all->addWidget(scroll, 1);

    all->addWidget(hairline(t.border));
    auto* footer = ground(t.rail);
    m_foot = new QVBoxLayout(footer);
    const int ring = FlatButton::margin(m_look);
    m_foot->setContentsMargins(m_look.px(24) - ring, m_look.px(12) - ring, m_look.px(24) - ring, m_look.px(12) - ring);
    m_foot->setSpacing(m_look.px(4));
    all->addWidget(footer);

    int height = m_look.px(720);
    if (const auto* where = screen()) {
        height = std::min(height, where->availableSize().height());
    }
    setFixedSize(m_look.px(560), height);
}

QWidget* FrameWindow::makeStrip()
{
    const auto& t = m_look.tokens;
    auto* strip = ground(t.practiceTint);
    strip->setFixedHeight(m_look.px(28) - 1);
    auto* row = new QHBoxLayout(strip);
    row->setContentsMargins(m_look.px(24), 0, m_look.px(24), 0);
    row->setSpacing(m_look.px(8));
    auto* icon = new QLabel;
    icon->setPixmap(art(m_look, QStringLiteral("icon/flask-conical"), 14, t.practice, 2));
    row->addWidget(icon);
    row->addWidget(label(tr("Practice market"), Face::CaptionStrong, t.practice));
    row->addWidget(label(tr("Nothing here is real."), Face::Caption, t.practice));
    row->addStretch(1);
    return strip;
}

QWidget* FrameWindow::makeHead(const QString& told)
{
    const auto& t = m_look.tokens;
    auto* head = ground(t.rail);
    head->setFixedHeight(m_look.px(60));
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(m_look.px(24), 0, m_look.px(24), 0);
    row->setSpacing(m_look.px(12));
    auto* icon = new QLabel;
    icon->setPixmap(art(m_look, QStringLiteral("icon/key-round"), 18, t.text));
    row->addWidget(icon);
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    names->addStretch(1);
    names->addWidget(label(tr("AutoChain signer"), Face::Strong, t.text));
    names->addWidget(label(told.isEmpty() ? tr("A program of its own, without a network. It holds your keys.") : told,
                           Face::Caption, t.text3));
    names->addStretch(1);
    row->addLayout(names, 1);
    m_locks = label({}, Face::Caption, t.text3);
    m_locks->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(m_locks);
    auto* every = new QTimer(this);
    connect(every, &QTimer::timeout, this, &FrameWindow::showLockTime);
    every->start(1000);
    showLockTime();
    return head;
}

void FrameWindow::showLockTime()
{
    const int left = m_scenery.locksInSeconds ? m_scenery.locksInSeconds() : -1;
    m_locks->setVisible(left >= 0);
    m_locks->setText(tr("Locks in\n%1:%2").arg(left / 60).arg(left % 60, 2, 10, QLatin1Char('0')));
}

void FrameWindow::answer(bool yes)
{
    if (!m_answered) {
        m_answered = true;
        emit answered(yes);
    }
}

void FrameWindow::closeEvent(QCloseEvent* event)
{
    answer(false);
    event->accept();
}

void FrameWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        answer(false);
        return;
    }
    QWidget::keyPressEvent(event);
}

QLabel* FrameWindow::label(const QString& text, Face face, const QColor& color, QWidget* parent) const
{
    auto* out = new QLabel(text, parent);
    out->setTextFormat(Qt::PlainText);
    out->setFont(m_look.font(face));
    QPalette palette = out->palette();
    palette.setColor(QPalette::WindowText, color);
    out->setPalette(palette);
    out->setMinimumHeight(m_look.lineHeight(face));
    return out;
}

QWidget* FrameWindow::line() const
{
    return hairline(m_look.tokens.divider);
}

void FrameWindow::addTitle(const QString& title, const QString& sentence)
{
    auto* box = new QVBoxLayout;
    box->setContentsMargins(m_look.px(24), m_look.px(24), m_look.px(24), m_look.px(16));
    box->setSpacing(m_look.px(8));
    m_title = label(title, Face::Title, m_look.tokens.text);
    m_title->setWordWrap(true);
    box->addWidget(m_title);
    m_lead = label(sentence, Face::Body, m_look.tokens.text2);
    m_lead->setWordWrap(true);
    box->addWidget(m_lead);
    body()->addLayout(box);
}

void FrameWindow::changeTitle(const QString& title, const QString& sentence)
{
    m_title->setText(title);
    m_lead->setText(sentence);
}

QString FrameWindow::ofTheBytes()
{
    return tr("Read from the bytes by this program, not told by another");
}

QWidget* FrameWindow::block(const QColor& color) const
{
    return new RoundGround(color, m_look.px(6));
}

QWidget* FrameWindow::errorBlock(const QString& cause, const QString& money, const QString& whatToDo) const
{
    const auto& t = m_look.tokens;
    auto* around = block(t.problemTint);
    auto* rows = new QGridLayout(around);
    rows->setContentsMargins(m_look.px(12), m_look.px(12), m_look.px(12), m_look.px(12));
    rows->setHorizontalSpacing(m_look.px(16));
    rows->setVerticalSpacing(m_look.px(8));
    rows->setColumnStretch(1, 1);
    const QList<QPair<QString, QString>> parts = {
        {tr("Cause"), cause}, {tr("Your money"), money}, {tr("What to do"), whatToDo}};
    for (int i = 0; i < parts.size(); ++i) {
        rows->addWidget(label(parts[i].first, Face::Strong, t.problem), i, 0, Qt::AlignTop);
        auto* text = label(parts[i].second, Face::Body, t.text);
        text->setWordWrap(true);
        rows->addWidget(text, i, 1);
    }
    return around;
}

FlatButton* FrameWindow::addGoOn(const QString& text)
{
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    auto* cancel = new FlatButton(m_look, FlatButton::Style::Normal, tr("Cancel"));
    cancel->setKeyHint(tr("Esc"));
    auto* ok = new FlatButton(m_look, FlatButton::Style::Primary, text);
    for (auto* button : {cancel, ok}) {
        button->setHeight(44);
        row->addWidget(button);
    }
    m_foot->addLayout(row);
    connect(cancel, &QAbstractButton::clicked, this, [this] { answer(false); });
    connect(ok, &QAbstractButton::clicked, this, [this] { answer(true); });
    return ok;
}

} // namespace autochain::signer
