// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/firstrun/joinviewmodel.h"

#include "net/rpc_node.h"
#include "session/worker.h"
#include "viewmodels/backup/findings.h"
#include "viewmodels/base/format.h"
#include "wallet/signer_accounts.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace autochain::desktop
{
namespace
{
bool isUrl(const QString& source)
{
    return source.startsWith(QStringLiteral("https://")) || source.startsWith(QStringLiteral("http://"));
}

// By a function: GCC 12 destroys what a braced list made inside a coroutine twice.
Error noAccess(const QString& folder)
{
    return {StoreError::NoAccess, {folder.toStdString()}};
}
} // namespace

JoinViewModel::JoinViewModel(HomeFolder& home, TaskGate& gate, QObject* parent)
    : QObject(parent), m_home(home), m_gate(gate), m_sheet({}, QDir::tempPath()), m_scan(gate)
{
}

JoinViewModel::~JoinViewModel() = default;

void JoinViewModel::begin(const QString& way, const QString& source)
{
    m_way = way;
    if (!source.isEmpty()) {
        m_source = source;
    }
    m_error = {};
    go(NetworkStep);
    emit inputChanged();
    emit changed();
}

void JoinViewModel::setSignerLook(const QString& theme, double scale)
{
    m_theme = theme;
    m_scale = scale;
}

void JoinViewModel::setSource(const QString& source)
{
    if (source != m_source) {
        m_source = source;
        m_network.reset();
        m_check.reset();
        m_error = {};
        emit inputChanged();
        emit changed();
    }
}

void JoinViewModel::setName(const QString& name)
{
    if (name != m_name) {
        m_name = name;
        m_sheet.setPerson(name.trimmed());
        emit inputChanged();
    }
}

void JoinViewModel::setWay(const QString& way)
{
    if (way != m_way) {
        m_way = way;
        m_error = {};
        emit inputChanged();
        emit changed();
    }
}

void JoinViewModel::setKeystore(const QString& file)
{
    if (file != m_keystore) {
        m_keystore = file;
        emit inputChanged();
    }
}

void JoinViewModel::chooseSource(const QUrl& file)
{
    setSource(file.toLocalFile());
}

void JoinViewModel::chooseKeystore(const QUrl& file)
{
    setKeystore(file.toLocalFile());
}

void JoinViewModel::setBackup(const QString& file)
{
    if (file != m_backup) {
        m_backup = file;
        emit inputChanged();
    }
}

void JoinViewModel::chooseBackup(const QUrl& file)
{
    setBackup(file.toLocalFile());
}

void JoinViewModel::tryBackup(const QUrl& file)
{
    if (!m_busy && m_request) {
        setBackup(file.toLocalFile());
        m_gate.start(restore());
    }
}

void JoinViewModel::open()
{
    if (!m_busy && m_request) {
        emit joined();
    }
}

// Into the home that was just made, before anybody opened its records. What goes wrong here stops nothing: the wallet
// is back by then.
QCoro::Task<> JoinViewModel::restore()
{
    setBusy(true, tr("Reading the backup with the key of your words…"));
    SignerProcess::KeyWanted wanted;
    wanted.purpose = wire::KeyPurpose::Backup;
    const Result<SecretBytes> key = co_await m_request->signer->storeKey(std::move(wanted));
    std::optional<Result<store::BackupReport>> report;
    const std::function<void()> work = [&] {
        const auto file = store::readBackupFile(m_backup.trimmed().toStdString());
        const std::string store = (m_folder + QStringLiteral("/store.db")).toStdString();
        report = !key.ok()    ? Result<store::BackupReport>(key.error())
                 : !file.ok() ? Result<store::BackupReport>(file.error())
                              : store::restoreBackup(*file, *key, store, m_request->databaseKey, SystemClock().now());
    };
    co_await inThread(work);
    m_restoreFailed = !report->ok();
    m_restored = Findings::ofRestore(*report, QFileInfo(m_backup).fileName());
    go(RestoredStep);
    setBusy(false);
}

void JoinViewModel::setBusy(bool busy, const QString& progress)
{
    m_busy = busy;
    m_progress = progress;
    emit changed();
}

void JoinViewModel::go(Step step)
{
    if (step != m_step) {
        m_step = step;
        emit stepChanged();
    }
}

void JoinViewModel::back()
{
    if (m_busy || m_step > WalletStep) { // the wallet is made: there is nothing to go back to
        return;
    }
    m_error = {};
    if (m_step == NetworkStep) {
        emit leaveWanted();
    } else {
        go(static_cast<Step>(m_step - 1));
    }
    emit changed();
}

void JoinViewModel::checkNetworkFile()
{
    if (!m_busy) {
        m_gate.start(check());
    }
}

QCoro::Task<Result<Bytes>> JoinViewModel::readSource()
{
    const QString source = m_source.trimmed();
    if (isUrl(source)) {
        co_return co_await fetchNetworkFile(source);
    }
    AC_CO_TRY(const OpenNetwork found, readNetwork(source));
    QFile file(found.file);
    if (!file.open(QIODevice::ReadOnly)) {
        co_return Error(StoreError::NoAccess, {source.toStdString()}, file.errorString().toStdString());
    }
    const QByteArray text = file.readAll();
    co_return Bytes(text.begin(), text.end());
}

QCoro::Task<> JoinViewModel::check()
{
    setBusy(true, tr("Reading the network file…"));
    m_error = {};
    m_network.reset();
    m_check.reset();
    Result<Bytes> text = co_await readSource();
    const Result<NetworkFile> parsed =
        text.ok() ? parseNetworkFile(*text, QDir::tempPath().toStdString()) : Result<NetworkFile>(text.error());
    if (!parsed.ok()) {
        m_error = ErrorView::of(parsed.error());
        if (!isUrl(m_source.trimmed()) && !QFileInfo::exists(m_source.trimmed())) {
            m_error.cause = tr("There is no file %1.").arg(m_source.trimmed());
            m_error.money = tr("Not touched.");
            m_error.next = tr("Choose the file, or type its whole path.");
        }
        setBusy(false);
        co_return;
    }
    if (parsed->kind == NetworkKind::Practice) {
        m_error.cause = tr("This is the file of a practice market, not of a network.");
        m_error.money = tr("Not touched.");
        m_error.next = tr("Go back and open the practice market instead.");
        setBusy(false);
        co_return;
    }
    m_networkText = std::move(*text);
    setBusy(true, tr("Asking the node for the chain and the contracts…"));
    auto checked = co_await checkNetwork(*parsed);
    if (!checked.ok()) {
        m_error = ErrorView::of(checked.error());
    } else if (!checked->missing.empty()) {
        m_error.cause = tr("At %n of the file's contract addresses there is no contract on this chain: %1.", nullptr,
                           static_cast<int>(checked->missing.size()))
                            .arg(QString::fromStdString(checked->missing.front()));
        m_error.money = tr("Not touched.");
        m_error.next = tr("Ask whoever gave you the file for the right one. Do not send anything to its addresses.");
    } else {
        m_network = *parsed;
        m_sheet.setNetwork(QString::fromStdString(parsed->name));
        m_check = std::move(*checked);
        go(WalletStep);
    }
    setBusy(false);
}

void JoinViewModel::finish()
{
    if (!m_busy && m_network) {
        m_gate.start(makeWallet());
    }
}

// The folder with the network file.
Result<> JoinViewModel::makeFolder()
{
    if (m_folder.isEmpty()) {
        m_folder = m_home.newNetworkFolder(QString::fromStdString(m_network->name));
    }
    const QString file = m_folder + QStringLiteral("/network.json");
    if (!QDir().mkpath(m_folder)) {
        return Error(StoreError::NoAccess, {m_folder.toStdString()});
    }
    QSaveFile out(file);
    const auto size = static_cast<qint64>(m_networkText.size());
    if (!out.open(QIODevice::WriteOnly) ||
        out.write(reinterpret_cast<const char*>(m_networkText.data()), size) != size || !out.commit()) {
        return Error(StoreError::NoAccess, {file.toStdString()}, out.errorString().toStdString());
    }
    return {};
}

QCoro::Task<Result<SignerAccount>> JoinViewModel::askSigner(SignerProcess& signer)
{
    const std::string label = m_name.trimmed().toStdString();
    if (m_way == QStringLiteral("words")) {
        co_return co_await signer.restoreWords(label);
    }
    if (m_way == QStringLiteral("keystore")) {
        co_return co_await signer.importKeystore(label, m_keystore);
    }
    co_return co_await signer.createAccount(label);
}

QCoro::Task<> JoinViewModel::makeWallet()
{
    m_error = {};
    if (m_name.trimmed().isEmpty()) {
        m_error.cause = tr("Your name is missing.");
        m_error.money = tr("Not touched.");
        m_error.next = tr("Type how you want to be called on this computer.");
        emit changed();
        co_return;
    }
    setBusy(true, tr("Preparing your folder…"));
    const Result<> folder = makeFolder();
    if (!folder.ok()) {
        m_error = ErrorView::of(folder.error());
        setBusy(false);
        co_return;
    }
    setBusy(true, tr("Go on in the signer's own window. Your passphrase, words and keys never come here."));
    const QString file = m_folder + QStringLiteral("/network.json");
    std::unique_ptr<SignerProcess> signer = makeSigner(m_folder, file, m_theme, m_scale);
    const Result<SignerAccount> account = co_await askSigner(*signer);
    if (!account.ok()) {
        m_error = ErrorView::of(account.error());
        setBusy(false);
        co_return;
    }
    Result<SecretBytes> key = co_await askDatabaseKey(*signer, m_folder);
    if (!key.ok()) {
        m_error = ErrorView::of(key.error());
        setBusy(false);
        co_return;
    }
    const QString label = m_name.trimmed();
    if (!keepProfile(account->address)) {
        m_error = ErrorView::of(noAccess(m_folder));
        setBusy(false);
        co_return;
    }
    Result<OpenNetwork> network = readNetwork(file);
    if (!network.ok()) {
        m_error = ErrorView::of(network.error());
        setBusy(false);
        co_return;
    }
    OpenRequest request;
    request.network = std::move(*network);
    request.folder = m_folder;
    request.databaseKey = std::move(*key);
    request.me = account->address;
    request.myName = label;
    request.signer = std::move(signer);
    m_request = std::move(request);
    setBusy(false);
    if (m_way == QStringLiteral("words")) {
        co_await beginScan();
        co_return;
    }
    emit joined();
}

bool JoinViewModel::keepProfile(const Address& account, const QString& label)
{
    return writeProfile(m_folder,
                        {QString::fromStdString(m_network->name), m_name.trimmed(), format::address(account), label});
}

// The home is whole by now: whoever closes the window here finds it locked next time.
QCoro::Task<> JoinViewModel::beginScan()
{
    go(AccountsStep);
    const SignerStatus none;
    const auto status = co_await m_request->signer->status();
    std::set<Address> known;
    for (const SignerAccount& account : (status.ok() ? *status : none).accounts) {
        known.insert(account.address);
    }
    m_node = std::make_unique<net::RpcNode>(net::NodeOptions::of(*m_network));
    auto addresses = std::make_shared<wallet::SignerAddresses>(*m_request->signer, m_request->me);
    auto uses = std::make_shared<wallet::NodeAccountUse>(*m_node, *m_network);
    m_scan.begin(std::move(addresses), std::move(uses), std::move(known));
}

void JoinViewModel::takeAccounts()
{
    if (!m_busy && m_request && m_scan.state() == ScanViewModel::Asked) {
        m_gate.start(addAccounts());
    }
}

QCoro::Task<> JoinViewModel::addAccounts()
{
    m_error = {};
    setBusy(true, tr("Taking the accounts in…"));
    std::string name = m_name.trimmed().toStdString();
    const std::optional<Address> of(m_request->me);
    const auto added = co_await wallet::addFoundAccounts(*m_request->signer, m_scan.wanted(), std::move(name), of);
    setBusy(false);
    if (!added.ok()) {
        m_error = ErrorView::of(added.error());
        emit changed();
        co_return;
    }
    // The first one is in use unless only others were.
    const std::vector<wallet::FoundAccount> used = m_scan.result().accounts();
    const bool firstUsed =
        std::any_of(used.begin(), used.end(), [&](const auto& one) { return one.address == m_request->me; });
    if (!firstUsed && !added->empty()) {
        const QString label = QString::fromStdString(added->front().name);
        if (keepProfile(added->front().address, label)) {
            m_request->me = added->front().address;
            m_request->myName = label;
        }
    }
    if (!m_backup.trimmed().isEmpty()) {
        co_await restore();
        co_return;
    }
    emit joined();
}

void JoinViewModel::fail(const ErrorView& error)
{
    m_error = error;
    emit changed();
}

QString JoinViewModel::network() const
{
    return m_network ? QString::fromStdString(m_network->name) : QString();
}

QString JoinViewModel::chainId() const
{
    return m_check ? QString::number(m_check->chainId) : QString();
}

QString JoinViewModel::node() const
{
    if (!m_check || m_network->nodeUrls.empty()) {
        return {};
    }
    return tr("%1, block %2, answers in %3 ms")
        .arg(QString::fromStdString(m_network->nodeUrls.front()), format::count(m_check->head.number))
        .arg(m_check->tookMs);
}

QString JoinViewModel::contracts() const
{
    return m_check ? tr("%n contract(s) found where the file says", nullptr, m_check->contracts) : QString();
}

QString JoinViewModel::kind() const
{
    if (!m_network) {
        return {};
    }
    return m_network->kind == NetworkKind::Practice
               ? tr("practice")
               : (m_network->kind == NetworkKind::Private ? tr("private") : tr("public"));
}

} // namespace autochain::desktop
