// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/carpanel.h"

#include "artrenderer.h"
#include "base/hex.h"
#include "session/carnames.h"
#include "viewmodels/base/format.h"
#include "viewmodels/desk/deskwords.h"
#include "viewmodels/vehicle/verdictwords.h"

#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace autochain::desktop
{
namespace
{
constexpr int kSide = 12;

// Worst first, "no data" last, as verdictStrip gives them.
vehicle::Status statusOf(const QString& key)
{
    return key == QLatin1String("problem")     ? vehicle::Status::Problem
           : key == QLatin1String("attention") ? vehicle::Status::Attention
           : key == QLatin1String("clean")     ? vehicle::Status::Clean
                                               : vehicle::Status::NoData;
}

QPixmap drawing(const Look& look, const QString& body, QSize size)
{
    const double ratio = qGuiApp->devicePixelRatio();
    // The greys of Theme.qml's carPaint, carGlass, carLamp, carTyre, carRim, carShadow.
    const QString id = QStringLiteral("cars/%1?body=%2&glass=%3&line=%3&lamp=%4&tyre=%5&rim=%6&shadow=%7")
                           .arg(body, look.dark ? QStringLiteral("6c7178") : QStringLiteral("a3a8ae"),
                                look.dark ? QStringLiteral("454a51") : QStringLiteral("7d8389"),
                                QStringLiteral("e8e2c8"), QStringLiteral("2a2d31"), QStringLiteral("c5c9ce"),
                                look.dark ? QStringLiteral("3a3f45") : QStringLiteral("c4c8cb"));
    QPixmap out = QPixmap::fromImage(resources::renderArt(id, size * ratio));
    out.setDevicePixelRatio(ratio);
    return out;
}
} // namespace

CarPanel::CarPanel(const Look& look, DeskViewModel& desk, QWidget* parent)
    : QScrollArea(parent), m_look(look), m_desk(desk)
{
    setAccessibleName(tr("Current car"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFixedWidth(look.px(288));
    m_body = new QWidget;
    m_body->setAutoFillBackground(true);
    QPalette ground = paletteOf(look);
    ground.setColor(QPalette::Window, look.tokens.surface);
    m_body->setPalette(ground);
    setWidget(m_body);
    dressBars(look, *this);
    m_column = new QVBoxLayout(m_body);
    m_column->setContentsMargins(0, 0, 0, look.px(kSide));
    m_column->setSpacing(0);

    m_picture = new QLabel(m_body);
    m_picture->setFixedHeight(look.px(112));
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setStyleSheet(
        QStringLiteral("background:%1").arg(look.dark ? QStringLiteral("#24282D") : QStringLiteral("#E4E8EA")));
    m_column->addWidget(m_picture);

    auto* head = section({});
    m_name = makeLabel(look, Face::Heading, look.tokens.text, {}, m_body);
    m_name->setWordWrap(true);
    m_vin = makeLabel(look, Face::Mono, look.tokens.text, {}, m_body);
    m_vin->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_level = new QLabel(m_body);
    m_read = makeLabel(look, Face::Caption, look.tokens.text3, {}, m_body);
    m_read->setWordWrap(true);
    head->addWidget(m_name);
    auto* vinLine = new QHBoxLayout;
    vinLine->addWidget(m_vin);
    vinLine->addWidget(m_level);
    vinLine->addStretch();
    head->addLayout(vinLine);
    head->addWidget(m_read);
    buildHistory();
    buildPrice();
    buildListing();
    buildNotes();
    m_column->addStretch();
    showCar(std::nullopt);
}

QVBoxLayout* CarPanel::section(const QString& title, FlatButton* action)
{
    auto* box = new QWidget(m_body);
    auto* out = new QVBoxLayout(box);
    out->setContentsMargins(m_look.px(16), m_look.px(10), m_look.px(16), m_look.px(10));
    out->setSpacing(m_look.px(4));
    if (!title.isEmpty()) {
        auto* line = new QFrame(m_body);
        line->setFixedHeight(1);
        line->setStyleSheet(QStringLiteral("background:%1").arg(m_look.tokens.divider.name()));
        m_column->addWidget(line);
        auto* head = new QHBoxLayout;
        head->addWidget(makeLabel(m_look, Face::Strong, m_look.tokens.text, title, box));
        head->addStretch();
        if (action != nullptr) {
            head->addWidget(action);
        }
        out->addLayout(head);
    }
    m_column->addWidget(box);
    return out;
}

QLabel* CarPanel::line(QGridLayout* grid, const QString& key)
{
    const int row = grid->rowCount();
    grid->addWidget(makeLabel(m_look, Face::Body, m_look.tokens.text3, key, m_body), row, 0);
    QLabel* value = makeLabel(m_look, Face::Body, m_look.tokens.text, {}, m_body);
    value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    value->setWordWrap(true);
    grid->addWidget(value, row, 1);
    return value;
}

void CarPanel::buildHistory()
{
    m_open = new FlatButton(m_look, FlatButton::Style::Quiet, tr("Open vehicle page"), m_body);
    m_open->setHeight(24);
    connect(m_open, &QAbstractButton::clicked, this,
            [this] { m_desk.openInSuite(QStringLiteral("vehicle/") + m_vin->text()); });
    auto* box = section(tr("History"), m_open);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(m_look.px(8));
    grid->setVerticalSpacing(m_look.px(3));
    grid->setColumnStretch(2, 1);
    constexpr vehicle::Topic kOrder[] = {vehicle::Topic::Title,     vehicle::Topic::Liens,   vehicle::Topic::Odometer,
                                         vehicle::Topic::Accidents, vehicle::Topic::Recalls, vehicle::Topic::Theft};
    constexpr dealer::Column kColumnOf[] = {dealer::Column::Odometer, dealer::Column::Accidents, dealer::Column::Title,
                                            dealer::Column::Liens,    dealer::Column::Recalls,   dealer::Column::Theft};
    int row = 0;
    for (const vehicle::Topic topic : kOrder) {
        Fact& fact = m_facts[static_cast<std::size_t>(topic)];
        grid->addWidget(makeLabel(m_look, Face::Body, m_look.tokens.text3,
                                  deskwords::fullHead(kColumnOf[static_cast<std::size_t>(topic)]), m_body),
                        row, 0);
        fact.mark = new QLabel(m_body);
        fact.word = makeLabel(m_look, Face::Body, m_look.tokens.text, {}, m_body);
        fact.word->setWordWrap(true);
        fact.source = new QLabel(m_body);
        grid->addWidget(fact.mark, row, 1, Qt::AlignTop);
        grid->addWidget(fact.word, row, 2);
        grid->addWidget(fact.source, row, 3, Qt::AlignTop);
        ++row;
    }
    box->addLayout(grid);
}

QLineEdit* CarPanel::moneyField(QGridLayout* grid, const QString& key, dealer::Column column)
{
    const int row = grid->rowCount();
    auto* field = new QLineEdit(m_body);
    dressField(m_look, *field);
    field->setFixedHeight(m_look.px(28));
    field->setAlignment(Qt::AlignRight);
    field->setAccessibleName(tr("%1, AUC").arg(key));
    auto* label = makeLabel(m_look, Face::Body, m_look.tokens.text3, tr("%1, AUC").arg(key), m_body);
    label->setBuddy(field);
    grid->addWidget(label, row, 0);
    grid->addWidget(field, row, 1);
    connect(field, &QLineEdit::editingFinished, this, [this, field, column] { keepMoney(*field, column); });
    return field;
}

void CarPanel::buildPrice()
{
    auto* box = section(tr("Price"));
    auto* grid = new QGridLayout;
    grid->setVerticalSpacing(m_look.px(4));
    grid->setColumnStretch(1, 1);
    m_cost = moneyField(grid, tr("Cost"), dealer::Column::Cost);
    m_ask = moneyField(grid, tr("Ask"), dealer::Column::Ask);
    m_lowest = moneyField(grid, tr("Lowest"), dealer::Column::Lowest);
    m_margin = line(grid, tr("Margin"));
    m_market = line(grid, tr("Market"));
    box->addLayout(grid);
    m_priceProblem = makeLabel(m_look, Face::Caption, m_look.tokens.problem, {}, m_body);
    m_priceProblem->setWordWrap(true);
    m_priceProblem->hide();
    box->addWidget(m_priceProblem);
}

void CarPanel::buildListing()
{
    auto* box = section(tr("Listing"));
    auto* grid = new QGridLayout;
    grid->setVerticalSpacing(m_look.px(4));
    grid->setColumnStretch(1, 1);
    m_since = line(grid, tr("On the board"));
    m_ends = line(grid, tr("Ends"));
    m_seller = line(grid, tr("Title held by"));
    box->addLayout(grid);
    auto* buttons = new QHBoxLayout;
    m_offers = new FlatButton(m_look, FlatButton::Style::Primary, tr("Open deals"), m_body);
    m_offers->setHeight(28);
    connect(m_offers, &QAbstractButton::clicked, this, [this] { m_desk.openInSuite(QStringLiteral("deals")); });
    m_sell = new FlatButton(m_look, FlatButton::Style::Normal, tr("List…"), m_body);
    m_sell->setHeight(28);
    connect(m_sell, &QAbstractButton::clicked, this, [this] {
        if (const auto row = stock().table().byId(m_id)) {
            m_desk.openInSuite(QStringLiteral("garage/sell/") +
                               QString::fromStdString(toHex0x(stock().table().at(*row).vehicleId)));
        }
    });
    buttons->addWidget(m_offers);
    buttons->addWidget(m_sell);
    buttons->addStretch();
    box->addLayout(buttons);
    m_sellReason = makeLabel(m_look, Face::Caption, m_look.tokens.text3, {}, m_body);
    m_sellReason->setWordWrap(true);
    box->addWidget(m_sellReason);
}

void CarPanel::buildNotes()
{
    auto* box = section(tr("Flags and papers"));
    auto* grid = new QGridLayout;
    for (int i = 0; i < dealer::kMarks; ++i) {
        const auto mark = static_cast<dealer::Mark>(i);
        auto* tick = new QCheckBox(deskwords::word(mark), m_body);
        dressTick(m_look, *tick);
        connect(tick, &QCheckBox::toggled, this, [this, mark](bool on) {
            if (const auto row = stock().table().byId(m_id)) {
                stock().setMark(*row, mark, on);
            }
        });
        m_marks[static_cast<std::size_t>(i)] = tick;
        grid->addWidget(tick, i / 2, i % 2);
    }
    box->addLayout(grid);
    m_note = new QPlainTextEdit(m_body);
    m_note->setFont(m_look.font(Face::Body));
    m_note->setAccessibleName(tr("Note"));
    m_note->setPlaceholderText(tr("Papers, keys, what was promised …"));
    m_note->setFixedHeight(m_look.px(64));
    m_note->setTabChangesFocus(true);
    m_note->setStyleSheet(QStringLiteral("QPlainTextEdit{background:%1;border:1px solid "
                                         "%2;border-radius:%3px}QPlainTextEdit:focus{border:2px solid %4}")
                              .arg(m_look.tokens.surface.name(), m_look.tokens.borderControl.name())
                              .arg(m_look.px(6))
                              .arg(m_look.tokens.focus.name()));
    connect(m_note, &QPlainTextEdit::textChanged, this, &CarPanel::keepNote);
    box->addWidget(m_note);
}

void CarPanel::keepMoney(QLineEdit& field, dealer::Column column)
{
    const auto row = stock().table().byId(m_id);
    if (!row || field.isReadOnly()) {
        return;
    }
    const QString typed = field.text().trimmed();
    const auto amount = typed.isEmpty() ? Result<U256>(U256()) : format::parseMoney(typed);
    dressField(m_look, field, !amount.ok());
    m_priceProblem->setVisible(!amount.ok());
    if (!amount.ok()) {
        m_priceProblem->setText(ErrorView::of(amount.error()).cause + QLatin1Char(' ') + tr("Nothing was changed."));
        return;
    }
    const U256* before = dealer::moneyIn(stock().table().at(*row), column, 0);
    if ((before == nullptr ? U256() : *before) != *amount) {
        stock().setMoney(*row, column, *amount);
    }
}

void CarPanel::keepNote()
{
    const auto row = stock().table().byId(m_id);
    const QString text = m_note->toPlainText();
    if (row && text != QString::fromStdString(stock().table().at(*row).own.note)) {
        stock().setNote(*row, text);
    }
}

void CarPanel::showCar(std::optional<std::uint32_t> row)
{
    m_body->setVisible(row.has_value());
    if (!row) {
        m_id = 0;
        return;
    }
    fill(stock().table().at(*row));
}

void CarPanel::fill(const dealer::Car& car)
{
    const bool another = car.own.id != m_id;
    m_id = car.own.id;
    const UnixTime now = stock().session().now();
    const QString name = QString::fromStdString(car.name);
    m_name->setText(name.isEmpty() ? QString::fromStdString(car.own.plate)
                    : car.year > 0 ? QStringLiteral("%1, %2").arg(name).arg(car.year)
                                   : name);
    m_vin->setText(QString::fromStdString(car.own.vin.empty() ? car.own.plate : car.own.vin));
    const bool known = car.check && car.check->registered;
    const QString level = known ? format::level(stock().session().shown(car.check->provenance)) : QString();
    m_level->setPixmap(provenanceMark(m_look, level, 14));
    m_level->setAccessibleName(known ? format::provenanceWord(stock().session().shown(car.check->provenance))
                                     : QString());
    const QString failed = deskwords::failure(car.failure());
    const QString read =
        car.own.checkedAt == 0 ? tr("Never read") : tr("Read %1").arg(deskwords::age(car.own.checkedAt, now));
    m_read->setText(failed.isEmpty() ? read : tr("%1; last try: %2").arg(read, failed));
    const QString body = car.check ? drawingOf(car.check->listing.body) : QString();
    m_picture->setPixmap(
        drawing(m_look, body.isEmpty() ? QStringLiteral("estate") : body, QSize(m_look.px(200), m_look.px(96))));
    m_picture->setAccessibleName(tr("no photo"));
    m_open->setEnabled(!car.own.vin.empty());
    fillHistory(car);
    fillListing(car);
    const bool listed = dealer::isListed(car, now);
    const std::pair<QLineEdit*, dealer::Column> fields[] = {
        {m_cost, dealer::Column::Cost}, {m_ask, dealer::Column::Ask}, {m_lowest, dealer::Column::Lowest}};
    for (const auto& [field, column] : fields) {
        if (another || !field->hasFocus()) { // what is being typed stays
            const QSignalBlocker quiet(field);
            const U256* money = dealer::moneyIn(car, column, now);
            field->setText(money == nullptr ? QString() : format::money(*money, 0));
            dressField(m_look, *field);
        }
    }
    m_ask->setReadOnly(listed);
    m_ask->setToolTip(listed ? tr("On the board: the price changes by Reprice…") : QString());
    if (another) {
        m_priceProblem->hide();
    }
    const auto margin = dealer::marginPermille(car, now);
    m_margin->setText(margin ? deskwords::cell(car, dealer::Column::Margin, now) + QStringLiteral(" %")
                             : tr("not known"));
    const bool placed = known && car.check->listing.median.has_value();
    m_market->setText(placed ? tr("median %1 of %2 cars")
                                   .arg(format::money(*car.check->listing.median, 0))
                                   .arg(car.check->listing.comparable)
                             : tr("too few to compare"));
    for (int i = 0; i < dealer::kMarks; ++i) {
        const QSignalBlocker quiet(m_marks[static_cast<std::size_t>(i)]);
        m_marks[static_cast<std::size_t>(i)]->setChecked(car.has(static_cast<dealer::Mark>(i)));
    }
    if (another || !m_note->hasFocus()) {
        const QSignalBlocker quiet(m_note);
        m_note->setPlainText(QString::fromStdString(car.own.note));
    }
    if (another) {
        verticalScrollBar()->setValue(0);
    }
}

void CarPanel::fillHistory(const dealer::Car& car)
{
    const bool known = car.check && car.check->registered;
    for (std::size_t i = 0; i < m_facts.size(); ++i) {
        const vehicle::Status status = dealer::statusOf(car, vehicle::kTopics[i]);
        m_facts[i].mark->setPixmap(verdictMark(m_look, status, 15));
        m_facts[i].word->setText(deskwords::word(status));
        m_facts[i].source->setPixmap(QPixmap());
    }
    if (!known) {
        return;
    }
    // The strip comes sorted; its topics are told apart by their names, so the words are asked for one by one.
    for (std::size_t i = 0; i < m_facts.size(); ++i) {
        vehicle::Assessment one = dealer::assessmentOf(*car.check);
        const vehicle::Verdict verdict = one.verdicts[i];
        one.verdicts.fill(verdict);
        const QVariantMap words = verdictStrip(one).front().toMap();
        m_facts[i].mark->setPixmap(verdictMark(m_look, statusOf(words.value(QStringLiteral("status")).toString()), 15));
        m_facts[i].word->setText(words.value(QStringLiteral("fact")).toString());
        m_facts[i].word->setToolTip(words.value(QStringLiteral("detail")).toString());
        m_facts[i].source->setPixmap(provenanceMark(m_look, words.value(QStringLiteral("level")).toString(), 13));
        m_facts[i].source->setAccessibleName(
            verdict.status == vehicle::Status::NoData ? QString() : format::provenanceWord(verdict.provenance));
    }
}

void CarPanel::fillListing(const dealer::Car& car)
{
    Session& session = stock().session();
    const UnixTime now = session.now();
    const bool listed = dealer::isListed(car, now);
    const bool mine = dealer::heldBy(car, session.me());
    m_since->setText(listed ? tr("since %1").arg(format::dayOrDate(car.check->listing.listedAt, now))
                            : tr("not listed"));
    m_ends->setText(listed ? format::dayOrDate(car.check->listing.expiresAt, now) : QStringLiteral("–"));
    const bool known = car.check && car.check->registered;
    const QString name = known ? session.nameOf(car.check->holder) : QString();
    m_seller->setText(!known           ? tr("not registered")
                      : mine           ? tr("you")
                      : name.isEmpty() ? format::shortAddress(car.check->holder)
                                       : name);
    m_offers->setVisible(known && car.check->inDeal && mine);
    m_sell->setText(listed ? tr("Reprice…") : tr("List…"));
    m_sell->setAccessibleName(listed ? tr("Reprice this car…") : tr("List this car…"));
    m_sell->setEnabled(mine);
    m_sellReason->setVisible(!mine);
    m_sellReason->setText(!known ? tr("Only a registered car can be listed.")
                                 : tr("Only the holder of the title lists it and changes its price."));
}

} // namespace autochain::desktop
