// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "front_end.h"
#include "tokens.h"

#include <memory>
#include <QPointer>

namespace autochain::signer
{

class FrameWindow;

// The signer's own windows. Needs a QApplication.
class WindowFrontEnd : public FrontEnd
{
public:
    WindowFrontEnd(Look look, Scenery scenery);
    ~WindowFrontEnd() override;

    QCoro::Task<bool> approve(Approval approval) override;
    void showRefusal(Error why) override;
    QCoro::Task<Result<SecretBytes>> askPassphrase(PassphraseQuestion question) override;
    QCoro::Task<Result<SecretBytes>> newPassphrase(std::string networkName) override;
    QCoro::Task<Result<SecretBytes>> newFilePassphrase(SignerAccount account) override;
    QCoro::Task<Result<SecretBytes>> askKey() override;
    QCoro::Task<Result<TypedWords>> askWords(WordsQuestion question) override;
    QCoro::Task<Result<>> showWords(SecretBytes words) override;
    void dismiss() override;

private:
    QCoro::Task<bool> ask(FrameWindow* window);
    template <typename Window>
    QCoro::Task<Result<SecretBytes>> askFor(std::shared_ptr<Window> window);

    Look m_look;
    Scenery m_scenery;
    QPointer<FrameWindow> m_open;
    std::unique_ptr<FrameWindow> m_refusal;
};

} // namespace autochain::signer
