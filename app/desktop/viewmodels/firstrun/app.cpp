// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/firstrun/app.h"

#include "base/hex.h"
#include "escrow/rules.h"
#include "session/dealfeed.h"
#include "viewmodels/base/format.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace autochain::desktop
{
namespace
{

// Errors are made by functions: GCC 12 destroys what a braced list made inside a coroutine twice.
Error unknownAccount(const QString& address)
{
    return {SigningError::UnknownAccount, {address.toStdString()}};
}

Error noAccess(const QString& folder)
{
    return {StoreError::NoAccess, {folder.toStdString()}};
}

// A person by name, first name or address; the buyer (the first) where nobody is wanted.
const PracticePerson* findPerson(const NetworkFile& network, const QString& wanted)
{
    for (const PracticePerson& person : network.people) {
        const QString name = QString::fromStdString(person.name);
        if (name.compare(wanted, Qt::CaseInsensitive) == 0 ||
            name.section(QLatin1Char(' '), 0, 0).compare(wanted, Qt::CaseInsensitive) == 0 ||
            format::address(person.address).compare(wanted, Qt::CaseInsensitive) == 0) {
            return &person;
        }
    }
    return network.people.empty() ? nullptr : &network.people.front();
}

// Session and shell of a home that is being closed, kept until the last task that uses them has ended.
class Retired : public QObject
{
public:
    Retired(std::unique_ptr<Session> session, std::unique_ptr<ShellViewModel> shell, QObject* parent)
        : QObject(parent), m_session(std::move(session)), m_shell(std::move(shell))
    {
        m_session->close();
        if (m_session->gate().running() == 0) {
            deleteLater();
        } else {
            connect(&m_session->gate(), &TaskGate::idle, this, &QObject::deleteLater);
        }
    }

private:
    std::unique_ptr<Session> m_session; // outlives the shell
    std::unique_ptr<ShellViewModel> m_shell;
};
} // namespace

App::App(HomeFolder home, const Clock& system, Appearance& appearance, QObject* parent)
    : QObject(parent), m_home(std::move(home)), m_system(system), m_appearance(appearance), m_firstRun(m_home),
      m_join(m_home, m_gate), m_unlock(m_home, system, m_gate),
      m_practice(std::make_unique<PracticeRunner>(m_home.practiceFolder()))
{
    connect(&m_firstRun, &FirstRunViewModel::practiceWanted, this, [this] { m_gate.start(openPractice()); });
    connect(&m_firstRun, &FirstRunViewModel::cancelWanted, this, [this] { m_practice->cancel(); });
    connect(&m_firstRun, &FirstRunViewModel::joinWanted, this, [this](const QString& way) {
        m_join.begin(way, {});
        setStage(Join);
    });
    connect(m_practice.get(), &PracticeRunner::stepReached, &m_firstRun, &FirstRunViewModel::reach);
    connect(&m_join, &JoinViewModel::joined, this, &App::openJoined);
    connect(&m_join, &JoinViewModel::leaveWanted, this, &App::leave);
    connect(&m_unlock, &UnlockViewModel::unlocked, this, &App::openUnlocked);
    connect(&m_unlock, &UnlockViewModel::startWanted, this, [this] { setStage(FirstRun); });
}

App::~App()
{
    if (m_session == nullptr) {
        return;
    }
    m_shell->forgetCopied();
    m_session->close();
    if (m_session->gate().running() > 0) {
        // Tasks wait for answers no event loop will bring any more. What they would use goes with the process; the
        // signer ends by itself when its pipe closes.
        (void)m_shell.release();
        (void)m_session.release();
    }
}

QString App::version() const
{
    return QCoreApplication::applicationVersion();
}

void App::setStage(Stage stage)
{
    if (stage != m_stage) {
        m_stage = stage;
        emit stageChanged();
    }
    if (stage != Open) {
        setShown(stage);
    }
}

void App::setShown(Stage stage)
{
    if (stage != m_shown) {
        m_shown = stage;
        emit shownChanged();
    }
}

void App::arrived()
{
    if (m_stage == Open) {
        setShown(Open);
    }
}

void App::start(const StartOptions& options)
{
    m_options = options;
    const QString theme = m_appearance.dark() ? QStringLiteral("dark") : QStringLiteral("light");
    m_join.setSignerLook(theme, m_appearance.scale());
    m_unlock.setSignerLook(theme, m_appearance.scale());
    if (!options.networkFile.isEmpty()) {
        const Result<OpenNetwork> network = readNetwork(options.networkFile);
        if (network.ok() && network->network.kind == NetworkKind::Practice) {
            m_gate.start(openPracticeFile(options.networkFile));
            return;
        }
        m_join.begin(QStringLiteral("create"), options.networkFile);
        setStage(Join);
        return;
    }
    if (options.practice) {
        m_firstRun.openPractice();
        return;
    }
    const std::vector<NetworkHome> networks = m_home.networks();
    for (const NetworkHome& network : networks) {
        if (network.folder == m_home.lastNetwork()) {
            m_unlock.show(network);
            setStage(Unlock);
            return;
        }
    }
    if (!networks.empty()) {
        m_unlock.show(networks.front());
        setStage(Unlock);
    }
}

void App::fail(const Error& error)
{
    m_startError = ErrorView::of(error);
    m_firstRun.end(m_startError);
    emit failed();
}

QCoro::Task<> App::openPractice()
{
    m_firstRun.begin(PracticeRunner::stepNames());
    const Result<> opened = co_await m_practice->open();
    if (!opened.ok()) {
        fail(opened.error());
        co_return;
    }
    co_await openPracticeFile(m_practice->networkFile());
}

QCoro::Task<> App::openPracticeFile(QString file)
{
    Result<OpenNetwork> network = readNetwork(file);
    if (!network.ok()) {
        fail(network.error());
        co_return;
    }
    const QString wanted = m_options.person.isEmpty() ? m_home.lastPracticePerson() : m_options.person;
    const Result<> opened = co_await openPerson(std::move(*network), wanted);
    if (!opened.ok()) {
        fail(opened.error());
        co_return;
    }
    m_home.setLastNetwork({});
    m_firstRun.end({});
}

// In practice nobody is asked: the passphrase is the one everybody knows.
QCoro::Task<Result<>> App::openPerson(OpenNetwork network, QString wanted)
{
    const PracticePerson* person = findPerson(network.network, wanted);
    if (person == nullptr) {
        co_return Error(CodecError::BadJson, {"people"});
    }
    const Address address = person->address;
    const QString name = QString::fromStdString(person->name);
    const QString keystore = QString::fromStdString(person->keystorePath);
    const QString folder = m_home.practicePersonFolder(address);
    auto signer =
        makeSigner(folder, network.file, m_appearance.dark() ? QStringLiteral("dark") : QStringLiteral("light"),
                   m_appearance.scale(), PracticeRunner::passphrase());
    AC_CO_TRY(const SignerStatus status, co_await signer->status());
    const bool there = std::any_of(status.accounts.begin(), status.accounts.end(),
                                   [&](const SignerAccount& account) { return account.address == address; });
    if (!there) {
        const std::string label = name.toStdString();
        AC_CO_TRY(const SignerAccount added, co_await signer->importKeystore(label, keystore));
        if (added.address != address) {
            co_return Error(SigningError::UnknownAccount, {format::address(address).toStdString()});
        }
    }
    AC_CO_TRY(SecretBytes key, co_await askDatabaseKey(*signer, folder));
    OpenRequest request;
    request.network = std::move(network);
    request.folder = folder;
    request.databaseKey = std::move(key);
    request.me = address;
    request.myName = name;
    request.signer = std::move(signer);
    AC_CO_TRY(SessionParts parts, openParts(std::move(request), m_system));
    m_home.setLastPracticePerson(format::address(address));
    adopt(std::make_unique<Session>(std::move(parts), m_system));
    co_return Unit{};
}

QCoro::Task<> App::switchPerson(QString address)
{
    Result<OpenNetwork> network = readNetwork(m_session->networkFile());
    if (!network.ok()) {
        m_shell->reportError(ErrorView::of(network.error()));
        co_return;
    }
    // The same page for the next person; what is one person's own (a deal's number) is not carried over.
    m_options.page = m_shell->navigation()->routeForNext();
    const Result<> opened = co_await openPerson(std::move(*network), address);
    if (!opened.ok()) {
        m_shell->reportError(ErrorView::of(opened.error()));
    }
}

// On a real network: the same records and the same open vault, as another account of it.
QCoro::Task<Result<>> App::openAccount(QString address)
{
    const auto signer = std::dynamic_pointer_cast<SignerProcess>(m_session->sharedSigner());
    if (!signer) {
        co_return Error(SigningError::SignerGone);
    }
    const QString folder = m_session->folder();
    AC_CO_TRY(const Address wanted, addressFromHex(address.toStdString()));
    AC_CO_TRY(const SignerStatus status, co_await signer->status());
    const auto account = std::find_if(status.accounts.begin(), status.accounts.end(),
                                      [&](const SignerAccount& one) { return one.address == wanted; });
    if (account == status.accounts.end()) {
        co_return unknownAccount(address);
    }
    AC_CO_TRY(SecretBytes key, co_await askDatabaseKey(*signer, folder));
    AC_CO_TRY(OpenNetwork network, readNetwork(folder + QStringLiteral("/network.json")));
    Profile profile = readProfile(folder);
    profile.address = address;
    profile.account = QString::fromStdString(account->name);
    OpenRequest request;
    request.network = std::move(network);
    request.folder = folder;
    request.databaseKey = std::move(key);
    request.me = wanted;
    request.myName = profile.myName();
    request.signer = signer;
    AC_CO_TRY(SessionParts parts, openParts(std::move(request), m_system));
    if (!writeProfile(folder, profile)) {
        co_return noAccess(folder);
    }
    adopt(std::make_unique<Session>(std::move(parts), m_system));
    co_return Unit{};
}

QCoro::Task<> App::switchAccount(QString address)
{
    if (m_session == nullptr || m_session->practice() || address == format::address(m_session->me())) {
        co_return;
    }
    m_options.page = m_shell->navigation()->routeForNext();
    const Result<> opened = co_await openAccount(address);
    if (!opened.ok() && m_shell != nullptr) {
        m_shell->reportError(ErrorView::of(opened.error()));
    }
}

void App::openUnlocked()
{
    const Profile profile = readProfile(m_unlock.folder());
    Result<OpenNetwork> network = readNetwork(m_unlock.folder() + QStringLiteral("/network.json"));
    const Result<Address> me = addressFromHex(profile.address.toStdString());
    if (!network.ok() || !me.ok()) {
        m_unlock.fail(ErrorView::of(network.ok() ? me.error() : network.error()));
        return;
    }
    OpenRequest request;
    request.signer = m_unlock.takeSigner();
    request.network = std::move(*network);
    request.folder = m_unlock.folder();
    request.databaseKey = m_unlock.takeKey();
    request.me = *me;
    request.myName = profile.myName();
    if (const Result<> opened = openNetwork(std::move(request)); !opened.ok()) {
        m_unlock.fail(ErrorView::of(opened.error()));
    }
}

void App::openJoined()
{
    if (auto request = m_join.takeRequest()) {
        if (const Result<> opened = openNetwork(std::move(*request)); !opened.ok()) {
            m_join.fail(ErrorView::of(opened.error()));
        }
    }
}

Result<> App::openNetwork(OpenRequest request)
{
    const QString folder = request.folder;
    AC_TRY(SessionParts parts, openParts(std::move(request), m_system));
    m_home.setLastNetwork(folder);
    adopt(std::make_unique<Session>(std::move(parts), m_system));
    return Unit{};
}

void App::adopt(std::unique_ptr<Session> session)
{
    retire();
    m_session = std::move(session);
    const bool practice = m_session->practice();
    m_practice->follow(m_session->networkFile());
    m_shell = std::make_unique<ShellViewModel>(*m_session, practice ? m_practice.get() : nullptr, m_appearance);
    connect(m_shell->practice(), &PracticeViewModel::personWanted, this,
            [this](const QString& address) { m_gate.start(switchPerson(address)); });
    connect(m_shell.get(), &ShellViewModel::accountWanted, this,
            [this](const QString& address) { m_gate.start(switchAccount(address)); });
    connect(m_shell.get(), &ShellViewModel::practiceResetWanted, this, [this] { m_gate.start(resetPractice()); });
    connect(m_shell.get(), &ShellViewModel::practiceWanted, this, &App::goPractise, Qt::QueuedConnection);
    connect(m_shell.get(), &ShellViewModel::closeWanted, this, &App::leave, Qt::QueuedConnection);
    connect(m_session.get(), &Session::lockWanted, this, &App::lock, Qt::QueuedConnection);
    connect(&m_session->dealFeed(), &DealFeed::changed, this, &App::keepDeadline);
    connect(m_session.get(), &Session::linkChanged, this, [this] {
        if (m_session->practice() && m_session->link() == Session::Link::Gone) {
            m_gate.start(revivePractice());
        }
    });
    if (m_options.page.isEmpty() || !m_shell->navigation()->open(m_options.page)) {
        m_shell->navigation()->open(QStringLiteral("home"));
    }
    m_options.page.clear();
    m_session->begin();
    emit shellChanged();
    setStage(Open);
}

void App::retire()
{
    if (m_session == nullptr) {
        return;
    }
    ShellViewModel* old = m_shell.get();
    old->forgetCopied();
    auto shell = std::move(m_shell);
    auto session = std::move(m_session);
    old->disconnect(this);
    old->practice()->disconnect(this);
    session->dealFeed().disconnect(this);
    session->disconnect(this);
    emit shellChanged(); // QML lets go of the pages
    new Retired(std::move(session), std::move(shell), this);
}

// Back to the page everything starts from.
void App::leave()
{
    setStage(FirstRun);
    retire();
}

void App::goPractise()
{
    leave();
    m_gate.start(openPractice());
}

void App::lock()
{
    if (m_session == nullptr || m_session->practice()) {
        return;
    }
    const QString folder = m_session->folder();
    for (const NetworkHome& network : m_home.networks()) {
        if (network.folder == folder) {
            m_unlock.show(network);
            setStage(Unlock);
        }
    }
    // The signer forgets at once; a task that still waits for it gets its answer by that.
    m_session->gate().start(lockSigner(dynamic_cast<SignerProcess*>(&m_session->signer())));
    retire();
}

QCoro::Task<> App::lockSigner(SignerProcess* signer)
{
    if (signer != nullptr) {
        const auto locked = co_await signer->lock();
        Q_UNUSED(locked) // a signer that does not answer any more has no keys either
    }
}

QCoro::Task<> App::resetPractice()
{
    leave();
    const Result<> erased = co_await m_practice->erase();
    if (!erased.ok()) {
        fail(erased.error());
        co_return;
    }
    co_await openPractice();
}

// The practice chain is this program's own process: when it died nobody else can bring it back.
QCoro::Task<> App::revivePractice()
{
    const Result<bool> revived = co_await m_practice->revive(m_session->networkFile());
    if (m_session == nullptr || m_shell == nullptr) {
        co_return;
    }
    if (!revived.ok()) {
        m_shell->reportError(ErrorView::of(revived.error()));
        co_return;
    }
    if (!*revived) {
        co_return;
    }
    const Result<OpenNetwork> now = readNetwork(m_session->networkFile());
    if (now.ok() && now->network.nodeUrls != m_session->network().nodeUrls) {
        // Its port was taken meanwhile: the home is opened anew at the new one. What was typed is in the drafts.
        co_await switchPerson(format::address(m_session->me()));
        co_return;
    }
    m_session->pollNow();
}

void App::keepDeadline()
{
    if (m_session == nullptr || m_session->practice()) {
        return;
    }
    UnixTime soonest = 0;
    for (const escrow::DealView& deal : m_session->dealFeed().deals()) {
        const auto deadline = escrow::nextDeadline(deal, m_session->now());
        if (deadline && !deadline->passed && (soonest == 0 || deadline->at < soonest)) {
            soonest = deadline->at;
        }
    }
    m_home.setNextDeadline(m_session->folder(), soonest);
}

} // namespace autochain::desktop
