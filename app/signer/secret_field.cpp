// SPDX-License-Identifier: GPL-3.0-or-later
#include "secret_field.h"

#include <algorithm>
#include <cstring>
#include <QAccessible>
#include <QAccessibleWidget>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <utility>

namespace autochain::signer
{

namespace
{

constexpr std::size_t kCapacity = 1024; // as much as the pipe for a passphrase takes
constexpr std::uint32_t kX11CapsLock = 0x2;

bool startsCharacter(std::uint8_t byte)
{
    return (byte & 0xC0) != 0x80;
}

std::size_t characters(BytesView utf8)
{
    return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), startsCharacter));
}

bool isSpace(std::uint8_t byte)
{
    return byte == ' ' || byte == '\n' || byte == '\t';
}

// A string for the painter, overwritten as soon as it was drawn.
class Glimpse
{
public:
    explicit Glimpse(BytesView utf8)
        : m_text(QString::fromUtf8(reinterpret_cast<const char*>(utf8.data()), static_cast<qsizetype>(utf8.size())))
    {
    }
    ~Glimpse() { m_text.fill(QChar(0)); }
    Glimpse(const Glimpse&) = delete;
    Glimpse& operator=(const Glimpse&) = delete;
    const QString& text() const { return m_text; }

private:
    QString m_text;
};

class FieldAccess : public QAccessibleWidget
{
public:
    explicit FieldAccess(SecretField* field) : QAccessibleWidget(field, QAccessible::EditableText) {}
    QString text(QAccessible::Text kind) const override
    {
        const auto* field = static_cast<const SecretField*>(widget());
        if (kind == QAccessible::Description) {
            return SecretField::tr("%1 characters typed").arg(field->count());
        }
        return kind == QAccessible::Value ? QString() : QAccessibleWidget::text(kind);
    }
    QAccessible::State state() const override
    {
        QAccessible::State out = QAccessibleWidget::state();
        out.editable = true;
        out.passwordEdit = true;
        return out;
    }
};

class WordAccess : public QAccessibleWidget
{
public:
    explicit WordAccess(SecretWord* word) : QAccessibleWidget(word, QAccessible::StaticText) {}
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name ? static_cast<const SecretWord*>(widget())->spoken()
                                         : QAccessibleWidget::text(kind);
    }
};

QAccessibleInterface* accessTo(const QString&, QObject* object)
{
    if (auto* field = qobject_cast<SecretField*>(object)) {
        return new FieldAccess(field);
    }
    if (auto* word = qobject_cast<SecretWord*>(object)) {
        return new WordAccess(word);
    }
    return nullptr;
}

} // namespace

SecretField::SecretField(const Look& look, const QString& accessibleName, int lines, QWidget* parent)
    : QWidget(parent), m_look(look), m_lines(lines), m_text(kCapacity)
{
    QAccessible::installFactory(&accessTo); // a second time changes nothing
    setAccessibleName(accessibleName);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_InputMethodEnabled); // dead keys
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    setCursor(Qt::IBeamCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFont(m_look.font(lines > 1 ? Face::Mono : Face::Body));
}

QSize SecretField::sizeHint() const
{
    const int body = m_lines == 1 ? m_look.px(36) : m_look.px(16) + m_lines * fontMetrics().lineSpacing();
    return {m_look.px(200), body + 2 * m_look.px(4)};
}

int SecretField::count() const
{
    return static_cast<int>(characters(view()));
}

bool SecretField::holds(BytesView text) const
{
    BytesView own = view();
    while (!own.empty() && isSpace(own.front())) {
        own = own.subspan(1);
    }
    while (!own.empty() && isSpace(own.back())) {
        own = own.first(own.size() - 1);
    }
    return own.size() == text.size() && std::equal(own.begin(), own.end(), text.begin());
}

SecretBytes SecretField::take()
{
    SecretBytes out = SecretBytes::copyOf(view());
    clear();
    return out;
}

void SecretField::clear()
{
    wipe(m_text.span());
    m_size = 0;
    m_tooLong = false;
    m_selected = false;
    told();
}

void SecretField::setShown(bool shown)
{
    m_shown = shown;
    update();
}

void SecretField::told()
{
    update();
    emit changed();
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void SecretField::add(const QString& typed)
{
    if (std::exchange(m_selected, false)) {
        clear();
    }
    for (qsizetype i = 0; i < typed.size(); ++i) {
        const bool pair = typed[i].isHighSurrogate() && i + 1 < typed.size();
        const char32_t code = pair ? QChar::surrogateToUcs4(typed[i], typed[i + 1]) : typed[i].unicode();
        i += pair ? 1 : 0;
        if (!QChar::isPrint(code)) {
            continue;
        }
        std::array<std::uint8_t, 4> utf8{};
        std::size_t size = 0;
        if (code < 0x80) {
            utf8[size++] = static_cast<std::uint8_t>(code);
        } else {
            const int more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
            constexpr std::array<std::uint8_t, 4> kLead = {0, 0xC0, 0xE0, 0xF0};
            utf8[size++] = static_cast<std::uint8_t>(kLead[static_cast<std::size_t>(more)] | (code >> (6 * more)));
            for (int k = more - 1; k >= 0; --k) {
                utf8[size++] = static_cast<std::uint8_t>(0x80 | ((code >> (6 * k)) & 0x3F));
            }
        }
        if (m_size + size > kCapacity) {
            m_tooLong = true;
        } else {
            std::memcpy(m_text.data() + m_size, utf8.data(), size);
            m_size += size;
        }
        wipe(utf8);
    }
    told();
}

void SecretField::removeLast()
{
    while (m_size > 0) {
        const bool whole = startsCharacter(m_text.data()[m_size - 1]);
        m_text.data()[--m_size] = 0;
        if (whole) {
            break;
        }
    }
    m_tooLong = false;
    told();
}

void SecretField::removeWord()
{
    while (m_size > 0 && isSpace(m_text.data()[m_size - 1])) {
        m_text.data()[--m_size] = 0;
    }
    while (m_size > 0 && !isSpace(m_text.data()[m_size - 1])) {
        m_text.data()[--m_size] = 0;
    }
    told();
}

void SecretField::keyPressEvent(QKeyEvent* event)
{
    if (QGuiApplication::platformName() == QLatin1String("xcb")) {
        emit capsLock((event->nativeModifiers() & kX11CapsLock) != 0);
    }
    const bool control = (event->modifiers() & Qt::ControlModifier) != 0;
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        emit submitted();
    } else if (control && event->key() == Qt::Key_A) {
        m_selected = m_size > 0;
        update();
    } else if (m_selected && (event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Delete)) {
        clear();
    } else if (event->key() == Qt::Key_Backspace) {
        control ? removeWord() : removeLast();
    } else if (control && event->key() == Qt::Key_U) {
        clear();
    } else if (!control && !event->text().isEmpty() && event->text().front().category() != QChar::Other_Control) {
        add(event->text());
    } else {
        QWidget::keyPressEvent(event);
    }
}

void SecretField::inputMethodEvent(QInputMethodEvent* event)
{
    add(event->commitString());
    event->accept();
}

QVariant SecretField::inputMethodQuery(Qt::InputMethodQuery query) const
{
    switch (query) { // never the text around the cursor
    case Qt::ImEnabled:
        return true;
    case Qt::ImHints:
        return static_cast<int>(inputMethodHints());
    case Qt::ImCursorRectangle:
        return QRect(0, 0, 1, height());
    default:
        return {};
    }
}

void SecretField::focusInEvent(QFocusEvent*)
{
    update();
}

void SecretField::focusOutEvent(QFocusEvent*)
{
    update();
}

void SecretField::mousePressEvent(QMouseEvent*)
{
    setFocus(Qt::MouseFocusReason);
}

QRectF SecretField::box() const
{
    const int m = m_look.px(4);
    return QRectF(rect()).adjusted(m + 0.5, m + 0.5, -m - 0.5, -m - 0.5);
}

void SecretField::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto& t = m_look.tokens;
    painter.setPen(QPen(t.borderControl, 1));
    painter.setBrush(t.surface);
    painter.drawRoundedRect(box(), m_look.px(6), m_look.px(6));
    if (hasFocus()) {
        const double out = m_look.px(2);
        painter.setPen(QPen(t.focus, m_look.px(2)));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box().adjusted(-out, -out, out, out), m_look.px(8), m_look.px(8));
    }
    const QRectF area = box().adjusted(m_look.px(12), m_look.px(4), -m_look.px(12), -m_look.px(4));
    painter.setClipRect(area.adjusted(-1, -1, 1, 1));
    if (m_selected) {
        painter.fillRect(area, t.accentTint);
    }
    painter.setPen(t.text);
    const QPointF end = m_shown ? drawText(painter, area) : drawDots(painter, area);
    if (hasFocus()) {
        painter.fillRect(
            QRectF(end.x() + 1, end.y() - fontMetrics().height() / 2.0, m_look.px(1), fontMetrics().height()), t.text);
    }
}

// Returns where the cursor stands.
QPointF SecretField::drawDots(QPainter& painter, const QRectF& area) const
{
    const double step = m_look.px(10);
    const double radius = m_look.px(5) / 2.0;
    const double line = fontMetrics().lineSpacing();
    const int perLine = std::max(1, static_cast<int>(area.width() / step) - 1);
    const int total = count();
    const int first = m_lines == 1 ? std::max(0, total - perLine) : 0; // a long one shows its end
    QPointF at(area.left() + step / 2, m_lines == 1 ? area.center().y() : area.top() + line / 2);
    painter.setBrush(m_look.tokens.text);
    painter.setPen(Qt::NoPen);
    for (int i = first; i < total; ++i) {
        if (m_lines > 1 && i > 0 && i % perLine == 0) {
            at = QPointF(area.left() + step / 2, at.y() + line);
        }
        painter.drawEllipse(at, radius, radius);
        at.rx() += step;
    }
    return at - QPointF(step / 2, 0);
}

QPointF SecretField::drawText(QPainter& painter, const QRectF& area) const
{
    const double line = fontMetrics().lineSpacing();
    const double space = fontMetrics().horizontalAdvance(QLatin1Char(' '));
    QPointF at(area.left(), m_lines == 1 ? area.center().y() : area.top() + line / 2);
    const BytesView all = view();
    for (std::size_t from = 0; from < all.size();) {
        if (isSpace(all[from])) {
            at.rx() += space;
            ++from;
            continue;
        }
        std::size_t to = from;
        while (to < all.size() && !isSpace(all[to])) {
            ++to;
        }
        const Glimpse word(all.subspan(from, to - from));
        const double width = fontMetrics().horizontalAdvance(word.text());
        if (m_lines > 1 && at.x() > area.left() && at.x() + width > area.right()) {
            at = QPointF(area.left(), at.y() + line);
        }
        painter.drawText(QPointF(at.x(), at.y() + fontMetrics().ascent() / 2.0 - fontMetrics().descent() / 2.0),
                         word.text());
        at.rx() += width;
        from = to;
    }
    return at;
}

SecretWord::SecretWord(const Look& look, BytesView word, int number, QWidget* parent)
    : QWidget(parent), m_look(look), m_word(word), m_number(number)
{
    QAccessible::installFactory(&accessTo);
    setFont(m_look.font(Face::MonoTitle));
}

QString SecretWord::spoken() const
{
    return QStringLiteral("%1  %2")
        .arg(m_number, 2)
        .arg(QString::fromUtf8(reinterpret_cast<const char*>(m_word.data()), static_cast<qsizetype>(m_word.size())));
}

QSize SecretWord::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(QLatin1Char('m')) * 13, m_look.lineHeight(Face::MonoTitle)};
}

void SecretWord::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const double advance = fontMetrics().horizontalAdvance(QLatin1Char('m'));
    painter.setPen(m_look.tokens.text3);
    painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft, QStringLiteral("%1").arg(m_number, 2));
    painter.setPen(m_look.tokens.text);
    const Glimpse word(m_word);
    painter.drawText(QRectF(rect()).adjusted(4 * advance, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, word.text());
}

std::vector<BytesView> splitWords(BytesView words)
{
    std::vector<BytesView> out;
    std::size_t from = 0;
    for (std::size_t at = 0; at <= words.size(); ++at) {
        if (at == words.size() || words[at] == ' ') {
            out.push_back(words.subspan(from, at - from));
            from = at + 1;
        }
    }
    return out;
}

} // namespace autochain::signer
