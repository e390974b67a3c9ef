// SPDX-License-Identifier: GPL-3.0-or-later
#include "content_sources.h"

#include <QCoreApplication>
#include <QStandardPaths>

namespace autochain::cli
{
namespace
{
QString tr(const char* text)
{
    return QCoreApplication::translate("Cli", text);
}
} // namespace

OptionSpec kuboOption()
{
    return {QStringLiteral("kubo"), QStringLiteral("URL"),
            tr("RPC of a Kubo node, for instance http://127.0.0.1:5001.")};
}

QList<OptionSpec> sourceOptions()
{
    return {kuboOption(),
            {QStringLiteral("timeout"), QStringLiteral("SECONDS"), tr("How long they may take for a block; 20.")},
            {QStringLiteral("gateway"),
             QStringLiteral("URL"),
             tr("A trustless gateway; may be given several times."),
             false,
             {},
             true}};
}

QString contentFolder(Context& context)
{
    const QString home = context.options().home;
    return home.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
                                QStringLiteral("/autochain/content")
                          : context.path("content");
}

ContentSources::ContentSources(Context& context, const Arguments& arguments, std::chrono::seconds timeout,
                               const Cid& root)
    : m_local(contentFolder(context).toStdString())
{
    net::KuboLimits kuboLimits;
    kuboLimits.timeout = timeout;
    net::GatewayLimits gatewayLimits;
    gatewayLimits.timeout = timeout;
    std::vector<BlockSource*> others;
    if (arguments.has("kubo")) {
        m_kubo = std::make_unique<net::Kubo>(arguments.text("kubo").toStdString(), kuboLimits);
        others.push_back(m_kubo.get());
    }
    for (const QString& url : arguments.text("gateway").split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        m_gateways.push_back(std::make_unique<net::Gateway>(url.toStdString(), gatewayLimits));
        m_cars.push_back(std::make_unique<CarBlocks>(*m_gateways.back(), root));
        others.push_back(m_cars.back().get());
    }
    m_chain.emplace(&m_local, std::move(others));
}

} // namespace autochain::cli
