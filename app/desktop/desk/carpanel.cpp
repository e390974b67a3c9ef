// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/carpanel.h"

#include "base/hex.h"
#include "desk/carpicture.h"
#include "session/carnames.h"
#include "session/dealfeed.h"
#include "session/session.h"
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
constexpr int kPapersMs = 150;                // who holds an arrow key passes cars by
constexpr std::size_t kMostPapers = 6;        // the page has all of them
constexpr std::uint64_t kMostRecords = 2'000; // whose papers are looked up while one waits

// Worst first, "no data" last, as verdictStrip gives them.
vehicle::Status statusOf(const QString& key)
{
    return key == QLatin1String("problem")     ? vehicle::Status::Problem
           : key == QLatin1String("attention") ? vehicle::Status::Attention
           : key == QLatin1String("clean")     ? vehicle::Status::Clean
                                               : vehicle::Status::NoData;
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
    m_deals = new PanelLines(m_look, m_body);
    section(tr("Deals and offers"))->addWidget(m_deals);
    m_papers = new PanelLines(m_look, m_body);
    section(tr("Papers"))->addWidget(m_papers);
    for (PanelLines* lines : {m_deals, m_papers}) {
        connect(lines, &PanelLines::opened, this, [this](const QString& route) { m_desk.openInSuite(route); });
    }
    m_later.setSingleShot(true);
    m_later.setInterval(kPapersMs);
    connect(&m_later, &QTimer::timeout, this, &CarPanel::readPapers);
    connect(&stock().session().dealFeed(), &DealFeed::changed, this, &CarPanel::dealsRead);
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
    grid->setHorizontalSpacing(m_look.px(8));
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
    auto* box = section(tr("Flags and note"));
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
    m_note->setStyleSheet(
        QStringLiteral("QPlainTextEdit{background:%1;color:%2;border:1px solid "
                       "%3;border-radius:%4px}QPlainTextEdit:focus{border:2px solid %5}")
            .arg(m_look.tokens.surface.name(), m_look.tokens.text.name(), m_look.tokens.borderControl.name())
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
    const QSize room(m_look.px(200), m_look.px(96));
    const bool unknown = car.own.vin.empty(); // a plate alone says nothing of the car's shape
    m_picture->setPixmap(unknown ? platePicture(m_look, m_vin->text(), room)
                                 : carPicture(m_look, body.isEmpty() ? QStringLiteral("estate") : body, room));
    m_picture->setAccessibleName(unknown ? tr("number plate") : tr("no photo"));
    m_open->setEnabled(!car.own.vin.empty());
    fillHistory(car);
    fillListing(car);
    fillDeals(car);
    fillPapers(car);
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

void CarPanel::dealsRead()
{
    if (const auto row = stock().table().byId(m_id)) {
        fillDeals(stock().table().at(*row));
    }
}

// Of this person: whose deals these are is what the suite reads. That others have one over the car is a word of the
// registry.
void CarPanel::fillDeals(const dealer::Car& car)
{
    Session& session = stock().session();
    const DealFeed& feed = session.dealFeed();
    std::vector<CarLine> lines;
    if (!car.vehicleId.isZero()) {
        lines = dealLines(session, feed.deals(), car.vehicleId);
    }
    const bool others = lines.empty() && car.check && car.check->registered && car.check->inDeal;
    if (others) {
        const Provenance shown = session.shown(car.check->provenance);
        lines.push_back(
            {tr("In a deal you take no part in"), {}, format::level(shown), format::provenanceWord(shown), {}});
    }
    m_deals->setLines(lines, !lines.empty()                         ? QString()
                             : car.vehicleId.isZero()               ? tr("A deal is over a car with a known VIN.")
                             : feed.error() && feed.deals().empty() ? tr("Your deals could not be read.")
                             : !feed.loaded()                       ? tr("Your deals are being read.")
                                                                    : tr("None that you take part in."));
}

// What the kept history names. It is unpacked and folded again for that, so not before one stays on the car.
void CarPanel::fillPapers(const dealer::Car& car)
{
    const Hash32 head = car.check ? car.check->head : Hash32();
    const Provenance shown = car.check ? stock().session().shown(car.check->provenance) : Provenance::Reported;
    if (m_papersOf == std::tuple(m_id, head, shown, car.own.checkedAt)) {
        return;
    }
    m_papersOf = {m_id, head, shown, car.own.checkedAt};
    const bool known = car.check && car.check->registered;
    const bool many = known && car.check->records > kMostRecords;
    m_papers->setLines({}, !known ? tr("Not known: its history was not read.")
                           : many ? tr("With so many records they are looked up on its page.")
                                  : tr("Being looked up."));
    m_later.stop();
    if (known && !many) {
        m_later.start();
    }
}

void CarPanel::readPapers()
{
    const auto row = stock().table().byId(m_id);
    if (!row || !stock().table().at(*row).check) {
        return;
    }
    const dealer::Car& car = stock().table().at(*row);
    const auto records = stock().desk().records(car);
    if (!records) {
        m_papers->setLines({}, car.check->records == 0 ? tr("It has no records.")
                                                       : tr("Its records are not kept here; check its history."));
        return;
    }
    const CarPapers papers = paperLines(stock().session(), *records, car.check->provenance,
                                        QStringLiteral("vehicle/") + QString::fromStdString(car.own.vin), kMostPapers);
    const auto more = static_cast<int>(papers.count - papers.lines.size());
    m_papers->setLines(papers.lines, papers.count == 0 ? tr("No record names a document.")
                                     : more > 0        ? tr("%Ln more on the vehicle page.", nullptr, more)
                                                       : QString());
}

} // namespace autochain::desktop
