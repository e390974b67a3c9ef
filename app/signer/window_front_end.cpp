// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_front_end.h"

#include "crypto/random.h"
#include "form_windows.h"
#include "sign_window.h"

#include <QCoroSignal>

#include <algorithm>

namespace autochain::signer
{

namespace
{

// Three different places of the 24, in order.
std::vector<int> threePlaces()
{
    std::vector<int> places;
    std::array<std::uint8_t, 1> byte{};
    while (places.size() < 3) {
        if (!fillRandom(byte).ok()) {
            return {3, 11, 20};
        }
        const int place = byte[0] % 24;
        if (std::find(places.begin(), places.end(), place) == places.end()) {
            places.push_back(place);
        }
    }
    std::sort(places.begin(), places.end());
    return places;
}

void present(FrameWindow* window)
{
    window->show();
    window->raise();
    window->activateWindow();
}

} // namespace

WindowFrontEnd::WindowFrontEnd(Look look, Scenery scenery) : m_look(std::move(look)), m_scenery(std::move(scenery)) {}

WindowFrontEnd::~WindowFrontEnd() = default;

QCoro::Task<bool> WindowFrontEnd::ask(FrameWindow* window)
{
    m_refusal.reset();
    m_open = window;
    present(window);
    const bool yes = co_await qCoro(window, &FrameWindow::answered);
    window->hide();
    co_return yes;
}

QCoro::Task<bool> WindowFrontEnd::approve(Approval approval)
{
    const auto window = std::make_shared<SignWindow>(m_look, m_scenery, approval);
    co_return co_await ask(window.get());
}

void WindowFrontEnd::showRefusal(Error why)
{
    m_refusal = std::make_unique<RefusalWindow>(m_look, m_scenery, why);
    auto* window = m_refusal.get();
    QObject::connect(window, &FrameWindow::answered, window, &QWidget::hide);
    present(window);
}

template <typename Window>
QCoro::Task<Result<SecretBytes>> WindowFrontEnd::askFor(std::shared_ptr<Window> window)
{
    const bool yes = co_await ask(window.get());
    if (!yes) {
        co_return Error(SigningError::Declined);
    }
    co_return window->take();
}

QCoro::Task<Result<SecretBytes>> WindowFrontEnd::askPassphrase(PassphraseQuestion question)
{
    const auto window = std::make_shared<PassphraseWindow>(m_look, m_scenery, question);
    co_return co_await askFor(window);
}

QCoro::Task<Result<SecretBytes>> WindowFrontEnd::newPassphrase(std::string networkName)
{
    const auto window =
        std::make_shared<NewPassphraseWindow>(m_look, m_scenery, NewPassphraseWindow::ofVault(networkName));
    co_return co_await askFor(window);
}

QCoro::Task<Result<SecretBytes>> WindowFrontEnd::newFilePassphrase(SignerAccount account)
{
    const auto window =
        std::make_shared<NewPassphraseWindow>(m_look, m_scenery, NewPassphraseWindow::ofFile(account.name));
    co_return co_await askFor(window);
}

QCoro::Task<Result<SecretBytes>> WindowFrontEnd::askKey()
{
    const auto window = std::make_shared<KeyWindow>(m_look, m_scenery);
    co_return co_await askFor(window);
}

QCoro::Task<Result<TypedWords>> WindowFrontEnd::askWords(WordsQuestion question)
{
    const auto window = std::make_shared<TypeWordsWindow>(m_look, m_scenery, question);
    const bool yes = co_await ask(window.get());
    if (!yes) {
        co_return Error(SigningError::Declined);
    }
    co_return window->take();
}

QCoro::Task<Result<>> WindowFrontEnd::showWords(SecretBytes words)
{
    const auto window = std::make_shared<WordsWindow>(m_look, m_scenery, std::move(words), threePlaces());
    const bool yes = co_await ask(window.get());
    if (!yes) {
        co_return Error(SigningError::Declined);
    }
    co_return Unit();
}

void WindowFrontEnd::dismiss()
{
    if (m_open) {
        m_open->answer(false);
    }
}

} // namespace autochain::signer
